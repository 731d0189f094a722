import Diagnostics
import DocumentTree
import Markdown
import Testing

/// How the `grid` fence of forms is read: labels, values, merged cells and lines in cells.
struct GridFenceTests {
  private func grid(_ lines: String) -> (dump: [String], said: [String]) {
    let (document, diagnostics) = readForm("```grid\n\(lines)\n```", file: "body.md")
    let dump = document.dump().split(separator: "\n").map { String($0.drop { $0 == " " }) }
    return (
      dump.filter { !$0.hasPrefix("document") && $0 != "body" }, diagnostics.map(\.description)
    )
  }

  @Test func aCellWithoutBracesIsALabel() {
    let read = grid("姓名 | {{e.name}} | 备注 |")
    #expect(read.said == [])
    #expect(
      read.dump == [
        "table [start 1, start 1, start 1, start 1]",
        #"row: header "姓名" | {{e.name}} | header "备注" | -"#,
      ]
    )
  }

  @Test func aWedgeMergesWithTheLeftAndACaretWithTheCellAbove() {
    let read = grid(
      """
      甲 | {{a.b}} | < | {{a.c}}
      ^ | 乙 | {{a.d}} | <
      ^ | 丙 | ^ | <
      """
    )
    #expect(read.said == [])
    #expect(
      read.dump.dropFirst() == [
        #"row: 1×3 header "甲" | 2×1 {{a.b}} | {{a.c}}"#,
        #"row: header "乙" | 2×2 {{a.d}}"#,
        #"row: header "丙""#,
      ]
    )
  }

  @Test func twoSlashesBeginALineInACell() {
    let read = grid("意见 | // 经办人：{{_:4}} // {{a.b}}")
    #expect(
      read.dump.last == #"row: header "意见" | break "经办人：" fillIn(4: ) break {{a.b}}"#
    )
    // An address of the web has no spaces around its slashes.
    #expect(grid("网址 | http://a.b{{a.b}}").dump.last == #"row: header "网址" | "http://a.b" {{a.b}}"#)
  }

  @Test func widthsAndCaptionAreOptions() {
    let read = grid("@caption 一、单位\n@columns 30mm | 自动 | 2.5\n甲 | {{a.b}} | <")
    #expect(read.said == [])
    #expect(read.dump.first == #"table [start 30 mm, start, start 2.5] "一、单位""#)
  }

  @Test(arguments: [
    ("甲 | {{a.b}}\n乙", "3:1：错误：各行的格数不同；现为“1 格”；应为2 格，与第一行相同；与左边合并的格写“<”，与上面合并的格写“^” [form.grid]"),
    ("< | 甲", "2:1：错误：左边没有可以合并的格；现为“<” [form.grid]"),
    ("甲 | ^", "2:5：错误：上面没有可以合并的格；现为“^” [form.grid]"),
    (
      "甲 | < | 乙\n^ | 丙 | 丁",
      "2:1：错误：合并的格不成长方形；现为“甲”；占几行几列的格，第一行写内容和“<”，以下各行第一格写“^”、其余写“<” [form.grid]"
    ),
    ("@columns 1 | 2\n甲 | 乙 | 丙", "2:10：错误：列宽的个数与格数不同；现为“2 个”；应为3 个 [form.grid]"),
    ("@colunms 1\n甲 | 乙", "2:1：错误：不认识的格式表选项；现为“@colunms 1”；应为@columns 或 @caption [form.grid]"),
    ("", "1:1：错误：格式表没有任何一行；应为每行各格用“|”分开 [form.grid]"),
  ])
  func aMistakeIsNamedAtItsPlace(_ lines: String, _ expected: String) {
    #expect(grid(lines).said == ["body.md:" + expected])
  }
}
