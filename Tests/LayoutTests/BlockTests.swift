import Diagnostics
import DocumentTree
import Geometry
import Layout
import Pages
import Styling
import TestSupport
import Testing

/// How lists, boxes, fields, signatures and footnotes are set.
struct BlockTests {
  private func item(_ blocks: Block<Never>..., ticked: Bool? = nil) -> ListItem<Never> {
    ListItem(isTicked: ticked, blocks: blocks)
  }

  private func fields(_ cells: String...) -> Block<Never> {
    .fields(
      FieldLines(lines: [cells.map { [.text($0, Sample.origin)] }], origin: Sample.origin)
    )
  }

  @Test func aHeadingWithoutWordsIsNoneAndLeavesOutNoDepth() throws {
    let pages = try Sample.pages(Sample.document(Sample.heading(1, ""), Sample.heading(2, "甲")))
    let roles = pages.flatMap(\.structure).compactMap { step in
      if case .open(let element) = step { element.role } else { nil }
    }
    #expect(roles == [.heading(1)])
  }

  @Test func aGuidePageIsSetAsItsGolden() throws {
    let inner = List<Never>(start: nil, isTight: true, items: [item(Sample.paragraph("小项"))])
    let list = List<Never>(
      start: 9,
      isTight: true,
      items: [
        item(Sample.paragraph("点击“保存”。"), .list(inner)), item(Sample.paragraph("等待审核。")),
      ]
    )
    let tasks = List<Never>(
      start: nil,
      isTight: true,
      items: [
        item(Sample.paragraph("已盖章"), ticked: true), item(Sample.paragraph("未送达"), ticked: false),
      ]
    )
    let note = Footnote<Never>(number: 1, label: "a", blocks: [Sample.paragraph("见第四十四条。")])
    let document = Sample.document(
      Sample.heading(2, "办理步骤", id: "steps"),
      .list(list),
      .list(tasks),
      .callout(Callout(kind: .warning, title: "", blocks: [Sample.paragraph("先核对，再提交。")])),
      .quote([Sample.paragraph("引文。")]),
      .code(CodeBlock(language: "", text: "mingce check a.json\n  第二行\n", origin: Sample.origin)),
      .divider,
      .footnotes([note])
    )
    let pages = try Sample.pages(document)
    try expectGolden(pages.map { $0.dump() }.joined(), "guide-page.txt")
    try expectGolden(pages.structureDump(), "guide-structure.txt")
  }

  @Test func markersStandBeforeTheFirstLineOnly() throws {
    let text = String(repeating: "办理备案", count: 20)
    let list = List<Never>(start: 1, isTight: true, items: [item(Sample.paragraph(text))])
    let page = try #require(try Sample.pages(Sample.document(.list(list))).first)
    #expect(page.runs.first?.text == "1.")
    #expect(page.runs.first?.origin.x == .mm(28))
    let lefts = Set(page.runs.dropFirst().map(\.origin.x))
    #expect(lefts.count == 1)
    #expect(try #require(lefts.first) > .mm(28))
  }

  @Test func nestedMarkersAreNotLost() throws {
    let inner = List<Never>(start: 5, isTight: true, items: [item(Sample.paragraph("内"))])
    let outer = List<Never>(start: 3, isTight: true, items: [item(.list(inner)), item()])
    let page = try #require(try Sample.pages(Sample.document(.list(outer))).first)
    #expect(page.runs.map(\.text) == ["3.", "5.", "内", "4."])
  }

  @Test(arguments: [
    (["左"], [28.0]), (["左", "右"], [28, 182]), (["左", "中", "右"], [28, 105, 182]),
  ])
  func fieldsAreSpreadBetweenTheMargins(cells: [String], places: [Double]) throws {
    let lines = FieldLines<Never>(
      lines: [cells.map { [.text($0, Sample.origin)] }],
      origin: Sample.origin
    )
    let page = try #require(try Sample.pages(Sample.document(.fields(lines))).first)
    let found = page.runs.enumerated().map { index, run -> Length in
      if index == 0 { return run.origin.x }
      return index == page.runs.count - 1 ? run.origin.x + run.width : run.origin.x + run.width / 2
    }
    for (one, other) in zip(found, places) {
      #expect(abs((one - .mm(other)).nanometres) < 1000)
    }
  }

