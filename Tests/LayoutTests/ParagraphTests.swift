import Diagnostics
import DocumentTree
import Fonts
import Geometry
import Layout
import Pages
import Styling
import TestSupport
import Testing

/// How paragraphs are set.
struct ParagraphTests {
  @Test func aContractPageIsSetAsItsGolden() throws {
    let article: Block<Never> = .paragraph(
      Paragraph(
        content: [
          .strong([.text("第四条", Sample.origin)]),
          .text("　甲方根据工作需要，安排乙方从事", Sample.origin),
          .fillIn(FillIn(content: [.text("中式烹调师", Sample.origin)], width: 6)),
          .text("岗位（工种）工作，属于", Sample.origin),
          .fillIn(FillIn(content: [], width: 6)),
          .text("类岗位，岗位职责以双方签字确认的《岗位说明书》（编号HR-2024-017）为准。", Sample.origin),
        ],
        origin: Sample.origin
      )
    )
    let pages = try Sample.pages(
      Sample.document(Sample.heading(2, "二、工作内容和工作地点"), article)
    )
    try expectGolden(pages.map { $0.dump() }.joined(), "contract-article.txt")
  }

  @Test func firstLinesAreIndentedAndFullLinesFillTheMeasure() throws {
    let text = String(repeating: "用人单位与劳动者建立劳动关系应当订立书面劳动合同", count: 4)
    let page = try #require(try Sample.pages(Sample.document(Sample.paragraph(text))).first)
    #expect(page.runs.count == 3)
    #expect(page.runs.map(\.origin.x) == [.mm(28) + .pt(12) * 2, .mm(28), .mm(28)])
    for run in page.runs.dropLast() { #expect(run.origin.x + run.width == .mm(182)) }
    #expect(page.contentText == text)
  }

  @Test func strongTextIsSetInHeiAndEmphasisInKai() throws {
    let paragraph = Paragraph<Never>(
      role: .line,
      content: [
        .text("甲", Sample.origin), .strong([.text("乙", Sample.origin)]),
        .emphasis([.text("丙", Sample.origin)]), .strikethrough([.text("丁", Sample.origin)]),
      ],
      origin: Sample.origin
    )
    let page = try #require(try Sample.pages(Sample.document(.paragraph(paragraph))).first)
    #expect(page.runs.map(\.text) == ["甲", "乙", "丙", "丁"])
    #expect(Set(page.runs.map(\.font)).count == 3)
    #expect(page.rules.count == 1)
  }

  @Test func spacingDoesNotDependOnSpans() throws {
    func places(_ content: [Inline<Never>]) throws -> [Length] {
      let paragraph = Paragraph<Never>(role: .line, content: content, origin: Sample.origin)
      let page = try #require(try Sample.pages(Sample.document(.paragraph(paragraph))).first)
      return page.runs.flatMap { run in run.glyphs.map { run.origin.x + $0.x } }
    }
    let whole = try places([.text("甲方（盖章）：HR部门。“乙方”", Sample.origin)])
    let parts = try places([
      .text("甲方（盖", Sample.origin), .text("章）", .unknown), .text("：HR", Sample.origin),
      .text("部门。", .unknown), .text("“乙", Sample.origin), .text("方”", .unknown),
    ])
    #expect(whole == parts)
  }

  @Test func fillInRulesAreAsWideAsAskedAndTouchNobody() throws {
    let paragraph = Paragraph<Never>(
      role: .line,
      content: [
        .text("于", Sample.origin),
        .fillIn(FillIn(content: [.text("2021", .unknown)], width: 5)),
        .text("年", Sample.origin),
      ],
      origin: Sample.origin
    )
    let page = try #require(try Sample.pages(Sample.document(.paragraph(paragraph))).first)
    let rule = try #require(page.rules.first)
    let em = Length.pt(12)
    #expect(rule.end.x - rule.start.x == em * 5)
    let left = try #require(page.runs.first { $0.text == "于" })
    let right = try #require(page.runs.first { $0.text == "年" })
    let value = try #require(page.runs.first { $0.text == "2021" })
    #expect(rule.start.x - (left.origin.x + left.width) == em / 4)
    #expect(right.origin.x - rule.end.x == em / 4)
    #expect(rule.start.y > value.origin.y)
    let before = value.origin.x - rule.start.x
    let after = rule.end.x - (value.origin.x + value.width)
    #expect(abs(before.nanometres - after.nanometres) <= 2)
  }

  @Test func aLongValueKeepsARuleUnderEachOfItsLines() throws {
    let value = String(repeating: "吉林省长春市朝阳区", count: 9)
    let paragraph = Paragraph<Never>(
      role: .line,
      content: [
        .text("地址：", Sample.origin),
        .fillIn(FillIn(content: [.text(value, Sample.origin)], width: 8)),
      ],
      origin: Sample.origin
    )
    let page = try #require(try Sample.pages(Sample.document(.paragraph(paragraph))).first)
    #expect(page.rules.count == 3)
    #expect(page.contentText == "地址：" + value)
    for rule in page.rules { #expect(rule.end.x - rule.start.x > .pt(12)) }
  }

  @Test func aBlankLeavesARuleAndNoText() throws {
    let paragraph = Paragraph<Never>(
      role: .line,
      content: [.fillIn(FillIn(content: [], width: 4)), .text("年", Sample.origin)],
      origin: Sample.origin
    )
    let page = try #require(try Sample.pages(Sample.document(.paragraph(paragraph))).first)
    #expect(page.contentText == "年")
    #expect(page.rules.map { $0.end.x - $0.start.x } == [.pt(12) * 4])
  }

  @Test func rolesStandWhereTheyShould() throws {
    let page = try #require(
      try Sample.pages(
        Sample.document(
          Sample.paragraph("正文", .body),
          Sample.paragraph("单行", .line),
          Sample.paragraph("居中", .centre),
          Sample.paragraph("居右", .right)
        )
      ).first
    )
    let em = Length.pt(12)
    #expect(
      page.runs.map(\.origin.x) == [
        .mm(28) + em * 2, .mm(28), .mm(28) + (.mm(154) - em * 2) / 2, .mm(182) - em * 2,
      ]
    )
  }

