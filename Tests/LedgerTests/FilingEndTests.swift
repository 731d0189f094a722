import Diagnostics
import Records
import TestSupport
import Testing

@testable import Ledger

@Suite struct FilingEndTests {
  private let folder: LedgerFolder

  init() throws {
    folder = try LedgerFolder()
  }

  private func records(_ review: String, approvedAt: String? = nil, asOf: String = "2026-11-20")
    throws -> RecordSet
  {
    var filing = RecordFixtures.filing(1).replacing(
      #""review":{"status":"审核通过","handledAt":"2026-11-19 10:22:31.0"}"#,
      with: #""review":{"status":"\#(review)"}"#
    )
    let approval = approvedAt.map { #""approvedAt":"\#($0)","# } ?? ""
    filing.replace(#""approvedAt":"2026-11-19","#, with: approval)
    let text = RecordFixtures.document([filing], profile: "CN-YN-ZHANYI")
    return try RecordSet(text.replacing(#""asOf":"2026-11-20""#, with: #""asOf":"\#(asOf)""#))
  }

  private func void(_ records: RecordSet) throws {
    try folder.ledger.void(
      records.filings[0],
      in: records.file.batch,
      content: try records.content(1),
      reason: "重复申报",
      at: LedgerFolder.time()
    )
  }

  private func revoke(_ records: RecordSet) throws {
    try folder.ledger.revoke(
      records.filings[0],
      in: records.file.batch,
      content: try records.content(1),
      reason: "信息有误",
      within: 7,
      at: LedgerFolder.time()
    )
  }

  @Test func whatHasEndedIsKnownWhateverRecordsSay() throws {
    let records = try records("未审核")
    let (filing, batch) = (records.filings[0], records.file.batch)
    #expect(try !folder.ledger.endedFilings().contains(filing, in: batch))
    try void(records)
    #expect(try folder.ledger.endedFilings().contains(filing, in: batch))
    let other = try RecordSet(RecordFixtures.document([RecordFixtures.filing(2)]))
    #expect(
      try !folder.ledger.endedFilings().contains(other.filings[0], in: other.file.batch)
    )
  }

  @Test(arguments: ["未审核", "审核不通过"])
  func onlyWhatIsNotApprovedIsVoided(_ review: String) throws {
    try void(records(review))
    let later = try records("审核通过", approvedAt: "2026-11-19")
    #expect(try later.judged(.new, folder.ledger).diagnostics.map(\.code) == ["ledger.ended"])
    #expect(try refusal { try folder.save(.new, later) }.map(\.code) == ["ledger.ended"])
    #expect(try refusal { try void(records(review)) }.map(\.code) == ["ledger.ended"])
    #expect(try folder.findings() == [])
  }

  @Test(arguments: ["审核通过", "自动通过", "待提交", "已提交", "作废", "撤销", "已确认"])
  func anythingElseIsNotVoided(_ review: String) throws {
    let found = try refusal { try void(records(review)) }
    #expect(found.map(\.message) == ["仅未审核和审核不通过的可以作废"])
    #expect(found.map(\.code) == ["V-27"])
    #expect(found[0].found == review)
  }

  /// Domain T5: approval on 1 June, revocation on the 8th, and not on the 9th.
  @Test(arguments: [
    ("2026-06-01", "2026-06-08", true), ("2026-06-01", "2026-06-09", false),
    ("2026-06-01", "2026-06-01", true), ("2026-02-25", "2026-03-04", true),
    ("2026-02-25", "2026-03-05", false), ("2026-12-28", "2027-01-04", true),
    ("2026-12-28", "2027-01-05", false), ("2024-02-25", "2024-03-03", true),
    ("2024-02-25", "2024-03-04", false),
  ])
  func whatWasApprovedIsRevokedWithinSevenDays(
    _ approved: String,
    _ asOf: String,
    _ isAllowed: Bool
  ) throws {
    let found = try refusal { try revoke(records("审核通过", approvedAt: approved, asOf: asOf)) }
    #expect(found.map(\.code) == (isAllowed ? [] : ["V-24"]), "\(found)")
  }

  @Test func theLastDayStandsInTheMessage() throws {
    let late = try records("审核通过", approvedAt: "2026-06-01", asOf: "2026-06-09")
    let found = try refusal { try revoke(late) }
    #expect(found.map(\.message) == ["自审核通过起7日内方可撤销（最迟2026-06-08）"])
  }

  @Test(arguments: ["未审核", "审核不通过", "撤销"])
  func whatWasNotApprovedIsNotRevoked(_ review: String) throws {
    #expect(try refusal { try revoke(records(review)) }.map(\.code) == ["V-24"])
  }

  @Test func whatIsInARosterIsRevokedOnlyAfterTheRosterIsVoid() throws {
    let approved = try records("审核通过", approvedAt: "2026-11-19")
    let roster = try folder.save(.new, approved)
    #expect(try refusal { try revoke(approved) }.map(\.code) == ["V-62"])
    try folder.ledger.voidRoster(roster.number, reason: "错", at: LedgerFolder.time())
    try revoke(approved)
    #expect(try refusal { try folder.save(.new, approved) }.map(\.code) == ["ledger.ended"])
    #expect(try folder.findings() == [])
  }
}
