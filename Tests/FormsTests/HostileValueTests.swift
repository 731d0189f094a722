import Diagnostics
import DocumentTree
import Forms
import Records
import TestSupport
import Testing

/// Values that mean something to Markdown, Mustache, HTML, YAML, CSS or a terminal.
private let hostile = [
  "*|<b>{{x}}", "{{#e.name}}", "{{/c.no}} {{_:9}} {{盖章:a}}", "| a | b |", "**粗** `码` ~~删~~ *斜*",
  "# 标题", "- 项", "1. 项", "> 引", "---", "<br><!-- --><script>", "https://a.cn/**“x”**", "&lt;&amp;",
  "![x](y) [a](b) [^1]", "{form.title}", "@total x | y", "（以下空白）", "/etc/passwd", "页 {{page}}",
  "a: [b", "'\u{201D}", "𬭼㛃䶮𠮷·买买提", "e\u{301}", "\u{200D}\u{FEFF}x",
]

/// One form for each place in which a value can stand; `$` is where the value goes.
private let places: KeyValuePairs = [
  "# $": "heading", "### 甲$": "heading", "$": "paragraph", "甲$乙": "paragraph",
  "**$**": "strong", "*甲$*": "emphasis", "~~$~~": "strikethrough", "[$](x)": "link",
  "- $": "list", "> $": "quote", "> [!TIP] 题\n> $": "callout", "甲[^1]\n\n[^1]: $": "footnote",
  "| 甲 |\n|---|\n| $ |": "row", "| $ |\n|---|": "head", "```fields\n甲：$ | 乙\n```": "fields",
  "```signatures\n甲 | 乙：$\n```": "signatures", "```lines\n甲$\n```": "line",
  "```subtitle\n$\n```": "subtitle", "```centre\n$\n```": "centre", "```right\n$\n```": "right",
  "```note\n$\n```": "note", "```table c.clauses\n$ | item.no\n```": "head",
  "```table c.clauses\n甲 | 乙$\n```": "row",
  "```table c.clauses\n甲 | item.no\n@total $\n```": "foot",
  "```table c.clauses\n甲 | item.no\n@caption $\n```": "table",
  "{{#e.name}}\n$\n{{/e.name}}": "paragraph", "{{#c.clauses}}\n$\n{{/c.clauses}}": "paragraph",
]

/// Returns the places of `block` that `value` can be seen to fill whole.
private func count(_ value: String, in document: Document<Never>) -> Int {
  let quoted = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  return document.dump(showsOrigins: true).split(separator: "\n").reduce(0) { sum, line in
    sum + line.ranges(of: "\"\(quoted)\"@第 1 行 c.position").count
  }
}

@Test(arguments: places.map { ($0.key, $0.value) })
func aValueFillsItsPlaceAsOneText(_ place: String, _ kind: String) throws {
  let form = try FormText.filing(place.replacing("$", with: "{{c.position}}")).opened()
  for value in hostile {
    let records = try RecordSet.sample(position: value)
    let position = records.filings[0].contract.position
    let document = try bind(form, filing: records.filings[0], batch: records.batch)
    #expect(count(position, in: document) > 0, "\(value) in \(place)")
    #expect(document.dump().contains(kind), "\(place)")
  }
}

@Test func theShapeOfADocumentDoesNotDependOnItsValues() throws {
  let body = places.map { $0.key.replacing("$", with: "{{c.position}}") }.joined(separator: "\n\n")
    .replacing("[^1]", with: "")
  let form = try FormText.filing(body).opened()
  func shape(_ value: String) throws -> String {
    let records = try RecordSet.sample(position: value)
    let position = records.filings[0].contract.position
    let document = try bind(form, filing: records.filings[0], batch: records.batch)
    return document.dump().replacing("\"\(position)\"", with: "$")
  }
  let plain = try shape("收银员")
  for value in hostile { #expect(try shape(value) == plain, "\(value)") }
}

@Test func theThingsOfAListAreTextToo() throws {
  let text = FormText.filing(
    "```table c.clauses\n条 | item.no\n文 | {{item.text}}\n```\n\n{{#c.clauses}}\n{{item}}\n{{/c.clauses}}"
  )
  for value in hostile where !value.contains("\u{FEFF}") {
    let clauses = "[{\"no\": \"\(value)\", \"text\": \"\(value)\"}]"
    let records = try RecordSet.sample(clauses: clauses)
    let item = try #require(records.filings[0].contract.clauses.first)
    let dump = try bound(text, records)
    #expect(dump.contains("row: \"\(item.no)\" | \"\(item.text)\""), "\(value)")
    #expect(dump.hasSuffix("paragraph body \"\(item.text)\""), "\(value)")
  }
}

@Test func rowsAndFooterOfARosterKeepValuesAsText() throws {
  let form = try FormText.roster("```table filings\n岗位 | {{c.position}}。\n```").opened()
  for value in hostile {
    let records = try RecordSet.sample(position: value)
    let position = records.filings[0].contract.position
    let document = try bindRoster(
      form,
      batch: records.batch,
      facts: RosterFacts(),
      rows: FilingSource(records.filings)
    )
    let rows = body(of: document).split(separator: "\n").filter { $0.contains("row:") }
    #expect(rows == Array(repeating: "    row: \"\(position)\" \"。\"", count: 2), "\(value)")
  }
}

@Test func aFileNameHoldsNothingThatAPathOrAShellReads() throws {
  let form = try FormText.filing("正文", "fileName: '{c.position}'\n").opened()
  for value in hostile {
    let records = try RecordSet.sample(position: value)
    let name = form.fileName(for: records.filings[0], batch: records.batch)
    #expect(!name.isEmpty)
    #expect(
      !name.unicodeScalars.contains {
        "/\\:*?\"<>|\n\r\t\u{200D}\u{FEFF}".unicodeScalars.contains($0)
      }
    )
    #expect(!name.hasPrefix(".") && !name.hasPrefix("-") && !name.hasPrefix(" "), "\(name)")
    #expect(!name.hasSuffix(".") && !name.hasSuffix(" "), "\(name)")
  }
}

@Test func randomNamesAreTakenByEveryFileSystem() throws {
  let form = try FormText.filing("正文", "fileName: '{c.position}'\n").opened()
  let letters = Array("CONaux.- /:*?<>|名𠮷·㛃1（）\u{3000}")
  for seed in UInt64(0)..<200 {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...12, using: &random)
    let value = String((0..<count).map { _ in letters.randomElement(using: &random) ?? "a" })
    let records = try RecordSet.sample(position: "名" + value)
    let name = form.fileName(for: records.filings[0], batch: records.batch)
    #expect(name.hasPrefix("名"), "seed \(seed)")
    #expect(!name.contains { "/\\:*?\"<>|".contains($0) }, "seed \(seed)")
    #expect(name.last != "." && name.last != " ", "seed \(seed)")
  }
}
