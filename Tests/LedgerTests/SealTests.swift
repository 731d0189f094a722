import Diagnostics
import TestSupport
import Testing

@testable import Ledger

@Suite struct SealTests {
  private let folder: LedgerFolder
  private let owner = "91220101MA00000000"

  init() throws {
    folder = try LedgerFolder()
  }

  private func facts(
    _ kind: String = "合同专用章",
    name: String? = nil,
    owner: String? = nil,
    until: String? = "2027-11-19"
  ) -> SealFacts {
    SealFacts(
      kind: kind,
      name: name ?? "长春示例公司" + kind,
      owner: "长春示例公司",
      ownerCode: owner ?? self.owner,
      text: "长春示例公司",
      code: nil,
      side: 38,
      hasStar: true,
      artwork: nil,
      validFrom: "2026-11-20",
      validUntil: until
    )
  }

  @discardableResult
  private func enter(_ facts: SealFacts) throws -> KeptSeal {
    try folder.ledger.enterSeal(facts, at: LedgerFolder.time())
  }

  private func authorise(
    _ person: String,
    _ number: String = "YZ-0001",
    from: String = "2026-11-20",
    until: String? = nil
  ) throws {
    try folder.ledger.authorise(
      SealAuthorisation(person: person, validFrom: from, validUntil: until),
      forSeal: number,
      at: LedgerFolder.time()
    )
  }

  private func usable(
    by person: String = "李示例",
    for owner: String? = nil,
    on day: String = "2026-11-20"
  ) throws -> KeptSeal {
    try folder.ledger.usableSeal(
      "YZ-0001",
      by: person,
      for: owner ?? self.owner,
      at: LedgerFolder.time(day)
    )
  }

  private let use = SealUse(person: "李示例", file: "合同.pdf", digest: "00ff")

  @Test func aSealIsEnteredAuthorisedUsedAndVoided() throws {
    #expect(try enter(facts()).number == "YZ-0001")
    try authorise("李示例")
    let seal = try usable()
    _ = try folder.ledger.useSeal(seal, [use], at: LedgerFolder.time())
    try folder.ledger.voidSeal("YZ-0001", reason: "更名", at: LedgerFolder.time())
    let kept = try folder.ledger.seal("YZ-0001")
    #expect(kept.state(on: "2026-11-20") == "已作废" && kept.voidReason == "更名")
    #expect(try folder.ledger.sealUses().map(\.use) == [use])
    #expect(try folder.findings() == [])
    var actions: [String] = []
    try folder.ledger.forEachEntry { actions.append($0.action) }
    #expect(actions.dropFirst() == ["seal.new", "seal.authorise", "seal.use", "seal.void"])
  }

  @Test func eachKindIsThereOnceForAnEmployerUntilItIsVoid() throws {
    try enter(facts())
    #expect(try refusal { try enter(facts()) }.map(\.code) == ["V-51"])
    #expect(try enter(facts("公章")).number == "YZ-0002")
    #expect(try enter(facts(owner: "91220101MA00000001")).number == "YZ-0003")
    try folder.ledger.voidSeal("YZ-0001", reason: "遗失", at: LedgerFolder.time())
    #expect(try enter(facts()).number == "YZ-0004")
    #expect(try folder.ledger.seals().count == 4)
  }

  @Test(arguments: [(50, true), (51, false), (0, false)])
  func aNameHasAtMostFiftyCharacters(_ count: Int, _ isTaken: Bool) throws {
    let named = facts(name: String(repeating: "章", count: count))
    if isTaken {
      try enter(named)
    } else {
      #expect(try refusal { try enter(named) }.map(\.code) == ["V-51"])
    }
  }

  @Test func aSealIsUsedWithinItsDaysOnly() throws {
    try enter(facts())
    try authorise("李示例", from: "2026-01-01")
    #expect(try refusal { _ = try usable(on: "2026-11-19") }[0].message.contains("未生效"))
    #expect(try usable(on: "2027-11-19").number == "YZ-0001")
    #expect(try refusal { _ = try usable(on: "2027-11-20") }[0].message.contains("已过期"))
    try folder.ledger.voidSeal("YZ-0001", reason: "更名", at: LedgerFolder.time())
    #expect(try refusal { _ = try usable() }[0].message.contains("已作废"))
  }

