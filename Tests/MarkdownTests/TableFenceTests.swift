import Diagnostics
import DocumentTree
import Markdown
import Testing

/// How the `table` fence of forms is read: header levels, widths, treatments and the rows under the rows.
struct TableFenceTests {
  /// The dump of a table over `filings`, without the line of its columns' widths when `part` is given.
  private func table(_ lines: String, _ part: String? = nil) -> String {
    let (document, diagnostics) = readForm("```table filings\n\(lines)\n```", file: "body.md")
    #expect(diagnostics.map(\.description) == [])
    let dump = document.dump().split(separator: "\n").map { line in
      line.drop { $0 == " " }
    }
    return dump.drop { !$0.hasPrefix("table") }.filter { part.map($0.hasPrefix) ?? true }
      .joined(separator: "\n")
  }

  // MARK: Header levels

  @Test func neighboursUnderOneLabelShareItsCell() {
    #expect(
      table("序号 | seq\n期限 > 起 | c.startDate\n期限 > 止 | c.endDate\n备注 | f.remark", "head")
        == """
        head: 1×2 "序号" | 2×1 "期限" | 1×2 "备注"
        head: "起" | "止"
        """
    )
  }

  @Test func aHeaderMayHaveThreeLevels() {
    #expect(
      table("甲>乙>丙 | e.a\n甲>乙>丁 | e.b\n甲>戊 | e.c\n己>庚 | e.d\n辛 | e.e", "head")
        == """
        head: 3×1 "甲" | "己" | 1×3 "辛"
        head: 2×1 "乙" | 1×2 "戊" | 1×2 "庚"
        head: "丙" | "丁"
        """
    )
  }

  @Test func labelsThatDoNotMeetShareNothing() {
    #expect(
      table("甲>乙 | e.a\n丙 | e.b\n甲>乙 | e.c", "head")
        == """
        head: "甲" | 1×2 "丙" | "甲"
        head: "乙" | "乙"
        """
    )
    // Equal labels under different ones are different groups, and a lowest label is never shared.
    #expect(
      table("甲>乙>丙 | e.a\n丁>乙>丙 | e.b\n戊 | e.c\n戊 | e.d", "head")
        == """
        head: "甲" | "丁" | 1×3 "戊" | 1×3 "戊"
        head: "乙" | "乙"
        head: "丙" | "丙"
        """
    )
  }

  @Test func aSlashAndABraceAreNoLevel() {
    #expect(table("解除/终止 | e.a", "head") == #"head: "解除/终止""#)
    #expect(table("甲{{form.title}}＞乙 | e.a", "head") == #"head: "甲" {{form.title}} "＞乙""#)
  }

  // MARK: Columns

  @Test func widthsAreSharesMillimetresOrMeasured() {
    #expect(
      table("甲 | e.a | 22\n乙 | e.b | 22mm\n丙 | e.c | 8.5 mm\n丁 | e.d | 自动\n戊 | e.e", "table")
        == "table [start 22, start 22 mm, start 8.5 mm, start, start]"
    )
  }

  @Test func theFifthPartSaysWhatIsDoneWithCells() {
    #expect(
      table("甲 | e.a | 1 | 中 | 合并\n乙 | e.b | 1 | 右 | 斜线\n丙 | e.c | 1 | 左 |\n@group e.a")
        == """
        table [centre 1 merged, end 1 striking, start 1]
        head: "甲" | "乙" | "丙"
        each {{filings}} by {{e.a}}: {{e.a}} | {{e.b}} | {{e.c}}
        """
    )
  }

  // MARK: Rows under the rows

  @Test func thePagesFootMayAskForSums() {
    let lines = "甲 | e.a\n乙 | c.b\n丙 | c.d\n"
    let options = """
      @pagetotal 本页小计{{page.count}}人 | {{合计:c.b:千分位}}
      @rest 斜线
      @total 合计 | {{合计:c.b:大写}}
      @closing （以下空白）
      """
    #expect(
      table(lines + options).split(separator: "\n").suffix(4).joined(separator: "\n")
        == """
        page foot: 2×1 "本页小计" {{page.count}} "人" | {{合计:c.b:千分位}}
        closing "（以下空白）"
        unused diagonal
        foot: 2×1 "合计" | {{合计:c.b:大写}}
        """
    )
  }

  @Test(arguments: [("空行", "open"), ("斜线", "diagonal"), ("Z线", "zigzag")])
  func unusedRowsAreLeftOpenOrVoided(_ word: String, _ expected: String) {
    #expect(table("甲 | e.a\n@rest \(word)", "unused") == "unused \(expected)")
  }
}
