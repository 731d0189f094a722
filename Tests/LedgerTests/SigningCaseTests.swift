import Calendar
import Diagnostics
import Digests
import GRDB
import TestSupport
import Testing

@testable import Ledger

/// What the employer has signed, with the end mark of a PDF file.
private func file(_ words: String) -> [UInt8] { Array("%PDF-1.7 \(words)\n%%EOF\n".utf8) }

@Suite struct SigningCaseTests {
  private let folder: LedgerFolder
  private let contract = file("合同")

  init() throws {
    folder = try LedgerFolder()
  }

  private func draft(_ bytes: [UInt8], deadline: String = "2026-12-20") throws -> SigningDraft {
    SigningDraft(
      title: "劳动合同书",
      person: "张示例",
      filing: nil,
      deadline: try #require(CivilDate(iso: deadline)),
      file: Digest(of: bytes)
    )
  }

  private func open(_ bytes: [UInt8], deadline: String = "2026-12-20") throws {
    try folder.ledger.openSignings([draft(bytes, deadline: deadline)], at: LedgerFolder.time())
  }

  private func sign(_ bytes: [UInt8], on day: String = "2026-11-20", keep: () throws -> Void = {})
    throws
  {
    let refusals = try folder.ledger.sign(
      [("QS-2026-0001", Digest(of: bytes))],
      at: LedgerFolder.time(day)
    ) { _ in try keep() }
    if !refusals.isEmpty { throw LedgerFailure.refused(Array(refusals.values)) }
  }

