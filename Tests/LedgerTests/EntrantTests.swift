import Diagnostics
import Records
import TestSupport
import Testing

@testable import Ledger

/// Returns filing `number` with `review` in the place of 审核通过.
private func reviewed(_ number: Int, _ review: String) -> String {
  RecordFixtures.filing(number).replacing(
    #""review":{"status":"审核通过""#,
    with: #""review":{"status":"\#(review)""#
  )
}

/// Returns the first contract that the renewal or termination number `number` follows on, as an old system has it.
private func prior(_ number: Int, of kind: RecordFixtures.Kind, roster: String?) throws -> String {
  let later = RecordFixtures.filing(number, kind: kind)
  let identity = try #require(later.firstMatch(of: /"idNumber":"(\d{17}.)"/)?.output.1)
  let own = try #require(later.firstMatch(of: /"no":"(LD-[^"]*)"/)?.output.1)
  let number = later.firstMatch(of: /"contractNo":"([^"]*)"/)?.output.1 ?? own
  var first = RecordFixtures.filing(3)
  let old = try #require(first.firstMatch(of: /"idNumber":"(\d{17}.)"/)?.output.1)
  let oldNo = try #require(first.firstMatch(of: /"no":"(LD-[^"]*)"/)?.output.1)
  first = first.replacing(old, with: identity).replacing(oldNo, with: number)
    .replacing(/"sex":".",/, with: "").replacing(
      /"retirementCategory":"[^"]*"/,
      with: #""nationality":"中国""#
    )
    .replacing(#""id":"f0000003""#, with: #""id":"old-\#(number)""#)
    .replacing("2026-11-08", with: "2023-11-08").replacing("2029-11-07", with: "2026-11-07")
  guard let roster else { return first }
  return first.replacing(
    #""rostered":false"#,
    with: #""rostered":true,"rosterNo":"\#(roster)""#
  )
}

@Suite struct EntrantTests {
  private let folder: LedgerFolder

  init() throws {
    folder = try LedgerFolder()
  }

  @Test(arguments: [
    ("未审核", "尚未审核通过，不能进入名册"), ("待提交", "尚未审核通过，不能进入名册"), ("审核不通过", "审核不通过，不能进入名册"),
  ])
  func whatIsNotApprovedIsRefusedByRow(_ review: String, _ message: String) throws {
    let records = try RecordSet(filings: [RecordFixtures.filing(1), reviewed(2, review)])
    for ledger in [folder.ledger, nil] {
      let judgement = try records.judged(.new, ledger)
      #expect(judgement.refusedRows == [2])
      #expect(judgement.diagnostics.map(\.code) == ["V-61"])
      #expect(judgement.diagnostics[0].message == message)
      #expect(judgement.diagnostics[0].found == review)
      #expect(judgement.diagnostics[0].origin.description.hasPrefix("第 2 行"))
    }
  }

  @Test func otherKindsAndVoidFilingsAreNoneOfARostersBusiness() throws {
    let void = RecordFixtures.filing(2).replacing(
      #""contractState":"新订""#,
      with: #""contractState":"作废""#
    )
    let records = try RecordSet(filings: [RecordFixtures.filing(1, kind: .renew), void])
    #expect(try records.judged(.new, folder.ledger).diagnostics.isEmpty)
  }