  @Test func fieldsThatMeetShrinkAndThenTakeALineEach() throws {
    func page(_ count: Int) throws -> Page {
      let name = String(repeating: "名", count: count)
      return try #require(try Sample.pages(Sample.document(fields(name, "代码", "人数"))).first)
    }
    let wide = try page(28)
    #expect(Set(wide.runs.map(\.origin.y)).count == 1)
    #expect(Set(wide.runs.map(\.size)) == [.pt(12)])
    let shrunk = try page(34)
    #expect(Set(shrunk.runs.map(\.origin.y)).count == 1)
    #expect(try #require(shrunk.runs.first).size < .pt(12))
    let apart = try page(60)
    #expect(Set(apart.runs.map(\.origin.y)).count == 4)
    for page in [wide, shrunk] {
      for (left, right) in zip(page.runs, page.runs.dropFirst()) {
        #expect(left.origin.x + left.width < right.origin.x)
      }
    }
  }

  @Test func signaturesStandInEqualColumnsAndKeepTwoLines() throws {
    let text = String(repeating: "本合同一式两份", count: 9)
    let signatures = SignatureBlock<Never>(
      lines: [
        [[.text("甲方（盖章）：", Sample.origin)], [.text("乙方（签字）：", Sample.origin)]],
        [[.text("日期：", Sample.origin)], [.text("日期：", Sample.origin)]],
      ],
      origin: Sample.origin
    )
    // 237 mm hold 30 lines: 28 of filler, then a paragraph of two lines that is full.
    let filler = Sample.paragraph(String(repeating: "甲\n", count: 27) + "甲", .line)
    let pages = try Sample.pages(
      Sample.document(filler, Sample.paragraph(text), .signatures(signatures))
    )
    #expect(pages.count == 2)
    let last = try #require(pages.last)
    #expect(last.lines.count == 4)
    #expect(last.contentText == text + "甲方（盖章）：乙方（签字）：日期：日期：")
    let starts = last.runs.suffix(4).map(\.origin.x)
    #expect(starts == [.mm(28), .mm(105), .mm(28), .mm(105)])
  }

  @Test func oneLineParagraphsAreTakenAlongBySignatures() throws {
    let signatures = SignatureBlock<Never>(
      lines: [[[.text("签字", Sample.origin)]]],
      origin: Sample.origin
    )
    var blocks = (1...30).map { Sample.paragraph("第\($0)段") }
    blocks.append(.signatures(signatures))
    let pages = try Sample.pages(Document(title: "", body: blocks))
    #expect(pages.last?.lines == ["第29段", "第30段", "签字"])
  }

  @Test func placesOfSealsAreCentredAndStayOnTheSheet() throws {
    let paragraph = Paragraph<Never>(
      role: .right,
      content: [
        .text("单位", Sample.origin), .stampPlace(StampPlace(name: "employer", millimetres: 42)),
        .text("盖章", Sample.origin), .stampPlace(StampPlace(name: "edge", millimetres: 400)),
      ],
      origin: Sample.origin
    )
    let page = try #require(try Sample.pages(Sample.document(.paragraph(paragraph))).first)
    #expect(page.stamps.map(\.name) == ["employer", "edge"])
    let sheet = Rectangle(x: .zero, y: .zero, width: .mm(210), height: .mm(297))
    for stamp in page.stamps { #expect(sheet.contains(stamp.area)) }
    let first = try #require(page.stamps.first).area
    #expect(first.left + first.size.width / 2 == .mm(182) - .pt(12) * 2)
    #expect(first.size == Size(width: .mm(42), height: .mm(42)))
  }

  @Test func picturesAreNamedUntilTheyCanBePrinted() throws {
    let image = Image(source: "a.png", alternative: "登录页面", origin: Sample.origin)
    let (pages, outcome) = try Sample.laidOut(
      Sample.document(
        .paragraph(Paragraph(role: .line, content: [.image(image)], origin: Sample.origin))
      )
    )
    #expect(pages.first?.contentText == "〔图：登录页面〕")
    #expect(outcome.diagnostics.map(\.code) == ["layout.image"])
  }

  @Test func boxesReachOverPagesPartByPart() throws {
    let blocks = (1...40).map { Sample.paragraph("第\($0)段") }
    let pages = try Sample.pages(
      Sample.document(.callout(Callout(kind: .note, title: "须知", blocks: blocks)))
    )
    #expect(pages.count == 2)
    for page in pages {
      let fills = page.allItems.compactMap { item in
        if case .fill(let area, _) = item { area } else { nil }
      }
      #expect(fills.count == 1)
      let area = try #require(fills.first)
      for run in page.runs { #expect(area.top < run.origin.y && run.origin.y < area.bottom) }
      #expect(area.bottom <= .mm(267))
    }
  }
}
