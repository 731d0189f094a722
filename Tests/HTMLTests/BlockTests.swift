import Diagnostics
import DocumentTree
import HTML
import TestSupport
import Testing

/// The HTML of one block.
private func html(_ block: Block<Never>) throws -> String {
  try htmlBlocks([block], title: "册")
}

/// A list of one-paragraph items.
private func list(_ items: String..., start: Int? = nil, isTight: Bool = true) -> Block<Never> {
  .list(
    List(start: start, isTight: isTight, items: items.map { ListItem(blocks: [paragraph($0)]) })
  )
}

@Suite struct BlockTests {
  @Test(arguments: [(0, 1), (1, 1), (2, 2), (6, 6), (9, 6)])
  func headingsStayWithinSixLevels(level: Int, element: Int) throws {
    #expect(try html(heading(level, "题")) == "<h\(element)>题</h\(element)>\n")
  }

  @Test(arguments: [
    ("办理步骤", "办理步骤"), ("a b\tc", "a-b-c"), ("\"x\"", "&quot;x&quot;"), ("四、1", "四、1"),
  ])
  func anchorsAreWhatHTMLAllows(id: String, expected: String) throws {
    #expect(try html(heading(2, "题", id: id)) == "<h2 id=\"\(expected)\">题</h2>\n")
  }

  @Test func anchorsThatRepeatTakeTheNextFreeNumber() throws {
    let blocks = ["a", "a-2", "a", "a"].map { heading(2, "题", id: $0) }
    let page = try htmlBlocks(blocks, title: "")
    for id in ["a", "a-2", "a-3", "a-4"] {
      #expect(page.matches(of: try Regex("id=\"\(id)\"")).count == 1, "\(id) in \(page)")
    }
  }

  @Test(arguments: ParagraphRole.allCases)
  func paragraphsSayWhatTheyAreFor(role: ParagraphRole) throws {
    let open = role == .body ? "<p>" : "<p class=\"\(role.rawValue)\">"
    #expect(try html(paragraph("文", role: role)) == "\(open)文</p>\n")
  }

