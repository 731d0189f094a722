import DocumentTree
import Markdown
import Testing

@Test(arguments: [
  ("甲\n乙", "2:1"), ("- 甲\n  乙", "2:3"), ("> 甲\n> 乙", "2:3"), ("# 甲 乙", "1:3"),
  ("|甲|乙|\n|-|-|\n|丙|乙|", "3:4"), ("甲[^1]\n\n[^1]: 乙", "3:7"), ("\u{FEFF}甲\r\n乙", "2:1"),
  ("甲\r乙", "2:1"), ("𠮷**“甲”**乙", "1:9"), ("甲*丙*~~丁~~`戊`乙", "1:13"), ("甲\\*乙", "1:1"),
  ("---\na: b\n---\n乙", "4:1"), ("1. 甲\n   - 乙", "2:6"), ("> [!NOTE]\n> 乙", "2:3"),
  ("**“丙”**丁**“戊”**乙", "1:16"), ("甲 https://a.cn 乙", "1:15"), ("[丙](x)乙", "1:7"),
])
func aTextKnowsWhereItStands(_ text: String, _ place: String) {
  let dump = body(text, showsOrigins: true)
  let found = dump.matches(of: /乙"@a\.md:([0-9:]+)/).last.map { String($0.1) }
  #expect(found == place, "\(dump)")
}

@Test(arguments: [
  ("`乙`", "code(\"乙\")@a.md:1:3"), ("[乙](x)", "link(x: \"乙\"@a.md:1:3)@a.md:1:2"),
  ("![乙](x)", "image(x: \"乙\" \"\")@a.md:1:2"), ("<https://乙>", "\"https://乙\"@a.md:1:3)@a.md:1:2"),
])
func anInlineKnowsWhereItBegins(_ inline: String, _ expected: String) {
  #expect(body("甲\(inline)", showsOrigins: true).contains(expected))
}

@Test func everyBlockKnowsItsLine() {
  let text = "# 甲\n\n乙\n\n```\n丙\n```\n\n| 丁 |\n|---|\n| 戊 |\n"
  let places = readGuide(text, file: "a.md").0.body.flatMap { block -> [String] in
    switch block {
    case .heading(let heading): ["\(heading.origin)"]
    case .paragraph(let paragraph): ["\(paragraph.origin)"]
    case .code(let code): ["\(code.origin)"]
    case .table(let table):
      if case .rows(let rows) = table.body {
        ["\(table.origin)"] + (table.head + rows).map { "\($0.origin)" }
      } else {
        []
      }
    default: []
    }
  }
  #expect(places == ["a.md:1:1", "a.md:3:1", "a.md:5:1", "a.md:9:1", "a.md:9:1", "a.md:11:1"])
}

/// Every character of a long line of many marks has the place that counting gives it.
@Test func placesOfALongMendedLineAreCounted() {
  let unit = "字**“好”**字"
  let text = String(repeating: unit, count: 300)
  let dump = body(text, showsOrigins: true)
  let columns = dump.matches(of: /"“好”"@a\.md:1:([0-9]+)/).compactMap { Int($0.1) }
  #expect(columns == (0..<300).map { $0 * unit.unicodeScalars.count + 4 })
}
