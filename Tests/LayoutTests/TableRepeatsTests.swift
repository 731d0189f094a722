import Diagnostics
import DocumentTree
import Geometry
import Pages
import Styling
import TestSupport
import Testing

@testable import Layout

/// What many pages have in common is one object, at the same place on each.
@Suite struct TableRepeatsTests {
  private func rows(_ pages: [Page]) -> [String] {
    pages.flatMap(\.items).compactMap { item in
      if case .cells(let row) = item { row.runs[0].text } else { nil }
    }
  }

  @Test func furtherPagesOfATableShareItsHeadAndItsGrid() throws {
    let pages = try Sample.pages(Sample.document(.table(Sample.roster(100))), Sample.landscape())
    try #require(pages.count > 4)
    #expect(pages[0].under.isEmpty && pages[0].over.isEmpty)
    // The first page has the grid by itself, as long as no other is known to have it.
    for page in pages[1...] {
      #expect(page.under.count == 1)
      #expect(page.under[0] === pages[1].under[0])
    }
    let full = pages[2..<pages.count - 1]
    for page in full {
      try #require(page.over.count == 1)
      #expect(page.over[0] === full.first?.over[0])
    }
    #expect(pages[pages.count - 1].over.isEmpty, "the last page has fewer rows")
    #expect(rows(pages) == (1...100).map(String.init))
  }

  @Test func sharedPartsAreDecorationOnly() throws {
    var document = Sample.document(.table(Sample.roster(60)))
    document.masthead = [Sample.paragraph("花名册", .line)]
    let pages = try Sample.pages(document, Sample.landscape())
    let shared = pages.flatMap { $0.under + $0.over }.flatMap(\.items)
    try #require(!shared.isEmpty)
    shared.forEachRun { #expect($0.mark == .decoration, "\($0.text)") }
  }

  @Test func aMastheadIsSharedByAllPagesButTheFirst() throws {
    var document = Sample.document(.table(Sample.roster(60)))
    document.masthead = [Sample.paragraph("花名册", .line)]
    let pages = try Sample.pages(document, Sample.landscape())
    try #require(pages.count > 2)
    for page in pages[1...] {
      var words: [String] = []
      page.under[0].items.forEachRun { words.append($0.text) }
      #expect(words.joined() == "花名册")
      #expect(page.under[0] === pages[1].under[0])
    }
  }

  @Test func standingPartsOfAFooterAreSharedUntilANumberPushesThemAside() throws {
    var document = Sample.document(.table(Sample.roster(60)))
    document.footer = RunningLine(
      start: [.text("名册编号 1", .unknown)],
      centre: [.text("第", .unknown), .pageNumber, .text("页", .unknown)],
      end: [.text("打印日期", .unknown)]
    )
    let (pages, outcome) = try Sample.laidOut(document)
    try #require(pages.count > 1)
    let first = try outcome.furniture.furniture(onPage: 1)
    for number in 1...pages.count {
      let furniture = try outcome.furniture.furniture(onPage: number)
      try #require(furniture.standing.count == 1)
      #expect(furniture.standing[0] === first.standing[0])
      let own = Page(number: number, size: Paper.a4.size, items: furniture.items)
      #expect(own.lines == ["第\(number)页"])
      let all = Page(number: number, size: Paper.a4.size, items: furniture.allItems)
      #expect(all.lines == ["名册编号 1第\(number)页打印日期"])
    }
    // Too wide for the line, so that all parts are set smaller, by as much as the number asks for.
    document.footer?.start = [.text(String(repeating: "名册编号", count: 30), .unknown), .pageNumber]
    let crowded = try Sample.laidOut(document).outcome.furniture
    #expect(try crowded.furniture(onPage: 2).items.count >= 2)
    let line = Page(
      number: 2,
      size: Paper.a4.size,
      items: try crowded.furniture(onPage: 2).allItems
    )
    #expect(line.runs.map(\.text).joined().contains("打印日期"))
  }

  /// A box paints its ground over all that was painted before it.
  @Test func theHeadOfATableInABoxIsPaintedOnTheGroundOfTheBox() throws {
    let box = Callout<Never>(kind: .note, title: "", blocks: [.table(Sample.roster(60))])
    let pages = try Sample.pages(Sample.document(.callout(box)), Sample.landscape())
    try #require(pages.count > 1)
    for page in pages[1...] {
      #expect(page.under.isEmpty)
      let heads = page.items.firstIndex { item in
        if case .glyphs(let run) = item { run.text == "序号" } else { false }
      }
      let grounds = page.items.firstIndex { if case .fill = $0 { true } else { false } }
      #expect(try #require(grounds) < (try #require(heads)))
    }
  }
}
