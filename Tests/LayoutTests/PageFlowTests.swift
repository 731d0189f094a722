import Diagnostics
import DocumentTree
import Geometry
import Layout
import Pages
import Styling
import Synchronization
import TestSupport
import Testing

/// How strips flow over pages, and what is known after the last.
struct PageFlowTests {
  /// Thirty lines of 22 pt fill a page of 237 mm.
  private func lines(_ count: Int) -> Block<Never> {
    Sample.paragraph(Array(repeating: "甲", count: count).joined(separator: "\n"), .line)
  }

  @Test func anEmptyDocumentHasOneEmptyPage() throws {
    let (pages, outcome) = try Sample.laidOut(Document(title: "", body: []))
    #expect(pages.map(\.number) == [1])
    #expect(pages.first?.items.isEmpty == true)
    #expect(outcome.pageCount == 1)
    #expect(outcome.outline.isEmpty)
  }

  @Test func aHeadingIsNeverLeftAlone() throws {
    let text = String(repeating: "用人单位", count: 40)
    for count in 25...30 {
      let pages = try Sample.pages(
        Sample.document(lines(count), Sample.heading(2, "标题"), Sample.paragraph(text))
      )
      let page = try #require(pages.firstIndex { $0.contentText.contains("标题") })
      let after = pages[page].lines.drop { $0 != "标题" }
      #expect(after.count >= 3, "\(count) lines before the heading")
    }
  }

  @Test func noParagraphLeavesALoneLine() throws {
    // A paragraph of five lines after every possible number of lines.
    let text = String(repeating: "劳", count: 5 * 36 - 10)
    for count in 24...30 {
      let pages = try Sample.pages(Sample.document(lines(count), Sample.paragraph(text)))
      let parts: [Int] = pages.map { page in
        page.runs.count { $0.text.contains("劳") }
      }
      #expect(parts.reduce(0, +) == 5)
      #expect(!parts.contains(1), "\(count) lines before the paragraph: \(parts)")
    }
  }

  @Test func aPageBreakStartsANewPage() throws {
    let pages = try Sample.pages(
      Sample.document(Sample.paragraph("甲"), .pageBreak, Sample.paragraph("乙"))
    )
    #expect(pages.map(\.contentText) == ["甲", "乙"])
  }

  @Test func breaksWithoutTextMakeNoEmptyPages() throws {
    let pages = try Sample.pages(
      Sample.document(
        .pageBreak,
        Sample.paragraph("甲"),
        .pageBreak,
        .pageBreak,
        Sample.paragraph("乙")
      )
    )
    #expect(pages.map(\.contentText) == ["甲", "乙"])
  }

  @Test func spaceBeforeIsDroppedAtTheTopOfAPage() throws {
    let first = try #require(try Sample.pages(Sample.document(Sample.heading(2, "甲"))).first)
    let run = try #require(first.runs.first)
    let half: Length = (.pt(24) - .pt(14)) / 2
    let baseline: Length = .mm(30) + half + .pt(14) * 0.88
    #expect(run.origin.y == baseline)
  }

  @Test func theMastheadIsRepeatedAsDecoration() throws {
    var document = Sample.document(.table(Sample.roster(50)))
    document.masthead = [Sample.heading(1, "花名册"), Sample.paragraph("单位：甲", .line)]
    let (pages, outcome) = try Sample.laidOut(document, Sample.landscape())
    #expect(pages.count == 3)
    for (number, page) in pages.enumerated() {
      let title = try #require(page.runs.first { $0.text == "花名册" })
      #expect((title.mark == .decoration) == (number > 0))
      #expect(page.lines.prefix(2) == ["花名册", "单位：甲"])
      let tops = page.runs.filter { $0.text == "姓名" }.map(\.origin.y)
      #expect(tops == pages[0].runs.filter { $0.text == "姓名" }.map(\.origin.y))
    }
    #expect(outcome.outline.map(\.title) == ["花名册"])
  }

  @Test func aMastheadOfHalfAPageIsNotRepeated() throws {
    var document = Sample.document(.pageBreak, Sample.paragraph("乙"))
    document.masthead = [lines(16)]
    let (pages, outcome) = try Sample.laidOut(document)
    #expect(pages.map(\.contentText) == [String(repeating: "甲", count: 16), "乙"])
    #expect(pages[1].runs.count == 1)
    #expect(outcome.diagnostics.map(\.code) == ["layout.masthead"])
  }

  @Test func headingsEnterTheOutline() throws {
    let (_, outcome) = try Sample.laidOut(
      Sample.document(
        Sample.heading(1, "甲", id: "a"),
        .pageBreak,
        Sample.paragraph("文"),
        Sample.heading(3, "乙", id: "b"),
        Sample.paragraph("文")
      )
    )
    let second = Length.mm(30) + .pt(22)
    let source = Sample.origin
    let expected = [
      OutlineEntry(level: 1, title: "甲", id: "a", page: 1, top: .mm(30), source: source),
      OutlineEntry(level: 3, title: "乙", id: "b", page: 2, top: second, source: source),
    ]
    #expect(outcome.outline == expected)
  }