  @Test func tightItemsHaveNoParagraphs() throws {
    #expect(try html(list("一", "二")) == "<ul>\n<li>一</li>\n<li>二</li>\n</ul>\n")
    #expect(
      try html(list("一", start: 1, isTight: false)) == "<ol>\n<li>\n<p>一</p>\n</li>\n</ol>\n"
    )
  }

  @Test func listsBeginWhereTheSourceDoes() throws {
    #expect(try html(list("三", start: 3)).hasPrefix("<ol start=\"3\">"))
    #expect(try html(list("零", start: 0)).hasPrefix("<ol start=\"0\">"))
    #expect(try html(list("一", start: 1)).hasPrefix("<ol>"))
  }

  @Test func innerListsStandBelowTheirItem() throws {
    let item = ListItem<Never>(blocks: [paragraph("外"), list("内")])
    let outer = List<Never>(start: 1, isTight: true, items: [item])
    #expect(
      try html(.list(outer)) == "<ol>\n<li>外\n<ul>\n<li>内</li>\n</ul>\n</li>\n</ol>\n"
    )
  }

  @Test func aPictureInAStepIsAFigure() throws {
    let image = Image(source: "a.png", alternative: "图", title: "图 1", origin: .unknown)
    let picture = Block<Never>.paragraph(Paragraph(content: [.image(image)], origin: .unknown))
    let item = ListItem<Never>(blocks: [paragraph("点击"), picture])
    let page = try html(.list(List(start: 1, isTight: true, items: [item])))
    #expect(
      page.contains("<li>点击\n<figure><img src=\"a.png\" alt=\"图\"><figcaption>图 1</figcaption>")
    )
  }

  @Test func aFigureWithoutTitleHasNoCaption() throws {
    let image = Image(source: "a.png", alternative: "图", title: "", origin: .unknown)
    let picture = Block<Never>.paragraph(Paragraph(content: [.image(image)], origin: .unknown))
    #expect(try html(picture) == "<figure><img src=\"a.png\" alt=\"图\"></figure>\n")
  }

  @Test(arguments: CalloutKind.allCases)
  func calloutsAreNotesWithTheirWord(kind: CalloutKind) throws {
    let callout = Callout<Never>(kind: kind, title: kind.label, blocks: [paragraph("文")])
    #expect(
      try html(.callout(callout)) == """
        <div class="callout \(kind.rawValue)" role="note">
        <p class="callout-title">\(kind.label)</p>
        <p>文</p>
        </div>

        """
    )
  }

  @Test(arguments: [
    ("json", " class=\"language-json\""), ("objective-c", " class=\"language-objective-c\""),
    ("", ""), ("c++ onload=x", ""), ("\"><b>", ""), ("表", ""),
  ])
  func onlyPlainLanguageNamesBecomeClasses(language: String, attribute: String) throws {
    let code = CodeBlock(language: language, text: "a\n  <b>\n", origin: .unknown)
    #expect(
      try html(.code(code))
        == "<pre tabindex=\"0\"><code\(attribute)>a\n  &lt;b&gt;\n</code></pre>\n"
    )
  }

  @Test func footnotesLeadBackToTheirFirstMark() throws {
    let mark = Inline<Never>.footnoteMark(FootnoteMark(number: 2, label: "乙"))
    let note = Footnote<Never>(number: 2, label: "乙", blocks: [paragraph("一"), paragraph("二")])
    let blocks: [Block<Never>] = [
      .paragraph(Paragraph(content: [mark, mark], origin: .unknown)), .footnotes([note]),
    ]
    let page = try htmlBlocks(blocks, title: "")
    #expect(page.contains("id=\"fnref-2\" href=\"#fn-2\""))
    #expect(page.contains("id=\"fnref-2-2\" href=\"#fn-2\""))
    #expect(
      page.contains(
        "<li id=\"fn-2\" value=\"2\">\n<p>一</p>\n<p>二 <a class=\"back\" href=\"#fnref-2\""
      )
    )
  }

  @Test func aFootnoteThatEndsWithAListHasItsWayBackBelow() throws {
    let note = Footnote<Never>(number: 1, label: "a", blocks: [list("一")])
    let page = try html(.footnotes([note]))
    #expect(page.contains("</ul>\n<p> <a class=\"back\""))
  }

  @Test func marksOfATextNestInOrder() {
    let content: [Inline<Never>] = [
      .strong([.emphasis([.strikethrough([.code("x", .unknown)])])]), .lineBreak, text("y"),
      .raised([text("1")]),
    ]
    #expect(
      htmlInlines(content)
        == "<strong><em><del><code>x</code></del></em></strong><br>\ny<sup>1</sup>"
    )
  }

  @Test func pageNumbersStandInTheMarginOnly() {
    #expect(htmlInlines([text("第"), .pageNumber, text("页"), .pageCount]) == "第页")
  }

  @Test func stampPlacesLeaveNoTrace() {
    let place = StampPlace(name: "employer", millimetres: 42.5)
    #expect(
      htmlInlines([.stampPlace(place)])
        == "<span class=\"stamp\" data-stamp=\"employer\" data-mm=\"42.5\"></span>"
    )
  }

  @Test func theContentsListHeadingsInsideOtherBlocks() throws {
    let item = ListItem<Never>(blocks: [.quote([heading(3, "丙", id: "c")])])
    let page = try htmlBlocks(
      [
        .contents, .quote([heading(2, "甲", id: "a")]),
        .callout(Callout(kind: .note, title: "", blocks: [heading(2, "乙", id: "b")])),
        .list(List(start: nil, isTight: true, items: [item])),
      ],
      title: ""
    )
    let entries = page.matches(of: /<li class="level-(\d)"><a href="#([abc])">/)
    #expect(entries.map { "\($0.1)\($0.2)" } == ["2a", "2b", "3c"])
  }

  @Test func emptyBlocksAreEmptyElements() throws {
    #expect(try html(.quote([])) == "<blockquote>\n</blockquote>\n")
    #expect(
      try html(.fields(FieldLines(lines: [], origin: .unknown)))
        == "<div class=\"fields\">\n</div>\n"
    )
    #expect(try html(.divider) == "<hr>\n")
    #expect(try html(.pageBreak) == "<div class=\"page-break\"></div>\n")
    #expect(try htmlBlocks([], title: "册") == "")
    #expect(htmlInlines([]) == "")
  }
}
