import Calendar
import Diagnostics
import Records
import TestSupport
import Testing

@testable import Ledger

private struct PrinterJam: Error {}

@Suite struct SavingTests {
  private let folder: LedgerFolder

  init() throws {
    folder = try LedgerFolder()
  }

  private func people(_ numbers: ClosedRange<Int>) throws -> RecordSet {
    try RecordSet(filings: numbers.map { RecordFixtures.filing($0) })
  }

  @Test func rostersOfASeriesAreNumberedWithoutGaps() throws {
    #expect(try folder.save(.new, people(1...3)).number == "XQ-2026-0001")
    #expect(try folder.save(.insurance, people(1...3)).number == "CB-2026-0001")
    #expect(try folder.save(.new, people(4...4)).number == "XQ-2026-0002")
    #expect(try folder.findings() == [])
  }

  @Test func aFilingEntersOneRosterOfAKind() throws {
    try folder.save(.new, people(1...3))
    let again = try refusal { try folder.save(.new, people(3...5)) }
    #expect(again.map(\.code) == ["V-62"])
    #expect(again[0].message == "该备案已生成名册XQ-2026-0001")
    #expect(again[0].origin.description == "第 1 行 f.rosterNo")
    #expect(try folder.save(.new, people(4...5)).count == 2)
    #expect(try folder.findings() == [])
  }

  @Test func aFilingIsKnownByEmployerAndIDWhateverElseItSays() throws {
    try folder.save(.new, people(1...1))
    let changed = RecordFixtures.filing(1).replacing("张示例", with: "李示例")
    let found = try refusal { try folder.save(.new, RecordSet(filings: [changed])) }
    #expect(found.map(\.code) == ["V-62"])
    let other = RecordFixtures.creditCode("91220102MA0Y00009")
    let text = RecordFixtures.document([RecordFixtures.filing(1)])
    let elsewhere = text.replacing(RecordFixtures.employerCode, with: other)
    #expect(try folder.save(.new, RecordSet(elsewhere)).number == "XQ-2026-0002")
  }

  @Test func whatCannotBePrintedIsNotSavedAndTakesNoNumber() throws {
    #expect(throws: LedgerFailure.self) {
      try folder.save(.new, people(1...3)) { _ in throw PrinterJam() }
    }
    var rosters = 0
    let last = try folder.ledger.forEachRoster { _ in rosters += 1 }
    #expect(rosters == 0 && last.sequence == 1)
    #expect(try folder.save(.new, people(1...3)).number == "XQ-2026-0001")
    #expect(try folder.findings() == [])
  }

  @Test func theFileIsPrintedWithTheNumberBeforeAnythingIsCommitted() throws {
    let other = try Ledger(at: folder.path, patience: 0)
    try folder.save(.new, people(1...1)) { mark in
      #expect(mark.number == "XQ-2026-0001")
      #expect(mark.check.count == 16)
      var seen = 0
      _ = try other.forEachRoster { _ in seen += 1 }
      #expect(seen == 0)
      return .sample
    }
  }

  @Test func frozenRowsComeBackAsTheyWere() throws {
    let records = try people(1...20)
    let roster = try folder.save(.new, records)
    var text: [UInt8] = []
    let form = try folder.ledger.thaw(roster) { text += $0 }
    #expect(form.name == "roster-new" && form.body == "# 名册")
    let copy = try RecordSet(String(decoding: text, as: UTF8.self))
    #expect(copy.file.canonicalHead == records.file.canonicalHead)
    #expect(try (1...20).map(copy.content) == (1...20).map(records.content))
  }

  @Test func theSameContentHasTheSameHashInEveryLedger() throws {
    let other = try LedgerFolder()
    let (first, second) = try (folder.save(.new, people(1...5)), other.save(.new, people(1...5)))
    #expect(first.content == second.content && first.check != second.check || first == second)
    let changed = try LedgerFolder()
    #expect(try changed.save(.new, people(1...4)).content != first.content)
  }

  @Test func anEmptyRosterCanBeSaved() throws {
    let roster = try folder.save(.new, RecordSet(filings: [RecordFixtures.filing(1, kind: .renew)]))
    #expect(roster.count == 0)
    #expect(try folder.findings() == [])
  }

  @Test func theDayIsThatOfTheRecordsAndTheStampThatOfTheClock() throws {
    let roster = try folder.save(.new, people(1...1))
    let entry = try #require(try folder.ledger.history(of: roster).first)
    #expect((entry.day, entry.stamp) == ("2026-11-20", LedgerFolder.stamp))
    #expect(entry.action == "roster.save" && entry.subject == roster.number)
  }

  @Test func anUnknownNumberIsAnsweredWithTheNearest() throws {
    try folder.save(.new, people(1...1))
    let found = try refusal { _ = try folder.ledger.roster("XQ-2026-001") }
    #expect(found.first?.advice == "是否要写“XQ-2026-0001”？")
  }

  @Test func manyConnectionsSavingAtOnceTakeTurns() async throws {
    let path = folder.path
    let numbers = try await withThrowingTaskGroup(of: String.self) { group in
      for index in 0..<12 {
        group.addTask {
          let ledger = try Ledger(at: path, patience: 30)
          let people = try RecordSet(filings: [RecordFixtures.filing(index + 1)])
          let draft = try people.draft(.new, ledger: ledger)
          return try ledger.save(draft, at: LedgerFolder.time()) { _ in .sample }.number
        }
      }
      return try await group.reduce(into: [String]()) { $0.append($1) }
    }
    #expect(numbers.sorted() == (1...12).map { $0 < 10 ? "XQ-2026-000\($0)" : "XQ-2026-00\($0)" })
    #expect(try folder.findings() == [])
  }
}
