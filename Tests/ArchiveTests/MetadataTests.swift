import Archive
import Calendar
import Diagnostics
import Foundation
import TestSupport
import Testing

private func metadata(of holding: Holding) throws -> [UInt8] {
  let bag = Bag(holding, document: [], record: nil, evidence: [])
  return try #require(bag.files.first { $0.path == Bag.FileName.metadata }).bytes
}

@Test func metadataAreReadAsTheyWereWritten() throws {
  let full = try holding("甲") {
    $0.title = "合同 <一> & \"二\"\n三\t"
    $0.persons = ["王㛃", "阿卜杜拉·买买提", "赵𬭼"]
    $0.numbers = ["A-1", "B&2"]
    $0.stampedUntil = CivilDate(iso: "2030-01-02")
    $0.retention = .years(30)
    $0.derivedFrom = "0123456789abcdef"
    $0.version = 3
    $0.signatures = [
      .init(signer: "长春示例公司", time: "2026-11-26 20:17:18", rule: "B-T", certificate: "0AFF"),
      .init(signer: "", time: "", rule: "时间戳", certificate: ""),
    ]
  }
  #expect(readMetadata(try metadata(of: full)) == full)
  let bare = try holding("乙") {
    ($0.form, $0.employer, $0.employerCode, $0.numbers, $0.persons) = (nil, nil, nil, [], [])
  }
  #expect(readMetadata(try metadata(of: bare)) == bare)
}

@Test func damagedMetadataAreNoHolding() throws {
  let bytes = try metadata(of: try holding("甲"))
  for end in stride(from: 0, to: bytes.count - 2, by: 7) {
    #expect(readMetadata(Array(bytes[..<end])) == nil, "cut off at \(end)")
  }
  for seed in 0..<200 as Range<UInt64> {
    var random = SeededGenerator(seed: seed)
    var changed = bytes
    changed[Int.random(in: changed.indices, using: &random)] = UInt8.random(
      in: 0...255,
      using: &random
    )
    _ = readMetadata(changed)
  }
}

@Test func yearsAreCountedFromTheYearAfterTheDocument() throws {
  let day = try #require(CivilDate(iso: "2026-02-03"))
  #expect(Retention("10年")?.disposal(of: day) == CivilDate(iso: "2037-01-01"))
  #expect(Retention("永久")?.disposal(of: day) == nil && Retention("永久") == .permanent)
  for text in ["", "年", "0年", "-1年", "10", "1000年", "十年"] { #expect(Retention(text) == nil) }
}

@Test func formsAreKeptAsTheRulesSay() {
  let (rules, complaints) = readRetentionRules(
    """
    default: 30年
    classes:
      - {retention: 永久, source: 甲, forms: [contract]}
      - {retention: 10年, source: 乙, forms: [wages]}
    """,
    file: "archive.yaml"
  )
  #expect(complaints.isEmpty)
  #expect(rules?.retention(ofForm: "contract") == .permanent)
  #expect(rules?.retention(ofForm: "wages") == .years(10))
  #expect(rules?.retention(ofForm: "other") == .years(30))
  #expect(rules?.retention(ofForm: nil) == .years(30))
}

@Test func everythingThatIsWrongWithTheRulesIsTold() {
  let (rules, complaints) = readRetentionRules(
    """
    default: 长期
    classes:
      - {retention: 十年, forms: [wages], sources: 甲}
      - {retention: 10年, source: 乙, forms: [wages]}
    """,
    file: "archive.yaml"
  )
  #expect(rules == nil)
  let told = complaints.map(\.description).joined(separator: "\n")
  for words in ["长期", "十年", "“source”", "“sources”", "表单“wages”写了两次"] {
    #expect(told.contains(words), "\(words) in \(told)")
  }
}

@Test func aRecordTellsWhatItsDocumentIsFoundBy() {
  let text = """
    {"asOf":"2026-11-20","documents":[{"fields":{"emp.name":"甲公司","emp.uscc":"91220102MA0Y00008L"},\
    "rows":[{"c.no":"LD-1","e.idNumber":"1","e.name":"张三"},{"c.no":"LD-2","e.name":"李四"},\
    {"c.no":"LD-2","e.name":"张三","t.certificate.no":"JZ-9"}]}],"form":"roster-new","profile":"CN-JL"}
    """
  let facts = RecordFacts(Array(text.utf8))
  #expect(facts.persons == ["张三", "李四"] && facts.identities == ["1"])
  #expect(facts.numbers == ["JZ-9", "LD-1", "LD-2"])
  #expect(facts.employer == "甲公司" && facts.employerCode == "91220102MA0Y00008L")
  #expect(facts.day == CivilDate(iso: "2026-11-20"))
  let none = RecordFacts(Array("{\"e.name\":".utf8))
  #expect(none.persons.isEmpty && none.day == nil)
  let taken = RecordFacts(values: [
    (field: "e.name", text: "张三"), (field: "emp.name", text: "甲公司"),
    (field: "e.name", text: "张三"),
  ])
  #expect(taken.persons == ["张三"] && taken.employer == "甲公司" && taken.numbers.isEmpty)
}

@Test func theHousesOwnRulesAreSoundAndNameFormsThatThereAre() throws {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  let text = try String(contentsOf: root.appending(path: "content/archive.yaml"), encoding: .utf8)
  let (rules, complaints) = readRetentionRules(text, file: "archive.yaml")
  #expect(complaints.isEmpty, "\(complaints)")
  #expect(rules?.retention(ofForm: "contract") == .permanent)
  let forms = try FileManager.default.contentsOfDirectory(
    atPath: root.appending(path: "content/forms").path
  )
  for match in text.matches(of: /(?m)^ +- ([a-z][a-z-]*)$/) {
    #expect(forms.contains(String(match.output.1)), "\(match.output.1)")
  }
}
