import Diagnostics
import Foundation
import Rules
import Testing

private let root = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// Returns all texts of the sources.
private func sources() throws -> [String] {
  let folder = root.appending(path: "Sources")
  return try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    .filter { $0.hasSuffix(".swift") }.sorted()
    .map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }
}

/// The first steps of codes.
private let modules = [
  "json", "record", "yaml", "form", "markdown", "guide", "site", "theme", "layout", "issue", "font",
  "rules", "figure", "import", "ledger", "query", "sheet", "seal", "sign", "signing", "archive",
  "fixity", "list",
]

/// Returns the codes of diagnostics that `text` names: those of rules, and words of two steps in a module's name.
private func codes(in text: String) throws -> Set<String> {
  let named = try Regex(
    #""(V-\d\d[a-z]?|M-\d\d|(?:\#(modules.joined(separator: "|")))\.[a-zA-Z]+)""#,
    as: (Substring, Substring).self
  )
  let plain = /Diagnostic\(\s*"([^"\\]+)"/
  var found = Set(text.matches(of: named).map { String($0.output.1) })
  found.formUnion(text.matches(of: plain).map { String($0.output.1) })
  return found
}

/// Words that look like codes and are the names of fields or files.
private let otherWords: Set<String> = [
  "form.title", "form.copies", "guide.yaml", "theme.yaml", "ledger.begin", "ledger.import",
  "seal.new", "seal.authorise", "seal.revoke", "seal.use", "archive.yaml", "signing.open",
  "signing.sign", "signing.refuse",
]

private func explained() throws -> [Explanation] {
  let (explanations, diagnostics) = readExplanations(try explanationText())
  #expect(diagnostics.map(\.description) == [])
  return explanations
}

@Test func everyCodeThatSourcesCanTellIsExplained() throws {
  var told: Set<String> = []
  for text in try sources() { told.formUnion(try codes(in: text)) }
  told.subtract(otherWords)
  #expect(told.count > 120)
  let known = Set(try explained().map(\.code))
  #expect(told.subtracting(known).sorted() == [])
}

/// A code that is put together of parts would not be found by the test above; only the JSON reader's are.
@Test func noCodeIsPutTogetherOfParts() throws {
  let parts = try Regex(#""(?:\#(modules.joined(separator: "|")))\.\\\("#)
  let found = try sources().filter { $0.firstMatch(of: parts) != nil }
  #expect(found.count == 1 && found[0].contains("extension JSONProblem"), "\(found.count)")
}

@Test func theCodesOfTheJSONReaderAreExplainedToo() throws {
  let text = try String(
    contentsOf: root.appending(path: "Sources/Reading/JSON/JSONProblem.swift"),
    encoding: .utf8
  )
  let known = Set(try explained().map(\.code))
  let reasons = text.matches(of: /case ([a-zA-Z0-9]+)\n/).map { "json.\($0.output.1)" }
  #expect(reasons.count == 12 && reasons.allSatisfy(known.contains))
}

@Test func everyRuleOfTheTradeIsExplainedOnce() throws {
  let codes = try explained().map(\.code)
  #expect(Set(codes).count == codes.count)
  // The trade has no rules 30 to 39.
  for number in Array(1...29) + Array(40...65) {
    let code = "V-" + (number < 10 ? "0" : "") + String(number)
    #expect(codes.contains(code), "\(code)")
  }
  #expect(codes.first == "M-01" || codes.first == "V-01")
}

@Test(arguments: RuleCatalogue.rules.map(\.code))
func aRuleTellsWhatItAsksForByWhichLawAndHow(_ code: String) throws {
  let rule = try #require(RuleCatalogue.rules.first { $0.code == code })
  for text in [rule.title, rule.statement, rule.citation, rule.passing, rule.failing] {
    #expect(!text.isEmpty)
  }
  #expect(rule.statement.hasSuffix("。"))
}

@Test func anExplanationInTheWrongPlaceIsRefused() throws {
  let text = RuleText(name: "e", text: "V-13: {title: 一, text: 二}\n", path: "e")
  #expect(readExplanations(text).1.map(\.code) == ["rules.twice"])
  let broken = RuleText(name: "e", text: "V-01: {titel: 一, text: 二}\n", path: "e")
  let said = readExplanations(broken).1.map(\.code)
  #expect(said.contains("yaml.missingKey") && said.contains("yaml.unknownKey"))
}
