import Diagnostics
import Foundation
import Records
import Testing

@testable import Rules

/// A row that holds errors is judged by all that could be read of it, so that it is mended at one go.
@Suite struct BrokenRowTests {
  private let shelf: RuleShelf

  init() throws {
    shelf = try RulesTests.shelf()
  }

  /// Returns what is said of each of `rows`, given by their changes, by readers and rules.
  private func marks(_ rows: [[(String, String)]], kind: String = "new") throws -> [[String]] {
    let rows = try rows.enumerated().map { index, edits in
      try edits.reduce(SoundRows.filing(kind, id: "f\(index)")) { row, edit in
        try edited(row, edit.0.split(separator: ".").map(String.init)[...], edit.1)
      }
    }
    let head = try SoundRows.head("CN-YN-ZHANYI", asOf: "2021-10-20")
    return try judge(rows, under: head, by: shelf).rows.map(\.marks)
  }

  @Test func everyMistakeOfARowIsToldAtOnce() throws {
    let said = try marks([
      [
        ("contract.wage.monthly", "\"三千五百\""), ("employee.residence", "-"),
        ("contract.templateCode", "\"别的文本\""),
        ("contract.probation", #"{"has":true,"endDate":"2022-04-08"}"#),
      ]
    ])
    #expect(said == [["V-07:E", "V-11:E", "V-13:E", "V-28:E"]])
  }

  @Test(arguments: [
    ("employee.residence", "7", ["json.type:E"]),
    ("contract.startDate", "\"2021-13-08\"", ["V-06:E"]),
    ("contract.insuranceKinds", "[\"养\"]", ["record.unknownCode:E"]),
    ("contract.termType", "\"长期\"", ["record.unknownCode:E"]),
    ("employee.idNumber", "\"220104198605040030\"", ["V-02a:E"]),
    ("contract.wage", "7", ["json.type:E"]),
  ])
  func whatCannotBeReadIsNeitherMissingNorJudged(
    _ path: String,
    _ json: String,
    _ expected: [String]
  ) throws {
    #expect(try marks([[(path, json)]]) == [expected])
  }

  @Test func aBrokenRowIsComparedWithThoseBeforeAndForbidsNoneAfter() throws {
    let wrong = ("contract.wage.monthly", "\"多\"")
    #expect(try marks([[], [wrong]]) == [[], ["V-07:E", "V-56:E"]])
    #expect(try marks([[wrong], []]) == [["V-07:E"], []])
    let other = ("employee.idNumber", "\"220104198605040030\"")
    #expect(try marks([[], [other]]) == [[], ["V-02a:E"]])
  }

  /// Whatever cannot be read of a row, rules say nothing of the rest that they would not say of the whole row.
  @Test(arguments: RowCase.all)
  func nothingIsSaidThatWouldNotBeSaidOfTheWholeRow(_ item: RowCase) throws {
    var (row, head) = try item.records()
    row["id"] = "whole"
    var rows = [row]
    // A few values of each case, others each time.
    for (index, path) in leaves(of: row).enumerated() where index % 8 == item.line % 8 {
      for json in ["{}", "-"] {
        var broken = row
        broken["id"] = "f\(rows.count)"
        rows.append(try edited(broken, path[...], json))
      }
    }
    head["filings"] = rows
    let bytes = try JSONSerialization.data(withJSONObject: head)
    var said: [(row: Int, findings: Set<String>)] = []
    var isSound = false
    let source = ByteSource(name: "记录.json", bytes: Array(bytes))
    _ = try openRecords(
      source,
      visitWithHead: { outcome, batch in
        guard let batch else { return }
        let judge = Judge(shelf, for: batch)
        switch outcome {
        case .accepted(let filing):
          isSound = isSound || filing.id == "whole"
          // What is merely missing is judged as missing.
          if filing.id == "whole" { said.append((outcome.row, words(judge.verdict(on: filing)))) }
        case .refused(let rejection):
          said.append((outcome.row, words(judge.verdict(on: rejection.readings))))
        }
      }
    )
    guard isSound, let whole = said.first?.findings else { return }
    for (row, findings) in said {
      #expect(findings.isSubset(of: whole), "row \(row): \(findings.subtracting(whole))")
    }
  }

  /// What is said, but for the row.
  private func words(_ verdict: Verdict) -> Set<String> {
    Set(
      verdict.diagnostics.map { finding in
        let field = if case .field(let place) = finding.origin { place.field } else { "" }
        return [finding.code, field, finding.message, finding.found ?? "", finding.expected ?? ""]
          .joined(separator: "；")
      }
    )
  }

  /// The paths of the single values that `object` holds.
  private func leaves(of object: [String: Any]) -> [[String]] {
    object.keys.sorted().flatMap { key in
      (object[key] as? [String: Any]).map { leaves(of: $0).map { [key] + $0 } } ?? [[key]]
    }
  }
}
