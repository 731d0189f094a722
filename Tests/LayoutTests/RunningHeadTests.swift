import DocumentTree
import Geometry
import Layout
import Pages
import Styling
import TestSupport
import Testing

/// The line at the head of the pages of a long document, and the cover that has none.
struct RunningHeadTests {
  /// A cover, contents of their own page, and two chapters, the first of which takes more than a page.
  private func document(_ change: (inout Document<Never>) -> Void = { _ in }) -> Document<Never> {
    let long = String(repeating: "先核对再提交，", count: 300)
    var document = Sample.document(
      Sample.heading(1, "操作指南"),
      .pageBreak,
      Sample.heading(4, "目录"),
      .pageBreak,
      Sample.heading(2, "1 登录", id: "a"),
      Sample.paragraph(long),
      Sample.heading(3, "1.1 找回口令", id: "b"),
      Sample.paragraph(long),
      Sample.heading(2, "2 续签", id: "c"),
      Sample.paragraph("提交。")
    )
    document.hasCover = true
    document.head = RunningHead(name: "备案系统", chapterLevel: 2)
    document.footer = RunningLine(centre: [.pageNumber])
    change(&document)
    return document
  }

  /// The texts outside the text area of each page, from the top.
  private func runningLines(_ document: Document<Never>) throws -> [[String]] {
    let (pages, outcome) = try Sample.laidOut(document)
    return try pages.map { page in
      let items = try outcome.furniture.items(onPage: page.number)
      return Page(number: page.number, size: page.size, items: items).runs.map(\.text)
    }
  }

  @Test func aPageNamesTheDocumentAndItsChapter() throws {
    let lines = try runningLines(document())
    #expect(lines.count > 4)
    #expect(lines[0] == [], "a cover has no running lines")
    #expect(lines[1] == ["2", "备案系统"], "no chapter has begun")
    #expect(lines[2] == ["3", "备案系统", "1 登录"])
    #expect(lines[3] == ["4", "备案系统", "1 登录"], "the chapter goes on")
    #expect(lines.last == ["\(lines.count)", "备案系统", "2 续签"], "the chapter begins on the page")
  }

  @Test func withoutACoverTheFirstPageHasThemToo() throws {
    let lines = try runningLines(document { $0.hasCover = false })
    #expect(lines[0] == ["1", "备案系统"])
  }

  @Test func theHeadStandsInTheMarginAboveTheText() throws {
    for top in [12.0, 30, 60] {
      let style = Sample.portrait(
        margins: Insets(top: .mm(top), left: .mm(28), bottom: .mm(30), right: .mm(28))
      )
      let (_, outcome) = try Sample.laidOut(document(), style)
      let items = try outcome.furniture.items(onPage: 3)
      let page = Page(number: 3, size: style.paper, items: items)
      let head = page.runs.filter { $0.origin.y < .mm(100) }
      let rule = try #require(page.rules.first)
      #expect(head.count == 2 && page.rules.count == 1)
      for run in head {
        #expect(run.origin.y > .mm(3) && run.origin.y < rule.start.y, "\(top) mm")
      }
      #expect(rule.start.y < style.textArea.top, "\(top) mm")
      #expect(rule.start.x == style.textArea.left && rule.end.x == style.textArea.right)
      #expect(head[0].origin.x == style.textArea.left)
      #expect(head[1].origin.x + head[1].width == style.textArea.right)
    }
  }

  @Test func aChapterTooLongForTheLineIsMadeSmaller() throws {
    let style = Sample.portrait()
    let title = "3 " + String(repeating: "解除终止劳动合同备案", count: 5)
    let (_, outcome) = try Sample.laidOut(document { $0.body.append(Sample.heading(2, title)) })
    let items = try outcome.furniture.items(onPage: outcome.pageCount)
    let page = Page(number: 1, size: style.paper, items: items)
    #expect(!page.runs.contains { $0.origin.x + $0.width > style.textArea.right })
  }

  @Test func theTitleOfACoverStandsLower() throws {
    func top(_ document: Document<Never>) throws -> Length {
      try #require(try Sample.laidOut(document).outcome.outline.first).top
    }
    let area = Sample.portrait().textArea
    #expect(try top(document { $0.hasCover = false }) == area.top)
    let lower = try top(document())
    #expect(lower > area.top + area.size.height / 5 && lower < area.top + area.size.height / 2)
  }
}