  @Test func theContentsListPagesThatTurnOutTrue() throws {
    var body: [Block<Never>] = [Sample.heading(1, "指南"), .contents]
    for number in 1...60 {
      body.append(Sample.heading(2, "第\(number)章", id: "c\(number)"))
      body.append(Sample.paragraph(String(repeating: "文", count: number * 7)))
    }
    let (pages, outcome) = try Sample.laidOut(Document(title: "", body: body))
    let lines: [String] = pages.prefix(3).flatMap { $0.lines }
    let entries = lines.filter { $0.contains(" . .") }
    #expect(entries.count == 60)
    for (entry, heading) in zip(entries, outcome.outline.dropFirst()) {
      #expect(entry.hasPrefix(heading.title))
      #expect(entry.hasSuffix(" .\(heading.page)"), "\(entry)")
    }
    let items: [PageItem] = pages.flatMap { $0.items }
    let targets: [String] = items.compactMap { item in
      if case .link(let link) = item { link.destination } else { nil }
    }
    #expect(targets == (1...60).map { "#c\($0)" })
  }

  @Test func theFooterKnowsPageAndCount() throws {
    var document = Sample.document(Sample.paragraph("甲"), .pageBreak, Sample.paragraph("乙"))
    document.footer = RunningLine(
      start: [.text("名册编号 1", .unknown)],
      centre: [
        .text("第", .unknown), .pageNumber, .text("页共", .unknown), .pageCount, .text("页", .unknown),
      ],
      end: [.text("打印日期", .unknown)]
    )
    let (_, outcome) = try Sample.laidOut(document)
    let items = try outcome.furniture.items(onPage: 2)
    let page = Page(number: 2, size: Paper.a4.size, items: items)
    #expect(page.lines == ["名册编号 1第2页共2页打印日期"])
    #expect(page.runs.allSatisfy { $0.mark == .decoration && $0.origin.y == .mm(282) })
    let again = Page(number: 2, size: Paper.a4.size, items: try outcome.furniture.items(onPage: 2))
    #expect(again.dump(showsGlyphs: true) == page.dump(showsGlyphs: true))
  }

  @Test func aDocumentWithoutFooterHasNoFurniture() throws {
    let (_, outcome) = try Sample.laidOut(Sample.document(Sample.paragraph("甲")))
    #expect(try outcome.furniture.items(onPage: 1).isEmpty)
  }

  @Test func pagesLeaveAsTheyFill() throws {
    let pulled = Counter()
    var table = Sample.roster(0)
    table.body = .pulled(
      RowSource(count: 300) {
        var number = 0
        return { () throws(RowSource.Failure) in
          guard number < 300 else { return nil }
          number += 1
          pulled.value.add(1, ordering: .relaxed)
          return Sample.row(["\(number)", "", "", "", ""])
        }
      }
    )
    let collector = PageCollector()
    _ = try Typesetter(fonts: TestFonts.library()).layOut(
      Sample.document(.table(table)),
      style: Sample.landscape()
    ) { page throws(LayoutFailure) in
      collector.pages.append(page)
      // Twenty-one rows fill a page; a few more are held back in case they must move.
      let most = 21 * page.number + 4
      #expect(pulled.value.load(ordering: .relaxed) <= most, "page \(page.number)")
    }
    #expect(collector.pages.count == 15)
  }

  @Test func aSinkThatFailsStopsTheDocument() throws {
    struct DiskFull: Error {}
    do {
      _ = try Typesetter(fonts: TestFonts.library()).layOut(
        Sample.document(Sample.paragraph("甲")),
        style: Sample.portrait()
      ) { _ throws(LayoutFailure) in throw .sink(DiskFull()) }
      Issue.record("the failure of the sink was swallowed")
    } catch let failure as LayoutFailure {
      guard case .sink(let cause) = failure else {
        Issue.record("\(failure)")
        return
      }
      #expect(cause is DiskFull)
    }
  }

  @Test func marginsWithoutRoomAreRefused() throws {
    let style = Sample.portrait(
      margins: Insets(top: .mm(30), left: .mm(105), bottom: .mm(30), right: .mm(105))
    )
    do {
      _ = try Sample.pages(Sample.document(Sample.paragraph("甲")), style)
      Issue.record("text was set into no room")
    } catch let failure as LayoutFailure {
      #expect(failure.diagnostics?.first?.code == "layout.noRoom")
    }
  }

  @Test func sameInputGivesSamePages() throws {
    let document = Sample.document(
      Sample.heading(1, "花名册"),
      .table(Sample.roster(40)),
      Sample.paragraph("完")
    )
    func dump() throws -> String {
      try Sample.pages(document, Sample.landscape()).map { $0.dump(showsGlyphs: true) }.joined()
    }
    #expect(try dump() == dump())
  }
}

/// Counts across a sendable boundary.
private final class Counter: Sendable {
  let value = Atomic(0)
}
