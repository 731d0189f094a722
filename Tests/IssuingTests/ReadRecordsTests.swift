import Diagnostics
import Issuing
import Records
import Synchronization
import TestSupport
import Testing

/// Everything that a reading of a record file tells.
private struct Reading: Equatable {
  var rows: [String] = []
  var places: [RowPlace] = []
  var file: [String] = []
  var failure: String?

  init(_ read: ((RowOutcome, Batch?) -> Void) throws(RecordFailure) -> RecordFile) {
    do throws(RecordFailure) {
      let file = try read { rows.append(Reading.told($0, $1)) }
      places = file.rows
      self.file = file.diagnostics.map(\.description)
    } catch {
      failure = "\(error)"
    }
  }

  private static func told(_ outcome: RowOutcome, _ batch: Batch?) -> String {
    let head = "\(outcome.row) \(batch == nil ? "without" : "with") head"
    switch outcome {
    case .accepted(let filing):
      return "\(head): \(filing.id) \(filing.employee.name) \(filing.notices.map(\.description))"
    case .refused(let rejection):
      return "\(head): refused \(rejection.reasons.map(\.description))"
    }
  }
}

/// Reads `text` with threads and without, and returns what both tell.
private func reading(of text: String, workers: Int = 3) -> Reading {
  let source = ByteSource(name: "记录.json", bytes: Array(text.utf8))
  let alone = Reading { visit throws(RecordFailure) in
    try openRecords(source, visitWithHead: visit)
  }
  let together = Reading { visit throws(RecordFailure) in
    try readRecords(source, workers: workers, visit: visit)
  }
  #expect(together == alone)
  return together
}

@Suite(.timeLimit(.minutes(5))) struct ReadRecordsTests {
  /// More rows than the threads have in hand at a time.
  private let rowCount = 1500

  @Test(arguments: [1, 2, 5])
  func rowsAreShownInOrderHoweverManyThreadsDecode(_ workers: Int) {
    let reading = reading(of: RecordFixtures.batchJSON(rows: rowCount), workers: workers)
    #expect(reading.rows.count == rowCount)
    #expect(reading.places.count == rowCount)
    #expect(reading.rows.allSatisfy { $0.contains("with head: f") })
  }

  @Test func linesAreReadAsADocumentIs() {
    #expect(reading(of: RecordFixtures.jsonLines(rows: rowCount)).rows.count == rowCount)
  }

  @Test(arguments: [0, 1, 255, 256, 257])
  func fewRowsAreReadAsWell(_ count: Int) {
    #expect(reading(of: RecordFixtures.jsonLines(rows: count)).rows.count == count)
  }

  @Test func badRowsOfAllKindsAreToldAlike() {
    var rows = (1...rowCount).map { RecordFixtures.filing($0) }
    rows[300] = rows[300].replacing(#""idType":"01""#, with: #""idType":[1]"#)
    rows[700] = rows[700].replacing(#""phone""#, with: #""phones""#)
    rows[900] = String(rows[900].dropLast(3))
    rows[1200] = rows[4]
    rows[1400] = rows[1399]
    let reading = reading(of: RecordFixtures.document(rows))
    let refused = reading.rows.filter { $0.contains("refused") }
    #expect(refused.contains { $0.contains("与第 5 行重复") })
    #expect(refused.count >= 4)
  }

  @Test func unknownKeysAreCountedOverAllRows() {
    let text = RecordFixtures.batchJSON(rows: rowCount)
      .replacing(#""rostered""#, with: #""rosteredd":1,"rostered""#)
    #expect(reading(of: text).file.contains { $0.contains("共 \(rowCount) 条记录") })
  }

  @Test func aFileWithoutAUsableHeadIsRefusedAlike() {
    let text = RecordFixtures.batchJSON(rows: rowCount)
    #expect(reading(of: text.replacing("mingce/1", with: "other/1")).failure != nil)
    #expect(reading(of: text.replacing(#""uscc""#, with: #""usccc""#)).failure != nil)
    #expect(reading(of: "").failure != nil)
  }

  @Test func rowsReadBeforeTheSourceFailsAreShown() {
    let bytes = Array(RecordFixtures.jsonLines(rows: 4000).utf8)
    let source = ByteSource(name: "a", count: bytes.count) { range throws(ReadFailure) in
      guard range.lowerBound < 1 << 20 else { throw ReadFailure("坏了") }
      return Array(bytes[range])
    }
    let alone = Reading { visit throws(RecordFailure) in
      try openRecords(source, visitWithHead: visit)
    }
    let together = Reading { visit throws(RecordFailure) in
      try readRecords(source, workers: 2, visit: visit)
    }
    #expect(together == alone)
    #expect(together.failure?.contains("坏了") == true)
    #expect(together.rows.count > 500)
  }
}
