import Diagnostics
import DocumentTree
import Geometry
import Layout
import Pages
import Styling
import TestSupport
import Testing

/// Boxes around blocks, contents, notes and the line at the foot of the page.
struct BoxTests {
  private func text(_ string: String) -> Inline<Never> { .text(string, Sample.origin) }

  private func fills(_ page: Page) -> [(area: Rectangle, ink: Ink)] {
    page.allItems.compactMap { item in
      if case .fill(let area, let ink) = item { (area, ink) } else { nil }
    }
  }

  private func callout(
    _ kind: CalloutKind,
    _ title: String = "",
    _ blocks: Block<Never>...
  ) -> Block<Never> {
    .callout(Callout(kind: kind, title: title, blocks: blocks))
  }

  // MARK: Boxes

  @Test func calloutsSayTheirKindUnlessTheyHaveATitle() throws {
    let page = try #require(
      try Sample.pages(
        Sample.document(
          callout(.note),
          callout(.tip),
          callout(.important),
          callout(.warning),
          callout(.caution),
          callout(.note, "须知", Sample.paragraph("文"))
        )
      ).first
    )
    let labels = [CalloutKind.note, .tip, .important, .warning, .caution].map(\.label)
    #expect(page.lines == labels + ["须知", "文"])
    #expect(fills(page).count == 6)
    #expect(Set(fills(page).map(\.ink)).count == 5, "each kind has its own tint")
    #expect(page.rules.count == 6)
  }

  @Test func textInABoxStandsInsideIt() throws {
    let long = String(repeating: "先核对再提交", count: 30)
    let page = try #require(
      try Sample.pages(Sample.document(callout(.tip, "提示", Sample.paragraph(long)))).first
    )
    let area = try #require(fills(page).first).area
    #expect(area.left == .mm(28) && area.right == .mm(182))
    for run in page.runs {
      #expect(run.origin.x >= area.left + .mm(4))
      #expect(run.origin.x + run.width <= area.right - .mm(3))
    }
  }

  @Test func anInnerBoxIsPaintedOnTheOuterOne() throws {
    let page = try #require(
      try Sample.pages(
        Sample.document(
          callout(.note, "外", Sample.paragraph("甲"), callout(.warning, "内", Sample.paragraph("乙")))
        )
      ).first
    )
    let found = fills(page)
    #expect(found.count == 2)
    #expect(found[0].area.contains(found[1].area))
    #expect(found[0].area != found[1].area)
  }

  @Test func boxesNestedTooDeepAreNotDrawnAnyMore() throws {
    var block = Sample.paragraph("底")
    for _ in 0..<9 { block = callout(.note, "层", block) }
    let page = try #require(try Sample.pages(Sample.document(block)).first)
    #expect(fills(page).count == 4)
    #expect(page.lines == Array(repeating: "层", count: 9) + ["底"])
  }

  @Test func aCalloutsTitleIsNeverLeftAlone() throws {
    for count in 24...31 {
      let filler = Sample.paragraph(
        Array(repeating: "甲", count: count).joined(separator: "\n"),
        .line
      )
      let pages = try Sample.pages(
        Sample.document(filler, callout(.warning, "须知", Sample.paragraph("先核对")))
      )
      let page = try #require(pages.first { $0.contentText.contains("须知") })
      #expect(page.contentText.contains("先核对"), "\(count)")
      for area in fills(page).map(\.area) { #expect(area.bottom <= .mm(267), "\(count)") }
    }
  }

  @Test func codeKeepsItsSpacesAndLinesOverPages() throws {
    let lines = (1...60).map { "  第\($0)行" }
    let code = CodeBlock(
      language: "sh",
      text: lines.joined(separator: "\n") + "\n",
      origin: Sample.origin
    )
    let pages = try Sample.pages(Sample.document(.code(code)))
    #expect(pages.count == 2)
    #expect(pages.flatMap(\.lines) == lines)
    for page in pages {
      let area = try #require(fills(page).first).area
      for run in page.runs { #expect(area.top < run.origin.y && run.origin.y < area.bottom) }
    }
  }

  @Test func quotationsHaveARuleAndNoGround() throws {
    let page = try #require(
      try Sample.pages(Sample.document(.quote([Sample.paragraph("引文"), Sample.paragraph("又一段")])))
        .first
    )
    #expect(fills(page).isEmpty)
    let rule = try #require(page.rules.first)
    #expect(page.rules.count == 1)
    #expect(rule.start.x == rule.end.x)
    for run in page.runs {
      #expect(rule.start.y < run.origin.y && run.origin.y < rule.end.y)
      #expect(run.origin.x == .mm(32), "without the indent of paragraphs")
    }
  }

  @Test func aDividerCrossesTheText() throws {
    let page = try #require(
      try Sample.pages(Sample.document(Sample.paragraph("甲"), .divider)).first
    )
    #expect(page.rules.map(\.start.x) == [.mm(28)])
    #expect(page.rules.map(\.end.x) == [.mm(182)])
  }

  // MARK: Lists and notes

  private func list(_ start: Int?, tight: Bool = true, _ items: [ListItem<Never>]) -> Block<Never> {
    .list(List(start: start, isTight: tight, items: items))
  }

  @Test func markersCountOnAndWideOnesMoveTheTextFurther() throws {
    let items = (0..<3).map { _ in ListItem<Never>(blocks: [Sample.paragraph("项")]) }
    func page(_ start: Int) throws -> Page {
      try #require(try Sample.pages(Sample.document(list(start, items))).first)
    }
    #expect(try page(9).lines == ["9.项", "10.项", "11.项"])
    func left(_ page: Page) -> Set<Length> {
      Set(page.runs.filter { $0.text == "项" }.map(\.origin.x))
    }
    #expect(try left(page(1)) == [.mm(28) + .pt(12) * 2])
    #expect(try left(page(9998)).count == 1)
    #expect(try #require(left(page(9998)).first) > .mm(28) + .pt(12) * 2)
  }

  @Test func tasksAreTickedOrNot() throws {
    let items = [true, false, nil].map { ticked in
      ListItem<Never>(isTicked: ticked, blocks: [Sample.paragraph("项")])
    }
    let page = try #require(try Sample.pages(Sample.document(list(nil, items))).first)
    #expect(page.lines == ["☑项", "☐项", "•项"])
  }

  @Test func looseListsAreSpacedAndTightOnesAreNot() throws {
    func step(tight: Bool) throws -> Length {
      var style = Sample.portrait()
      style.roles[.body]?.spaceAfter = .mm(3)
      let items = (0..<2).map { _ in ListItem<Never>(blocks: [Sample.paragraph("项")]) }
      let page = try #require(
        try Sample.pages(Sample.document(list(nil, tight: tight, items)), style).first
      )
      let tops = page.runs.filter { $0.text == "项" }.map(\.origin.y)
      return tops[1] - tops[0]
    }
    #expect(try step(tight: true) == .pt(22))
    #expect(try step(tight: false) == .pt(22) + .mm(3))
  }

  @Test func listsNestedBeyondTheSheetKeepTheirMarkers() throws {
    var block = Sample.paragraph("底")
    for level in 1...40 { block = list(level, [ListItem(blocks: [block])]) }
    let pages = try Sample.pages(Sample.document(block))
    let printed = pages.map(\.contentText).joined().filter { !$0.isWhitespace }
    #expect(printed == (1...40).reversed().map { "\($0)." }.joined() + "底")
    for run in pages.flatMap(\.runs) { #expect(run.origin.x + run.width <= .mm(182)) }
  }

  @Test func footnotesStandUnderAShortRule() throws {
    let notes = (1...2).map { number in
      Footnote<Never>(number: number, label: "n", blocks: [Sample.paragraph("注\(number)")])
    }
    let page = try #require(
      try Sample.pages(Sample.document(Sample.paragraph("文"), .footnotes(notes))).first
    )
    #expect(page.lines == ["文", "[1]注1", "[2]注2"])
    let rule = try #require(page.rules.first)
    #expect(rule.end.x - rule.start.x == .mm(154) / 4)
    #expect(page.runs.filter { $0.text.hasPrefix("注") }.allSatisfy { $0.size == .pt(9) })
    let without = try #require(try Sample.pages(Sample.document(.footnotes([]))).first)
    #expect(without.items.isEmpty)
  }

  // MARK: Contents

  private func guide(_ headings: [Block<Never>]) throws -> Page {
    let body: [Block<Never>] =
      [.contents, .pageBreak] + headings.flatMap { [$0, Sample.paragraph("文")] }
    return try #require(try Sample.pages(Document(title: "", body: body)).first)
  }

  @Test func theOnlyTitleIsLeftOutOfTheContents() throws {
    let page = try guide([
      Sample.heading(1, "指南"), Sample.heading(2, "甲"), Sample.heading(3, "乙"),
      Sample.heading(4, "丙"),
    ])
    #expect(page.lines.map { $0.prefix(1) } == ["甲", "乙"])
    let lefts = page.runs.filter { "甲乙".contains($0.text) }.map(\.origin.x)
    #expect(lefts == [.mm(28), .mm(28) + .pt(12) * 2])
  }

  @Test func severalTitlesAreChaptersOfTheContents() throws {
    let page = try guide([
      Sample.heading(1, "一"), Sample.heading(2, "甲"), Sample.heading(1, "二"),
      Sample.heading(3, "乙"),
    ])
    #expect(page.lines.map { $0.prefix(1) } == ["一", "甲", "二", "乙"])
  }

  @Test func pageNumbersOfTheContentsStandInOneColumn() throws {
    let page = try guide((1...12).map { Sample.heading(2, String(repeating: "章", count: $0)) })
    let numbers = page.runs.filter { Int($0.text) != nil }
    #expect(numbers.count == 12)
    for number in numbers {
      #expect(abs((number.origin.x + number.width - .mm(182)).nanometres) <= 2)
    }
    let dots = page.runs.filter { $0.mark == .decoration }
    #expect(dots.count == 12)
    #expect(Set(dots.map { ($0.origin.x + $0.width).nanometres / 1000 }).count <= 2)
    for (dot, number) in zip(dots, numbers) { #expect(dot.origin.x + dot.width < number.origin.x) }
  }

  @Test func anEntryWithoutAnAnchorIsNoLink() throws {
    let page = try guide([Sample.heading(2, "甲"), Sample.heading(2, "乙", id: "b")])
    let links = page.items.compactMap { item in
      if case .link(let link) = item { link.destination } else { nil }
    }
    #expect(links == ["#b"])
  }

  @Test func aLongEntryWrapsAndHasItsNumberOnTheLastLine() throws {
    let title = String(repeating: "很长的标题", count: 12)
    let page = try guide([Sample.heading(2, title, id: "a")])
    #expect(page.lines.count == 2)
    #expect(page.lines.first.map { title.hasPrefix($0) } == true)
    #expect(page.lines.last?.hasSuffix("2") == true)
  }

  // MARK: The foot of the page

  private func footer(
    _ start: [Inline<Never>],
    _ centre: [Inline<Never>] = [],
    _ end: [Inline<Never>] = []
  ) throws -> Page {
    var document = Sample.document(Sample.paragraph("甲"))
    document.footer = RunningLine(start: start, centre: centre, end: end)
    let furniture = try Sample.laidOut(document).outcome.furniture
    return Page(number: 1, size: Paper.a4.size, items: try furniture.items(onPage: 1))
  }

  @Test func theFootersPartsStandAtTheMarginsAndInTheMiddle() throws {
    let page = try footer([text("甲")], [text("乙")], [text("丙")])
    let em = Length.pt(9)
    let wanted = [.mm(28), .mm(105) - em / 2, .mm(182) - em]
    for (run, x) in zip(page.runs, wanted) { #expect(abs((run.origin.x - x).nanometres) <= 2) }
    #expect(try footer([], [], [text("丙")]).runs.map(\.origin.x) == [.mm(182) - em])
  }

  @Test func aFooterTooWideIsMadeSmallerAndNeverLost() throws {
    let long = String(repeating: "很长的页脚", count: 8)
    let page = try footer([text(long)], [text("第 1 页")], [text(long)])
    #expect(page.runs.map(\.text) == [long, "第 1 页", long])
    for (left, right) in zip(page.runs, page.runs.dropFirst()) {
      #expect(left.origin.x + left.width < right.origin.x)
      #expect(left.size < .pt(9))
    }
    #expect(Set(page.runs.map(\.origin.y)).count == 1)
  }

  @Test func lineEndsInAFooterAreSpaces() throws {
    #expect(try footer([text("甲\n乙"), .lineBreak, text("丙")]).lines == ["甲 乙 丙"])
  }

  @Test func pageNumbersInTheTextAreWarnedOf() throws {
    let paragraph = Paragraph<Never>(
      role: .line,
      content: [text("第"), .pageNumber],
      origin: Sample.origin
    )
    let (pages, outcome) = try Sample.laidOut(Sample.document(.paragraph(paragraph)))
    #expect(pages.first?.contentText == "第")
    #expect(outcome.diagnostics.map(\.code) == ["layout.pageNumber"])
  }
}
