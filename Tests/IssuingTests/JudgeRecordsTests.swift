import Diagnostics
import Foundation
import Issuing
import Records
import Rules
import TestSupport
import Testing

/// Returns a file of `rows` filings some of which break rules of every kind.
private func mixedFile(_ rows: Int) -> String {
  let filings = (1...rows).map { number in
    var row = RecordFixtures.filing(number, kind: [.new, .renew, .terminate][number % 3])
    if number % 7 == 0 {
      row = row.replacing("2018\",\"employmentForm", with: "2019\",\"employmentForm")
    }
    if number % 11 == 0 { row = row.replacing("\"payDay\":\"15\"", with: "\"payDay\":\"X\"") }
    if number % 50 == 1, number > 1 {
      row = row.replacing(padded(number), with: "f9" + padded(number).dropFirst(2))
    }
    return row
  }
  return RecordFixtures.document(filings)
}

private func padded(_ number: Int) -> String {
  "f" + String(repeating: "0", count: 7 - String(number).count) + String(number)
}

@Test func manyThreadsJudgeAsOneDoes() throws {
  let shelf = try houseShelf()
  let text = mixedFile(1500)
  let one = try judged(text, by: shelf, workers: 1)
  #expect(one.rows.count == 1500)
  for workers in [2, 3, 8] {
    let many = try judged(text, by: shelf, workers: workers)
    #expect(many.rows.map(\.diagnostics) == one.rows.map(\.diagnostics))
    #expect(many.rows.map(\.line) == one.rows.map(\.line))
    #expect(many.diagnostics == one.diagnostics)
  }
  let codes = Set(one.rows.flatMap { $0.diagnostics.map(\.code) })
  #expect(codes.isSuperset(of: ["V-08", "V-28"]))
}

@Test func aRowThatARuleForbidsIsRefusedWithEverythingThatIsWrong() throws {
  let row = RecordFixtures.filing(3)
    .replacing("\"payDay\":\"15\"", with: "\"payDay\":\"31\"")
    .replacing("2018\",\"employmentForm", with: "2019\",\"employmentForm")
  let judged = try judged(RecordFixtures.document([row]), by: houseShelf(), workers: 1)
  guard case .refused(let rejection) = judged.rows[0].outcome else {
    Issue.record("the row was accepted")
    return
  }
  #expect(rejection.reasons.map(\.code) == ["V-08", "V-28"])
  #expect(rejection.name == "张示例" && rejection.sketch.startDate == "2026-11-08")
  #expect(judged.rows[0].diagnostics == rejection.reasons)
}

@Test func aWarningRefusesNothing() throws {
  let row = RecordFixtures.filing(3).replacing("\"phone\":\"1350000", with: "\"phone\":\"1250000")
  let judged = try judged(RecordFixtures.document([row]), by: houseShelf(), workers: 1)
  guard case .accepted = judged.rows[0].outcome else {
    Issue.record("the row was refused")
    return
  }
  #expect(judged.rows[0].diagnostics.map(\.code) == ["V-04"])
}

@Test func soundFixturesKeepEveryRule() throws {
  let shelf = try houseShelf()
  for profile in Profile.allCases {
    let text = RecordFixtures.batchJSON(
      rows: 60,
      profile: profile.rawValue,
      kinds: RecordFixtures.Kind.allCases
    )
    let judged = try judged(text, by: shelf, workers: 1)
    let said = judged.rows.flatMap(\.diagnostics).filter { $0.severity == .error }
    #expect(said.map(\.description) == [], "\(profile)")
  }
}

@Test func aSelectionLeavesOutWhatARuleForbids() throws {
  let bad = RecordFixtures.filing(6).replacing(
    "2018\",\"employmentForm",
    with: "2019\",\"employmentForm"
  )
  let text = RecordFixtures.document([RecordFixtures.filing(3), bad, RecordFixtures.filing(9)])
  var builder = try SelectionBuilder(rosterForm())
  let source = ByteSource(name: "a.json", bytes: Array(text.utf8))
  _ = try judgeRecords(source, by: houseShelf(), workers: 1) { row, batch in
    if let batch { builder.visit(row.outcome, in: batch) }
  }
  let selection = builder.finish()
  #expect(selection.rows == [1, 3] && selection.refusedCount == 1)
}

/// Lists may stand behind the rows, and the head that rows are judged by does not know them yet.
@Test(arguments: [true, false])
func rulesOverTheFileKnowTheWholeHead(_ isBehind: Bool) throws {
  let filing = RecordFixtures.filing(3, kind: .terminate)
  let number = try #require(filing.firstMatch(of: /"idNumber":"(\w+)"/)).1
  let list = #"""
    "insuranceChanges":[{"employee":{"name":"张示例","idNumber":"\#(number)"},"direction":"减",\#
    "reason":"退休","changeDate":"2026-11"}]
    """#
  let document = RecordFixtures.document([filing])
  let text = isBehind ? "\(document.dropLast(2)),\(list)}" : "{\(list),\(document.dropFirst())"
  let judged = try judged(text, by: houseShelf(), workers: 1)
  #expect(judged.diagnostics.filter { $0.code == "V-49" }.count == 1, "\(judged.diagnostics)")
}