  @Test func forcedLineEndsAndLineFeedsAreNotPrinted() throws {
    let paragraph = Paragraph<Never>(
      role: .line,
      content: [.text("甲\n乙", Sample.origin), .lineBreak, .text("丙", Sample.origin)],
      origin: Sample.origin
    )
    let page = try #require(try Sample.pages(Sample.document(.paragraph(paragraph))).first)
    #expect(page.lines == ["甲", "乙", "丙"])
  }

  @Test func missingCharactersAreAllNamed() throws {
    let origin = Origin.field(FieldLocation(row: 3, field: "e.name"))
    let paragraph = Paragraph<Never>(
      content: [.text("张\u{E000}三\u{10FFFD}", origin)],
      origin: Sample.origin
    )
    do {
      _ = try Sample.pages(Sample.document(.paragraph(paragraph)))
      Issue.record("a character without a glyph was drawn")
    } catch let failure as LayoutFailure {
      let text = try #require(failure.diagnostics?.first).description
      for part in ["第 3 行 e.name", "U+E000", "U+10FFFD", "Noto Serif CJK SC"] {
        #expect(text.contains(part), "\(text)")
      }
    }
  }

  @Test func everyTextWithMissingCharactersIsTold() throws {
    let words = ["甲\u{E000}", "乙", "丙\u{E001}", "甲\u{E000}"]
    let blocks = words.enumerated().map { index, text in
      let origin = Origin.field(FieldLocation(row: index + 1, field: "e.name"))
      return Block<Never>.paragraph(
        Paragraph(content: [.text(text, origin)], origin: Sample.origin)
      )
    }
    var document = Sample.document(blocks[0], blocks[1], blocks[2], blocks[3])
    document.footer = RunningLine(centre: [.text("页脚\u{E002}", Sample.origin)])
    var pages = 0
    let failure = #expect(throws: LayoutFailure.self) {
      _ = try Typesetter(fonts: TestFonts.library()).layOut(document, style: Sample.portrait()) {
        _ throws(LayoutFailure) in pages += 1
      }
    }
    let told = (failure?.diagnostics ?? []).map(\.description)
    #expect(told.count == 4 && pages == 0)
    for (line, part) in zip(told, ["第 1 行", "第 3 行", "第 4 行", "U+E002"]) {
      #expect(line.contains(part), "\(line)")
    }
  }

  @Test func withoutAnyFontOneThingIsTold() throws {
    let paragraphs = (0..<3).map { index in
      Block<Never>.paragraph(
        Paragraph(content: [.text("第\(index)段", Sample.origin)], origin: Sample.origin)
      )
    }
    let none = try FontLibrary(plan: TestFonts.plan, files: [])
    let failure = #expect(throws: LayoutFailure.self) {
      _ = try Typesetter(fonts: none).layOut(
        Document(title: "", body: paragraphs),
        style: Sample.portrait()
      ) { _ in }
    }
    #expect(failure?.diagnostics?.map(\.code) == ["layout.noFont"])
  }

  @Test func noMoreIsToldThanAPersonReads() throws {
    let rows = (1...150).map { row in
      let origin = Origin.field(FieldLocation(row: row, field: "e.name"))
      return Block<Never>.paragraph(
        Paragraph(content: [.text("甲\u{E000}", origin)], origin: Sample.origin)
      )
    }
    let failure = #expect(throws: LayoutFailure.self) {
      _ = try Sample.pages(Document(title: "", body: rows))
    }
    #expect(failure?.diagnostics?.count == 101)
    #expect(failure?.diagnostics?.last?.message.contains("只列出前 100 处") == true)
  }

  @Test func aFailedDocumentLeavesNothingBehind() throws {
    let typesetter = Typesetter(fonts: try TestFonts.library())
    func attempt(_ text: String) -> Bool {
      let block = Block<Never>.paragraph(
        Paragraph(content: [.text(text, Sample.origin)], origin: Sample.origin)
      )
      let outcome = try? typesetter.layOut(Sample.document(block), style: Sample.portrait()) { _ in
      }
      return outcome != nil
    }
    #expect(!attempt("甲\u{E000}"))
    #expect(attempt("甲"))
    #expect(!attempt("甲\u{E000}"))
  }

  @Test func linksLeadToURLsAndToHeadingsOfTheDocument() throws {
    func link(_ destination: String) -> Block<Never> {
      let link = Link<Never>(
        destination: destination,
        content: [.text("见此", Sample.origin)],
        origin: Sample.origin
      )
      return .paragraph(Paragraph(role: .line, content: [.link(link)], origin: Sample.origin))
    }
    let page = try #require(
      try Sample.pages(
        Sample.document(
          Sample.heading(2, "一", id: "one"),
          link("https://example.org"),
          link("#one"),
          link("#two"),
          link("other.md")
        )
      ).first
    )
    let found = page.items.compactMap { item in
      if case .link(let link) = item { link.destination } else { nil }
    }
    #expect(found == ["https://example.org", "#one"])
    #expect(Set(page.runs.dropFirst().prefix(2).map(\.ink)).count == 1)
    #expect(page.runs.last?.ink == .black)
  }

  @Test func aNoteMarkAmongTheWordsOfALinkIsNoPartOfIt() throws {
    let link = Link<Never>(
      destination: "https://example.cn",
      content: [
        .text("甲", Sample.origin), .footnoteMark(FootnoteMark(number: 1, label: "a")),
      ],
      origin: Sample.origin
    )
    let paragraph = Block<Never>.paragraph(
      Paragraph(content: [.link(link)], origin: Sample.origin)
    )
    let items = try Sample.pages(Sample.document(paragraph)).flatMap(\.items)
    let areas = items.compactMap { item -> LinkArea? in
      if case .link(let area) = item { area } else { nil }
    }
    #expect(areas.map(\.source) == [Sample.origin])
    guard case .part(0, _)? = areas.first?.mark else {
      Issue.record("not the link's part: \(areas)")
      return
    }
  }

  @Test func footnoteMarksAreSmallAndRaised() throws {
    let paragraph = Paragraph<Never>(
      role: .line,
      content: [
        .text("甲", Sample.origin), .footnoteMark(FootnoteMark(number: 1, label: "a")),
        .text("乙", Sample.origin),
      ],
      origin: Sample.origin
    )
    let page = try #require(try Sample.pages(Sample.document(.paragraph(paragraph))).first)
    #expect(page.runs.map(\.text) == ["甲", "[1]", "乙"])
    #expect(page.runs[1].size < page.runs[0].size)
    #expect(page.runs[1].origin.y < page.runs[0].origin.y)
  }
}
