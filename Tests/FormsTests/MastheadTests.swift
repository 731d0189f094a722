import DocumentTree
import Forms
import Records
import Testing

/// Returns the groups of a bound roster as the dump heads them, and the kinds of block in each.
private func groups(_ body: String, _ setting: String) throws -> [String] {
  let records = try RecordSet.sample()
  let document = try bindRoster(
    FormText.roster(body, setting).opened(),
    batch: records.batch,
    facts: RosterFacts(),
    rows: FilingSource(records.filings)
  )
  return document.dump().split(separator: "\n").filter { line in
    let indent = line.prefix { $0 == " " }.count
    return indent == 4 || line == "  masthead" || line == "  body"
  }.map { line in
    String(line.trimmingPrefix(while: \.isWhitespace).prefix { $0 != " " })
  }.filter { !["centre", "start", "end"].contains($0) }
}

private let whole = """
  # 名册

  ```fields
  单位：{{emp.name}}
  ```

  ```table filings
  姓名 | e.name
  ```

  说明

  | 甲 |
  |---|
  | 乙 |
  """

@Test func aMastheadHoldsWhatStandsBeforeTheFirstTable() throws {
  #expect(
    try groups(whole, "masthead: repeat\n")
      == ["masthead", "heading", "fields", "body", "table", "paragraph", "table"]
  )
}

@Test(arguments: ["", "masthead: once\n"])
func aFormThatDoesNotAskHasNoMasthead(_ setting: String) throws {
  #expect(
    try groups(whole, setting) == ["body", "heading", "fields", "table", "paragraph", "table"]
  )
}

@Test func aFormWithoutATableHasNoMasthead() throws {
  #expect(try groups("# 名册\n\n正文", "masthead: repeat\n") == ["body", "heading", "paragraph"])
}

@Test func aFormThatBeginsWithItsTableHasNoMasthead() throws {
  let body = "```table filings\n姓名 | e.name\n```"
  #expect(try groups(body, "masthead: repeat\n") == ["body", "table"])
}

@Test func aMastheadMayDependOnAField() throws {
  let body = "{{#emp.name}}\n甲\n{{/emp.name}}\n{{^emp.name}}\n乙\n{{/emp.name}}\n" + whole
  #expect(
    try groups(body, "masthead: repeat\n").prefix(4) == [
      "masthead", "paragraph", "heading", "fields",
    ]
  )
}
