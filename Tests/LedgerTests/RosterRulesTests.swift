import Diagnostics
import Foundation
import Records
import TestSupport
import Testing

@testable import Ledger

private func batch() throws -> Batch {
  try RecordSet(filings: [RecordFixtures.filing(1)]).file.batch
}

@Test(arguments: [
  ("{letters}-{year}-{no:4}", "XQ-2026-#", "XQ-2026-0012"),
  ("{no}", "#", "12"), ("{letters}{year}{month}{no:5}", "XQ202611#", "XQ20261100012"),
  ("吉{employer}第{no}号", "吉MA0Y00008第#号", "吉MA0Y00008第12号"),
  ("{no:1}", "#", "12"),
])
func aNumberIsWrittenAsItsFormatSays(_ text: String, _ series: String, _ number: String) throws {
  let format = try #require(NumberFormat(text))
  #expect(format.series(of: .new, in: try batch()) == series)
  #expect(format.number(12, of: .new, in: try batch()) == number)
}

@Test(arguments: [
  "", "XQ", "{no}{no}", "{no", "no}", "{no:0}", "{no:10}", "{nr}", "{no} 号", "a/{no}", "#{no}",
  "{year}-{letters}",
])
func aFormatWithoutOneCountIsRefused(_ text: String) {
  #expect(NumberFormat(text) == nil)
}

@Test func theHouseRulesGiveEveryRosterFormAKind() throws {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  let text = try String(contentsOf: root.appending(path: "content/ledger.yaml"), encoding: .utf8)
  let (rules, diagnostics) = readRosterRules(text, file: "ledger.yaml")
  #expect(diagnostics.map(\.description) == [])
  let found = try #require(rules)
  let forms = ["roster-new", "roster-renewal", "roster-termination", "roster-insurance"]
  #expect(
    forms.map { found.kind(ofForm: $0)?.code } == ["new", "renew", "terminate", "insurance"]
  )
  #expect(found.kind(ofForm: "contract") == nil)
  #expect((found.volumeSize, found.revokeDays) == (1500, 7))
}

@Test func aPlaceMayHaveAFormatOfItsOwn() throws {
  let text = "kinds: {}\nnumbers: {default: '{no}', CN-SX: 'SX{no:3}'}"
  let rules = try #require(readRosterRules(text, file: "ledger.yaml").0)
  #expect(rules.numberFormat(for: .shanxi) == NumberFormat("SX{no:3}"))
  #expect(rules.numberFormat(for: .jilin) == NumberFormat("{no}"))
}

@Test(arguments: [
  ("numbers: {}", "yaml.missingKey"), ("kinds: {}\nnumbers: {default: 'XQ'}", "yaml.value"),
  ("kinds: {new: {forms: [a]}}", "yaml.missingKey"), ("kinds: {}\nvolumeSize: 0", "yaml.value"),
  ("kinds: {}\nrevokeDays: 一", "yaml.value"), ("kinds: {}\nvolumes: 3", "yaml.unknownKey"),
])
func aMistakeInTheRulesIsTold(_ text: String, _ code: String) {
  #expect(readRosterRules(text, file: "ledger.yaml").1.map(\.code).contains(code))
}
