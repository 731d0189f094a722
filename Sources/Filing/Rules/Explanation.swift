public import Diagnostics
import YAML

/// What a person should know of a code that some part of the program reports.
public struct Explanation: Sendable {
  /// The code.
  public let code: String
  /// A few words that name the rule.
  public let title: String
  /// What the rule asks for.
  public let statement: String
  /// The law or standard behind it, where there is one.
  public let citation: String?
  /// A case that keeps the rule.
  public let passing: String?
  /// A case that breaks it.
  public let failing: String?
}

extension Explanation {
  /// Returns the same explanation in other words; examples that have none stay.
  public func worded(
    _ title: String,
    _ statement: String,
    passing: String?,
    failing: String?
  ) -> Explanation {
    Explanation(
      code: code,
      title: title,
      statement: statement,
      citation: citation,
      passing: passing ?? self.passing,
      failing: failing ?? self.failing
    )
  }

  /// Tells of a rule that has a predicate.
  fileprivate init(_ rule: Rule) {
    (code, title, statement) = (rule.code, rule.title, rule.statement)
    (citation, passing, failing) = (rule.citation, rule.passing, rule.failing)
  }
}

/// Reads `content/rules/explanations.yaml` and adds what the rules say of themselves, in the order of the codes.
///
/// The file tells of the codes that reading, forms, guides and layout report; a rule with a predicate has its words
/// beside it, so the file must not have them a second time.
public func readExplanations(_ text: RuleText) -> ([Explanation], [Diagnostic]) {
  var (node, diagnostics) = readYAML(text.text, file: text.path)
  guard let node else { return (RuleCatalogue.rules.map(Explanation.init), diagnostics) }
  var map = YAMLMapping(node)
  var explanations = RuleCatalogue.rules.map(Explanation.init)
  for entry in map.allEntries() {
    var item = YAMLMapping(entry.value)
    if let explanation = Explanation(entry.key, &item) { explanations.append(explanation) }
    diagnostics += item.close()
    if RuleCatalogue.codes.contains(entry.key) {
      let place = Origin.source(entry.location)
      diagnostics.append(Diagnostic("rules.twice", at: place, "规则“\(entry.key)”的说明写在程序里，这里不要重复"))
    }
  }
  diagnostics += map.close()
  return (explanations.sorted { order($0) < order($1) }, diagnostics)
}

/// The rules of the trade come first, by number; then the codes of reading and making, by name.
private func order(_ explanation: Explanation) -> String {
  let isRule = explanation.code.first?.isUppercase ?? false
  return (isRule ? "0" : "1") + RuleCatalogue.codeOrder(explanation.code)
}

extension Explanation {
  fileprivate init?(_ code: String, _ item: inout YAMLMapping) {
    let (title, statement) = (item.requiredText("title"), item.requiredText("text"))
    (citation, passing, failing) = (item.text("law"), item.text("right"), item.text("wrong"))
    guard let title, let statement else { return nil }
    (self.code, self.title, self.statement) = (code, title, statement)
  }
}
