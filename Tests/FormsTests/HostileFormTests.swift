import Diagnostics
import DocumentTree
import Forms
import Records
import TestSupport
import Testing

@Test func noFormCrashesTheOpener() throws {
  let records = try RecordSet.sample()
  let lines = [
    "{{e.name}}", "{{#c.clauses}}", "{{item.text}}", "{{/c.clauses}}", "{{^t.date}}", "{{/t.date}}",
    "# {{form.title}}",
    "```table filings", "```table c.clauses", "姓名 | e.name | 3 | 中", "条 | item.no", "```",
    "```lines", "```fields",
    "```signatures", "甲 | {{_:3}} | {{盖章:employer}}", "- {{f.remark}}", "> {{c.no}}",
    "| {{e.sex}} |\n|---|\n| 乙 |",
    "**{{f.remark}}**", "", "{{#c.termType=fixed}}", "{{/c.termType}}", "[^1]", "[^1]: {{e.name}}",
    "{{roster.count}}",
    "@closing （以下空白）", "@total {{roster.count}} |", "{{seq}}", "```pagebreak",
  ]
  let settings = [
    "fillIn: ruled\n", "masthead: repeat\n", "empty: ''\n", "order: [id]\n", "copies: 2\n",
    "x: [1\n", "margins: 3\n",
  ]
  var opened = 0
  for seed in 0..<1500 {
    var generator = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 0..<14, using: &generator)
    let body = (0..<count).map { _ in lines.randomElement(using: &generator) ?? "" }
    let setting = Bool.random(using: &generator) ? settings.randomElement(using: &generator) : nil
    let text = body.joined(separator: "\n")
    let form =
      Bool.random(using: &generator)
      ? FormText.filing(text, setting ?? "") : FormText.roster(text, setting ?? "")
    let (result, diagnostics) = form.open()
    #expect((result == nil) == diagnostics.contains { $0.severity == .error }, "seed \(seed)")
    guard let result else { continue }
    opened += 1
    let document =
      result.scope == .filing
      ? try bind(result, filing: records.filings[0], batch: records.batch)
      : try bindRoster(
        result,
        batch: records.batch,
        facts: RosterFacts(),
        rows: FilingSource(records.filings)
      )
    // Only literal text may still show braces.
    let printed = document.dump().split(separator: "\n").filter { !$0.contains(" code ") }
    #expect(!printed.contains { $0.contains("{{") }, "seed \(seed)")
  }
  #expect(opened > 100)
}
