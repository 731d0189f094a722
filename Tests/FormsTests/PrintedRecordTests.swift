import Diagnostics
import DocumentTree
import Forms
import Records
import TestSupport
import Testing

/// What a file carries of the records: what its document prints, and no more.
@Suite struct PrintedRecordTests {
  private func written(_ bound: BoundForm) throws -> String {
    var bytes: [UInt8] = []
    try bound.record.write(of: bound.document) { piece in
      bytes += piece
      return true
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func letter(_ body: String, mask: MaskLevel = .whole) throws -> String {
    var form = try FormText.filing(body).opened()
    form.mask = mask
    let records = try RecordSet.sample()
    return try written(try bound(form, filing: records.filings[0], batch: records.batch))
  }

  private func roster(_ body: String, kept: Bool) throws -> String {
    let form = try FormText.roster(body).opened()
    let records = try RecordSet.sample()
    var rows = FilingSource(records.filings)
    if kept {
      let entries = records.filings.map { filing in
        var pool: [UInt8] = []
        form.keep(form.subject(of: filing, in: records.batch), to: &pool)
        return RosterEntry.kept(form.keptRow(filing.row, at: 0, of: pool))
      }
      rows = FilingSource(count: entries.count) {
        () throws(RowSource.Failure) -> FilingSource.Pull in
        var rest = entries[...]
        return { () throws(RowSource.Failure) -> RosterEntry? in rest.popFirst() }
      }
    }
    let bound = try boundRoster(form, batch: records.batch, facts: RosterFacts(), rows: rows)
    return try written(bound)
  }

  @Test func aLetterCarriesTheFieldsThatItPrintsInTheOrderOfTheirPaths() throws {
    let record = try letter("# {{form.title}}\n\n{{e.name}}，{{c.startDate:中文日期}}起，{{emp.name}}\n")
    let names = record.matches(of: /"([a-z]+\.[a-zA-Z.]+)":/).map { String($0.1) }
    #expect(names == ["c.startDate", "e.name", "emp.name", "form.title"])
  }

  @Test func aValueIsCarriedAsItStandsWhateverFilterPrintsIt() throws {
    let record = try letter("{{c.startDate:中文日期}}，{{c.startDate:年}}年，{{c.wage.monthly:大写}}\n")
    #expect(record.contains(/"c\.startDate":"\d{4}-\d\d-\d\d"/))
    #expect(record.contains(/"c\.wage\.monthly":"\d+\.\d\d"/))
    #expect(record.ranges(of: "c.startDate").count == 1)
  }

  @Test func whatASectionLeavesOutIsNotCarried() throws {
    let record = try letter(
      """
      {{e.name}}

      {{#c.termType=task}}

      {{c.position}}

      {{/c.termType}}

      {{^e.name}}

      {{e.idNumber}}

      {{/e.name}}
      """
    )
    #expect(record.contains("e.name"))
    for path in ["c.position", "e.idNumber", "c.termType"] { #expect(!record.contains(path)) }
  }

  @Test func whatIsMaskedOnPaperIsMaskedInTheRecord() throws {
    let whole = try letter("{{e.name}} {{e.idNumber}}\n")
    let masked = try letter("{{e.name}} {{e.idNumber}}\n", mask: .web)
    #expect(whole.contains("张") && !whole.contains("*"))
    #expect(masked.contains("*"))
    let number = try #require(whole.firstMatch(of: /"e\.idNumber":"(\d+)/)).1
    #expect(!masked.contains(number))
  }

  @Test(arguments: [true, false])
  func aRosterCarriesARowForEachFiling(kept: Bool) throws {
    let record = try roster(
      """
      # 名册

      ```fields
      {{emp.name}} | {{roster.count}}
      ```

      ```table filings
      序号 | seq | 10
      姓名 | e.name | 20
      工资 | c.wage.monthly:千分位 | 20
      月 | {{c.startDate:月}}月 | 20
      ```
      """,
      kept: kept
    )
    #expect(record.hasPrefix(#"{"fields":{"emp.name":""#))
    #expect(record.contains(#""rows":[{"c.startDate":""#))
    let rows = record.matches(
      of: /\{"c\.startDate":"\d{4}-\d\d-\d\d","c\.wage\.monthly":"\d+\.\d\d","e\.name":"[^"]+"\}/
    )
    #expect(rows.count == (try RecordSet.sample().filings.count))
    #expect(!record.contains("seq"))
    #expect(record.hasSuffix("]}"))
  }

  @Test func aRosterWithoutFilingsCarriesNoRows() throws {
    let form = try FormText.roster("# 名册\n\n```table filings\n姓名 | e.name | 20\n```\n").opened()
    let records = try RecordSet.sample()
    let bound = try boundRoster(
      form,
      batch: records.batch,
      facts: RosterFacts(),
      rows: FilingSource([])
    )
    #expect(try written(bound).hasSuffix(#","rows":[]}"#))
  }
}
