import Diagnostics
import DocumentTree
import HTML
import TestSupport
import Testing

@Suite struct PageMarksTests {
  @Test func aHeadingHasFurtherAnchors() throws {
    let marks = PageMarks(aliases: ["步骤": ["4.2", "旧名"]])
    let page = try htmlBlocks([heading(2, "步骤", id: "步骤")], title: "", marks: marks)
    #expect(
      page == "<h2 id=\"步骤\"><span id=\"4.2\"></span><span id=\"旧名\"></span>步骤</h2>\n"
    )
  }

  @Test func anAnchorThatIsTakenStaysWithItsOwner() throws {
    let marks = PageMarks(aliases: ["b": ["a"]])
    let blocks = [heading(2, "甲", id: "a"), heading(2, "乙", id: "b")]
    let page = try htmlBlocks(blocks, title: "", marks: marks)
    #expect(page == "<h2 id=\"a\">甲</h2>\n<h2 id=\"b\">乙</h2>\n")
  }

  @Test func aRowIsFoundByItsFirstCell() throws {
    let rows = ["名册", "其他"].map { name in
      TableRow<Never>(cells: [TableCell(content: [.text(name, .unknown)])], origin: .unknown)
    }
    let table = Table<Never>(columns: [Column()], head: [], body: .rows(rows), origin: .unknown)
    let marks = PageMarks(rows: ["名册": "词-名册"])
    let page = try htmlBlocks([.table(table)], title: "", marks: marks)
    #expect(page.contains("<tr id=\"词-名册\"><td>名册</td></tr>\n<tr><td>其他</td></tr>"))
  }

  @Test(arguments: [
    ("点击【保存】。", "点击<span class=\"control\">【保存】</span>。"),
    ("【A】-【B】", "<span class=\"control\">【A】</span>-<span class=\"control\">【B】</span>"),
    ("【<b>】", "<span class=\"control\">【&lt;b&gt;】</span>"), ("没有【关上", "没有【关上"), ("】先关【", "】先关【"),
  ])
  func namesOfMenusAndButtonsAreSetApart(text: String, html: String) throws {
    let block = Block<Never>.paragraph(
      Paragraph(content: [.text(text, .unknown)], origin: .unknown)
    )
    let marks = PageMarks(setsNamesApart: true)
    #expect(try htmlBlocks([block], title: "", marks: marks) == "<p>\(html)</p>\n")
    #expect(try !htmlBlocks([block], title: "").contains("control"))
  }

  @Test func anExplainedWordCarriesItsMeaning() throws {
    let link = Link<Never>(
      destination: "t.html#a",
      content: [.text("名册", .unknown)],
      origin: .unknown
    )
    let block = Block<Never>.paragraph(Paragraph(content: [.link(link)], origin: .unknown))
    let page = try htmlBlocks([block], title: "", marks: PageMarks(notes: ["t.html#a": "一批\"备案\""]))
    #expect(
      page == "<p><a href=\"t.html#a\" class=\"term\" data-note=\"一批&quot;备案&quot;\">名册</a></p>\n"
    )
  }
}
