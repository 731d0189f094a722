import Diagnostics
import Foundation
import Rules
import Testing

/// A case of `Cases/rows.txt`: a sound filing with members changed, and what the rules say of it.
struct RowCase: Sendable, CustomTestStringConvertible {
  let line: Int
  let profile: String
  let asOf: String
  let kind: String
  let edits: [(path: String, json: String)]
  /// Codes with severities, and words that the findings hold.
  let expected: [String]
  let text: String

  var testDescription: String { "line \(line): \(text)" }

  init?(_ text: Substring, line: Int) {
    let cells = text.split(separator: "|", omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces) }
    guard !text.hasPrefix("#"), cells.count == 5 else { return nil }
    self.line = line
    self.text = String(text)
    let places = ["ZY": "CN-YN-ZHANYI", "JL": "CN-JL", "SX": "CN-SX", "HN": "CN-HN-ZHUZHOU"]
    profile = places[cells[0]] ?? cells[0]
    (asOf, kind) = (cells[1], cells[2])
    edits = cells[3].split(separator: ";").compactMap { edit in
      let parts = edit.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else { return nil }
      let short = ["c": "contract", "e": "employee", "t": "termination", "h": "head"]
      var path = parts[0].trimmingCharacters(in: .whitespaces).split(separator: ".").map(
        String.init
      )
      path[0] = short[path[0]] ?? path[0]
      return (
        path.joined(separator: "."),
        RowCase.json(parts[1].trimmingCharacters(in: .whitespaces), at: path.joined(separator: "."))
      )
    }
    expected = cells[4].split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  /// Words need no quotes in the file; only counts are numbers.
  private static func json(_ text: String, at path: String) -> String {
    let isJSON =
      ["-", "true", "false"].contains(text) || "[{\"".contains(text.first ?? "x")
      || path.hasSuffix("sequence") || path.hasSuffix("copies")
    return isJSON ? text : "\"\(text)\""
  }

  /// Returns the sound filing and head with the case's changes.
  func records() throws -> (row: [String: Any], head: [String: Any]) {
    var row = SoundRows.filing(kind)
    var head = try SoundRows.head(profile, asOf: asOf)
    for edit in edits {
      let path = edit.path.split(separator: ".").map(String.init)
      if path[0] == "head" {
        head = try edited(head, path.dropFirst(), edit.json)
      } else {
        row = try edited(row, path[...], edit.json)
      }
    }
    return (row, head)
  }

  static let all: [RowCase] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "Cases/rows.txt"
    )
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .compactMap { RowCase($0.element, line: $0.offset + 1) }
  }()
}

@Suite struct RowCaseTests {
  private let shelf: RuleShelf

  init() throws {
    shelf = try RulesTests.shelf()
  }

  @Test func thereAreCases() {
    #expect(RowCase.all.count > 150)
  }

  @Test(arguments: RowCase.all)
  func theRulesSayOfACaseWhatItsLineSays(_ item: RowCase) throws {
    let (row, head) = try item.records()
    let judged = try judge([row], under: head, by: shelf)
    let said = judged.rows[0] + judged.file.filter { !$0.message.contains("未配置") }
    let marks = said.marks.sorted()
    #expect(marks == item.expected.filter(isMark).filter { $0 != "ok" }.sorted(), "\(said)")
    for words in item.expected.filter({ !isMark($0) }) {
      #expect(said.contains { $0.description.contains(words) }, "\(words): \(said)")
    }
  }

  private func isMark(_ text: String) -> Bool {
    text == "ok" || text.hasSuffix(":E") || text.hasSuffix(":W")
  }
}