  @Test func aBrokenRowIsRefused() throws {
    let records = try RecordSet(filings: [RecordFixtures.filing(1), #"{"id":"x"}"#])
    let judgement = try records.judged(.new, folder.ledger)
    #expect(judgement.refusedRows == [2])
    #expect(judgement.diagnostics.map(\.code) == ["ledger.brokenRow"])
  }

  @Test func anUnapprovedEmployerHasNoRoster() throws {
    let text = RecordFixtures.document([RecordFixtures.filing(1)])
    let review = #""review":{"status":"审核通过"}}"#
    let records = try RecordSet(text.replacing(review, with: #""review":{"status":"未审核"}}"#))
    let diagnostics = try records.judged(.new, folder.ledger).diagnostics
    #expect(diagnostics.map(\.message) == ["单位基本信息尚未审核通过，不能生成名册"])
  }

  @Test func aFilingThatTheRecordShowsInARosterIsRefusedByItsNumber() throws {
    let filing = RecordFixtures.filing(1).replacing(
      #""rostered":false"#,
      with: #""rostered":true,"rosterNo":"吉2020-7""#
    )
    let records = try RecordSet(filings: [filing])
    let judgement = try records.judged(.new, folder.ledger)
    #expect(judgement.diagnostics.map(\.message) == ["该备案已生成名册吉2020-7"])
    #expect(judgement.diagnostics.map(\.code) == ["V-62"])
    #expect(try records.judged(.insurance, folder.ledger).diagnostics.isEmpty)
  }

  @Test(arguments: [RecordFixtures.Kind.renew, .terminate])
  func aLaterFilingWaitsForTheRosterOfItsContract(_ kind: RecordFixtures.Kind) throws {
    let later = try RecordSet(filings: [RecordFixtures.filing(1, kind: kind)])
    let roster: RosterKind = kind == .renew ? .renew : .terminate
    let judgement = try later.judged(roster, folder.ledger)
    #expect(judgement.diagnostics.map(\.code) == ["V-27"])
    #expect(judgement.diagnostics[0].message.hasPrefix("请先生成备案名册"))
    #expect(try refusal { try folder.save(roster, later) }.map(\.code) == ["V-27"])
    try folder.save(.new, RecordSet(filings: [prior(1, of: kind, roster: nil)]))
    #expect(try later.judged(roster, folder.ledger).diagnostics.isEmpty)
    try folder.save(roster, later)
    #expect(try folder.findings() == [])
  }

  @Test(arguments: [RecordFixtures.Kind.renew, .terminate])
  func theRecordItselfMayShowTheEarlierRoster(_ kind: RecordFixtures.Kind) throws {
    let roster: RosterKind = kind == .renew ? .renew : .terminate
    let later = RecordFixtures.filing(1, kind: kind)
    let shown = try RecordSet(filings: [later, prior(1, of: kind, roster: "旧1")])
    #expect(try shown.judged(roster, folder.ledger).rowsWithPrior == [1])
    let unshown = try RecordSet(filings: [later, prior(1, of: kind, roster: nil)])
    #expect(try unshown.judged(roster, folder.ledger).diagnostics.map(\.code) == ["V-27"])
    try folder.save(roster, shown)
    #expect(try folder.findings() == [])
  }

  @Test(arguments: [
    (#""rostered":true"#, []), (#""rostered":true,"status":"审核通过""#, []),
    (#""rostered":true,"status":"未审核""#, ["V-27"]), (#""rostered":false"#, ["V-27"]),
    (#""status":"审核通过""#, ["V-27"]),
  ])
  func aRenewalMayTellOfItsContractBeforeItself(_ more: String, _ codes: [String]) throws {
    let renewal = RecordFixtures.filing(1, kind: .renew)
      .replacing(
        #""termType":"fixed","sequence":1}"#,
        with: #""termType":"fixed","sequence":1,\#(more)}"#
      )
    #expect(renewal.contains(more))
    let records = try RecordSet(filings: [renewal])
    #expect(try records.judged(.renew, folder.ledger).diagnostics.map(\.code) == codes)
    #expect(try refusal { try folder.save(.renew, records) }.map(\.code) == codes)
  }

  @Test func anInsuranceRosterAsksForNoEarlierOne() throws {
    let renewal = try RecordSet(filings: [RecordFixtures.filing(1, kind: .renew)])
    #expect(try renewal.judged(.insurance, folder.ledger).diagnostics.isEmpty)
    try folder.save(.insurance, renewal)
    let terminated = try RecordSet(filings: [RecordFixtures.filing(1, kind: .terminate)])
    // A roster of insurance opens no gate either.
    #expect(try terminated.judged(.terminate, folder.ledger).refusedRows == [1])
  }

  @Test func ofManyRefusedRowsOnlyTheFirstAreTold() throws {
    let records = try RecordSet(filings: (1...250).map { reviewed($0, "未审核") })
    let judgement = try records.judged(.new, folder.ledger)
    #expect(judgement.refusedRows.count == 250)
    #expect(judgement.diagnostics.count == 201)
    #expect(judgement.diagnostics.last?.message.contains("另有 50 条") == true)
  }

  @Test func noMessageShowsAFullNumber() throws {
    var filing = RecordFixtures.filing(1, kind: .terminate)
    let number = try #require(filing.firstMatch(of: /"idNumber":"(\d{17}.)"/)?.output.1)
    filing.replace("f0000001", with: number)
    let records = try RecordSet(filings: [filing])
    let judgement = try records.judged(.terminate, folder.ledger)
    let told = judgement.diagnostics.map(\.description).joined()
    #expect(!told.isEmpty && !told.contains(number))
  }
}

@Test(arguments: [
  (0, false, ["V-60"], [Severity.error]), (0, true, ["V-60"], [.warning]), (1, false, [], []),
  (1500, false, [], []), (1501, false, ["V-63"], [.warning]),
  (100_000, false, ["V-63"], [.warning]),
])
func aRosterIsNeitherEmptyNorSilentlyTooThick(
  _ count: Int,
  _ allowsEmpty: Bool,
  _ codes: [String],
  _ severities: [Severity]
) throws {
  let rules = try #require(readRosterRules("kinds: {}", file: "ledger.yaml").0)
  let found = rules.sizeDiagnostics(count: count, allowsEmpty: allowsEmpty)
  #expect(found.map(\.code) == codes)
  #expect(found.map(\.severity) == severities)
  if count == 100_000 { #expect(found[0].message == "名册超过1500人，分为67册") }
}