  @Test func onlyWhoIsAuthorisedUsesASealAndOnlyInTheirDays() throws {
    try enter(facts())
    #expect(try refusal { _ = try usable() }.map(\.code) == ["seal.unauthorised"])
    try authorise("李示例", until: "2026-12-31")
    #expect(try usable(on: "2026-12-31").number == "YZ-0001")
    #expect(try refusal { _ = try usable(on: "2027-01-01") }[0].found == "授权过期")
    try authorise("李示例", until: "2027-06-30")
    #expect(try usable(on: "2027-01-01").authorisations.count == 1)
    let ledger = folder.ledger
    try ledger.revokeAuthorisation(of: "李示例", forSeal: "YZ-0001", at: LedgerFolder.time())
    #expect(try refusal { _ = try usable() }.map(\.code) == ["seal.unauthorised"])
    #expect(try refusal { _ = try usable(by: "王示例") }.map(\.code) == ["seal.unauthorised"])
  }

  @Test func aSealOfAnotherEmployerIsRefused() throws {
    try enter(facts())
    try authorise("李示例")
    #expect(
      try refusal { _ = try usable(for: "91220101MA00000001") }.map(\.code) == ["seal.owner"]
    )
  }

  /// A batch holds a seal that it looked up before: what others did meanwhile counts all the same.
  @Test func aSealThatIsVoidedMeanwhileIsNotUsedAnyMore() throws {
    try enter(facts())
    try authorise("李示例")
    var seal = try usable()
    seal = try folder.ledger.useSeal(seal, [use], at: LedgerFolder.time())
    seal = try folder.ledger.useSeal(seal, [use], at: LedgerFolder.time())
    try folder.ledger.voidSeal("YZ-0001", reason: "遗失", at: LedgerFolder.time())
    #expect(
      try refusal { _ = try folder.ledger.useSeal(seal, [use], at: LedgerFolder.time()) }
        .map(\.code) == ["seal.state"]
    )
    #expect(try folder.ledger.sealUses().count == 2)
  }

  @Test func manyUsesAreEnteredTogetherOrNotAtAll() throws {
    try enter(facts())
    try authorise("李示例")
    let stranger = SealUse(person: "王示例", file: "乙.pdf", digest: use.digest)
    let seal = try folder.ledger.useSeal(try usable(), [use, use], at: LedgerFolder.time())
    try folder.ledger.revokeAuthorisation(of: "李示例", forSeal: "YZ-0001", at: LedgerFolder.time())
    try authorise("李示例")
    let refused = try refusal {
      _ = try folder.ledger.useSeal(seal, [use, stranger], at: LedgerFolder.time())
    }
    #expect(refused.map(\.code) == ["seal.unauthorised"])
    #expect(try folder.ledger.sealUses().map(\.use) == [use, use])
    #expect(try folder.findings() == [])
  }

  @Test func usesOfTheLastMonthsAreShownAndAllAreKept() throws {
    try enter(facts())
    try authorise("李示例")
    for day in ["2026-11-20", "2027-02-20", "2027-03-01"] {
      _ = try folder.ledger.useSeal(try usable(on: day), [use], at: LedgerFolder.time(day))
    }
    #expect(
      try folder.ledger.sealUses(since: "2027-02-20").map(\.day) == ["2027-03-01", "2027-02-20"]
    )
    #expect(try folder.ledger.sealUses().count == 3)
  }

  @Test func anUnknownSealIsAnsweredWithTheNearestOne() throws {
    try enter(facts())
    let unknown = try refusal { _ = try folder.ledger.seal("YZ-001") }[0]
    #expect(unknown.code == "ledger.unknownSeal" && unknown.advice?.contains("YZ-0001") == true)
  }

  @Test func daysInTheWrongOrderAreRefused() throws {
    #expect(try refusal { try enter(facts(until: "2026-11-19")) }.map(\.code) == ["seal.period"])
    try enter(facts())
    #expect(
      try refusal { try authorise("李示例", until: "2026-11-01") }.map(\.code) == ["seal.period"]
    )
  }

  /// Whoever forges a use that nobody was allowed must forge the entries before it as well.
  @Test(arguments: ["authorise", "new"])
  func aUseWithoutWhatAllowsItIsFound(_ action: String) throws {
    try enter(facts())
    try authorise("李示例")
    _ = try folder.ledger.useSeal(try usable(), [use], at: LedgerFolder.time())
    try folder.tamper("UPDATE trail SET subject = 'YZ-0009' WHERE action = 'seal.\(action)'")
    let findings = try folder.findings()
    #expect(findings.contains("ledger.seal") && findings.contains("ledger.edited"))
  }
}
