public import Diagnostics
import YAML

/// How long the documents of each form are kept: the content of `content/archive.yaml`.
public struct RetentionRules: Sendable {
  /// For forms that no class names, and for files that others made.
  let standard: Retention
  /// By the form's name.
  let forms: [String: Retention]

  /// Returns how long documents of `form` are kept.
  public func retention(ofForm form: String?) -> Retention {
    form.flatMap { forms[$0] } ?? standard
  }
}

/// Reads `content/archive.yaml`, or tells everything that is wrong with it.
public func readRetentionRules(_ text: String, file: String) -> (RetentionRules?, [Diagnostic]) {
  let (root, complaints) = readYAML(text, file: file)
  guard let root else { return (nil, complaints) }
  var reader = RetentionRulesReader(root)
  let rules = reader.rules()
  let all = complaints + reader.diagnostics
  return (all.contains { $0.severity == .error } ? nil : rules, all)
}

private struct RetentionRulesReader {
  private var map: YAMLMapping
  private(set) var diagnostics: [Diagnostic] = []

  init(_ root: YAMLNode) {
    map = YAMLMapping(root)
  }

  mutating func rules() -> RetentionRules {
    _ = map.requiredText("default")
    let standard = retention("default", in: &map) ?? .permanent
    var forms: [String: Retention] = [:]
    for node in map.list("classes") ?? [] {
      var entry = YAMLMapping(node)
      _ = entry.requiredText("retention")
      _ = entry.requiredText("source")
      let retention = retention("retention", in: &entry) ?? .permanent
      for form in entry.texts("forms") ?? [] where forms.updateValue(retention, forKey: form) != nil
      {
        entry.report(
          Diagnostic(
            "archive.form",
            .error,
            at: .source(node.location),
            "表单“\(form)”写了两次保管期限",
            advice: "请只留一处"
          )
        )
      }
      diagnostics += entry.close()
    }
    diagnostics += map.close()
    return RetentionRules(standard: standard, forms: forms)
  }

  private func retention(_ key: String, in map: inout YAMLMapping) -> Retention? {
    guard let node = map.node(key) else { return nil }
    guard let text = node.text, let retention = Retention(text) else {
      return map.refuse(key, node, expected: "永久，或者年数，例如 30年")
    }
    return retention
  }
}
