import Records
import TestSupport
import Testing

/// Small record files cut out of larger ones.
struct ExcerptTests {
  private let lists =
    #""wages":[{"name":"张示例","idNumber":"220104198605040039","newWage":"1"}],"sealUses":[]"#

  @Test(arguments: [false, true])
  func anExcerptIsARecordFileOfItsOwn(_ isLines: Bool) throws {
    let filings = (1...3).map { RecordFixtures.filing($0) }
    let head = RecordFixtures.head().dropLast() + "," + lists
    let text =
      isLines
      ? ([head + "}"] + filings).joined(separator: "\n")
      : head + ",\"filings\":[" + filings.joined(separator: ",") + "]}"
    let excerpt = try open(text).file.excerpt(rows: [3, 1], lists: [.wages])
    let (file, outcomes) = try open(excerpt)
    #expect(file.diagnostics.isEmpty)
    #expect(outcomes.compactMap(\.filing).map(\.id) == ["f0000003", "f0000001"])
    #expect(file.batch.lines[.wages].count == 1)
    #expect(!excerpt.contains("sealUses"))
    // For people: one member a line, in the order of the original.
    #expect(excerpt.hasPrefix("{\n  \"schema\": \"mingce/1\",\n  \"profile\": \"CN-JL\",\n"))
  }

  @Test func anExcerptMayHaveNoFilings() throws {
    let excerpt = try open(RecordFixtures.batchJSON(rows: 2)).file.excerpt(rows: [], lists: [])
    #expect(try open(excerpt).outcomes.isEmpty)
  }
}
