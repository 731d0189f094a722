import Diagnostics
import Records
import TestSupport
import Testing

@testable import Ledger

@Suite struct VoidRosterTests {
  private let folder: LedgerFolder
  private let people: RecordSet

  init() throws {
    folder = try LedgerFolder()
    people = try RecordSet(filings: (1...3).map { RecordFixtures.filing($0) })
  }

  private func void(_ number: String) throws {
    try folder.ledger.voidRoster(number, reason: "漏报", at: LedgerFolder.time())
  }

  @Test func aVoidRosterFreesItsFilingsAndKeepsItsNumber() throws {
    let first = try folder.save(.new, people)
    try void(first.number)
    #expect(try folder.ledger.roster(first.number).isVoid)
    #expect(try folder.save(.new, people).number == "XQ-2026-0002")
    #expect(try refusal { try folder.save(.new, people) }[0].message.hasSuffix("XQ-2026-0002"))
    #expect(try folder.ledger.history(of: first).map(\.action) == ["roster.save", "roster.void"])
    #expect(try folder.ledger.history(of: first)[1].reason == "漏报")
    #expect(try folder.findings() == [])
  }

  @Test func aVoidRosterIsNeitherVoidedNorPrintedAgain() throws {
    let roster = try folder.save(.new, people)
    try void(roster.number)
    #expect(try refusal { try void(roster.number) }.map(\.code) == ["ledger.void"])
    let reprint = try refusal {
      try folder.ledger.reprint(roster, at: LedgerFolder.time()) { _ in .sample }
    }
    #expect(reprint.map(\.code) == ["ledger.void"])
  }

  @Test func aReprintIsTold() throws {
    let roster = try folder.save(.new, people)
    try folder.ledger.reprint(roster, at: LedgerFolder.time("2026-12-01")) { mark in
      #expect(mark == roster.mark)
      return .sample
    }
    let history = try folder.ledger.history(of: roster)
    #expect(history.map(\.action) == ["roster.save", "roster.reprint"])
    #expect(history[1].day == "2026-12-01")
    #expect(try folder.findings() == [])
  }

  /// A renewal in a later roster rests on the first contract: without its roster V-27 would not hold any more.
  @Test func aRosterThatAnotherRestsOnIsVoidedAfterIt() throws {
    let renewal = RecordFixtures.filing(1, kind: .renew)
    let no = try #require(renewal.firstMatch(of: /"contractNo":"([^"]*)"/)?.output.1)
    let identity = try #require(renewal.firstMatch(of: /"idNumber":"([^"]*)"/)?.output.1)
    let sex = try #require(renewal.firstMatch(of: /"sex":"(.)"/)?.output.1)
    let first = RecordFixtures.filing(3)
      .replacing(/"no":"LD-[^"]*"/, with: #""no":"\#(no)""#)
      .replacing(/"idNumber":"[^"]*"/, with: #""idNumber":"\#(identity)""#)
      .replacing(/"sex":"."/, with: #""sex":"\#(sex)""#)
      .replacing(/"retirementCategory":"[^"]*"/, with: #""nationality":"中国""#)
    let opening = try folder.save(.new, RecordSet(filings: [first]))
    let following = try folder.save(.renew, RecordSet(filings: [renewal]))
    let found = try refusal { try void(opening.number) }
    #expect(found.map(\.code) == ["V-27"])
    #expect(found[0].message.contains(following.number))
    try void(following.number)
    try void(opening.number)
    #expect(
      try refusal { try folder.save(.renew, RecordSet(filings: [renewal])) }.map(\.code) == ["V-27"]
    )
  }
}

@Suite struct TakeOverTests {
  private let folder: LedgerFolder

  init() throws {
    folder = try LedgerFolder()
  }

  private func rostered(_ number: Int, _ kind: RecordFixtures.Kind = .new) -> String {
    RecordFixtures.filing(number, kind: kind).replacing(
      #""rostered":false"#,
      with: #""rostered":true,"rosterNo":"旧-\#(number)""#
    )
  }

  private func takeOver(_ records: RecordSet) throws -> TakeOverCount {
    var rest = records.filings[...]
    return try folder.ledger.takeOver(from: records.file.batch, at: LedgerFolder.time()) {
      while let filing = rest.popFirst() {
        let content = try records.content(filing.row)
        if let taken = folder.ledger.traceMaker().taken(
          filing,
          in: records.file.batch,
          content: content
        ) {
          return taken
        }
      }
      return nil
    }
  }

  @Test func whatOthersHaveRosteredCountsAsRostered() throws {
    let old = try RecordSet(filings: [
      rostered(1), rostered(2, .terminate), RecordFixtures.filing(3),
    ])
    #expect(try takeOver(old) == TakeOverCount(taken: 2, known: 0))
    let again = try RecordSet(filings: [RecordFixtures.filing(1)])
    #expect(try again.judged(.new, folder.ledger).diagnostics.map(\.message) == ["该备案已生成名册旧-1"])
    let third = try RecordSet(filings: [RecordFixtures.filing(3)])
    #expect(try third.judged(.new, folder.ledger).diagnostics.isEmpty)
    #expect(try folder.findings() == [])
  }

  @Test func whatIsKnownIsPassedOverAndLeavesNoEntry() throws {
    let old = try RecordSet(filings: [rostered(1)])
    #expect(try takeOver(old).taken == 1)
    let last = try folder.ledger.forEachRoster { _ in }
    #expect(try takeOver(old) == TakeOverCount(taken: 0, known: 1))
    #expect(try folder.ledger.forEachRoster { _ in }.sequence == last.sequence)
  }

  @Test func aFilingThatWasNeverApprovedIsNotTakenOver() throws {
    let pending = rostered(1).replacing(
      #""review":{"status":"审核通过""#,
      with: #""review":{"status":"未审核""#
    )
    #expect(try takeOver(try RecordSet(filings: [pending])) == TakeOverCount())
  }
}