  private func day(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso)) }

  @Test func aDocumentWaitsUntilBothHaveSigned() throws {
    try open(contract)
    let waiting = try #require(try folder.ledger.signing(of: contract))
    #expect(waiting.number == "QS-2026-0001" && waiting.accounts(for: contract))
    #expect(try waiting.state(on: day("2026-12-20")) == .pending)
    let both = contract + file("签名")
    try sign(both)
    let signed = try #require(try folder.ledger.signing(of: both))
    #expect(try signed.state(on: day("2027-01-01")) == .signed)
    #expect(signed.accounts(for: both) && !signed.accounts(for: contract))
    #expect(try folder.findings() == [])
  }

  @Test func aFileIsKnownByWhatTheEmployerSigned() throws {
    try open(contract)
    let later = contract + file("签名") + file("时间戳")
    #expect(try folder.ledger.signing(of: later)?.number == "QS-2026-0001")
    var changed = contract
    changed[10] ^= 1
    #expect(try folder.ledger.signing(of: changed) == nil)
    #expect(try folder.ledger.signing(of: changed + file("签名")) == nil)
    #expect(try folder.ledger.signing(of: []) == nil)
  }

  @Test func aFileOfNothingButEndMarksIsSoonDone() throws {
    try open(contract)
    let hostile = Array(String(repeating: "%%EOF\n", count: 200_000).utf8)
    #expect(try folder.ledger.signing(of: hostile) == nil)
    #expect(try folder.ledger.signing(of: contract + hostile)?.number == "QS-2026-0001")
  }

  @Test func theTrailTellsWhyADocumentWasRefused() throws {
    try open(contract)
    try finish(as: .refused)
    var last: TrailEntry?
    try folder.ledger.forEachEntry { last = $0 }
    #expect(last?.reason == "否")
  }

  @Test func theSameFileIsEnteredOnce() throws {
    let other = file("另一份")
    try open(contract)
    try folder.ledger.openSignings([draft(contract), draft(other)], at: LedgerFolder.time())
    var numbers: [String] = []
    try folder.ledger.forEachSigning { numbers.append($0.number) }
    #expect(numbers == ["QS-2026-0001", "QS-2026-0002"])
  }

  @Test func afterTheDeadlineNobodySigns() throws {
    try open(contract, deadline: "2026-12-01")
    let document = try folder.ledger.signing("QS-2026-0001")
    #expect(try document.state(on: day("2026-12-01")) == .pending)
    #expect(try document.state(on: day("2026-12-02")) == .expired)
    var isKept = false
    let refused = try refusal { try sign(contract, on: "2026-12-02") { isKept = true } }
    #expect(refused.map(\.code) == ["signing.expired"] && !isKept)
    // Why nothing came of it can still be told.
    try folder.ledger.refuseSigning(
      "QS-2026-0001",
      reason: "没有谈成",
      at: LedgerFolder.time("2026-12-02")
    )
    #expect(try folder.findings() == [])
  }

  @Test(arguments: [SigningState.signed, .refused, .void])
  func whatHasEndedEndsNoMore(_ end: SigningState) throws {
    try open(contract)
    try finish(as: end)
    for again in [SigningState.signed, .refused, .void] {
      #expect(try refusal { try finish(as: again) }.map(\.code) == ["signing.\(end.rawValue)"])
    }
    #expect(try folder.findings() == [])
  }

  private func finish(as end: SigningState) throws {
    let (ledger, number, time) = (folder.ledger, "QS-2026-0001", try LedgerFolder.time())
    switch end {
    case .refused: try ledger.refuseSigning(number, reason: "否", at: time)
    case .void: try ledger.voidSigning(number, reason: "错", at: time)
    default: try sign(contract)
    }
  }

  @Test func aFileThatCannotBeKeptLeavesTheDocumentWaiting() throws {
    struct Full: Error {}
    try open(contract)
    #expect(throws: LedgerFailure.self) { try sign(contract) { throw Full() } }
    let document = try folder.ledger.signing("QS-2026-0001")
    #expect(try document.state(on: day("2026-11-20")) == .pending)
  }

  @Test func whatCannotBeSignedKeepsNothingElseFromIt() throws {
    let files = (1...3).map { file("第 \($0) 份") }
    try folder.ledger.openSignings(try files.map { try draft($0) }, at: LedgerFolder.time())
    try folder.ledger.voidSigning("QS-2026-0002", reason: "错", at: LedgerFolder.time())
    var kept: [Int] = []
    let refusals = try folder.ledger.sign(
      files.enumerated().map { ("QS-2026-000\($0 + 1)", Digest(of: $1 + file("签名"))) },
      at: LedgerFolder.time()
    ) { kept.append($0) }
    #expect(kept == [0, 2])
    #expect(refusals.mapValues(\.code) == [1: "signing.void"])
    var states: [SigningState] = []
    let today = try day("2026-11-20")
    try folder.ledger.forEachSigning { states.append($0.state(on: today)) }
    #expect(states == [.signed, .void, .signed])
    #expect(try folder.findings() == [])
  }

  @Test func anUnknownNumberIsTold() throws {
    let refused = try refusal { try sign(contract) }
    #expect(refused.map(\.code) == ["signing.unknown"])
  }

  @Test(
    arguments: [
      "UPDATE signing SET deadline = '2027-12-20'", "UPDATE signing SET file = zeroblob(32)",
      "DELETE FROM signing", "UPDATE signingEnd SET state = 'refused'",
      "UPDATE signingEnd SET file = zeroblob(32)", "DELETE FROM signingEnd",
      "UPDATE signing SET day = '2026-11-01'",
    ]
  )
  func whatIsEditedIsFound(_ sql: String) throws {
    try open(contract)
    try sign(contract + file("签名"))
    try folder.tamper(sql)
    #expect(try folder.findings().contains("ledger.signing"))
  }

  @Test func whatIsPutInIsFound() throws {
    try open(contract)
    try folder.tamper("INSERT INTO signingEnd VALUES ('QS-2026-0001', 'refused', NULL, 1)")
    #expect(try folder.findings() == ["ledger.signing"])
  }

  @Test func anOlderLedgerIsBroughtUpToDate() throws {
    let old = try LedgerFolder()
    // A table takes its triggers along.
    let drop = "DROP TABLE signingEnd; DROP TABLE signing; PRAGMA user_version = 1"
    try DatabaseQueue(path: old.path).write { try $0.execute(sql: drop) }
    let ledger = try Ledger(at: old.path)
    try ledger.openSignings([draft(contract)], at: LedgerFolder.time())
    #expect(try ledger.signing(of: contract) != nil)
  }
}
