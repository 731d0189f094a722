import Diagnostics
import DocumentTree
import TestSupport
import Testing

@testable import Site

/// Plain text.
private func text(_ text: String) -> Inline<Never> { .text(text, .unknown) }

/// Plain text in a paragraph.
private func paragraph(_ content: String) -> Block<Never> {
  .paragraph(Paragraph(content: [text(content)], origin: .unknown))
}

/// One block of every kind, whose texts are the digits in order.
private func everyBlock() -> [Block<Never>] {
  let link = Link<Never>(destination: "a.md", content: [text("3")], origin: .unknown)
  let cell = { TableCell<Never>(content: [text($0)]) }
  let row = { (cells: [String]) in
    TableRow<Never>(cells: cells.map { cell($0) }, origin: .unknown)
  }
  return [
    .heading(Heading(level: 2, id: "a", content: [text("1")], origin: .unknown)),
    .paragraph(
      Paragraph(
        content: [
          .strong([.emphasis([text("2")])]), .link(link),
          .strikethrough([.fillIn(FillIn(content: [text("4")], width: 4))]),
        ],
        origin: .unknown
      )
    ),
    .list(List(start: 1, isTight: true, items: [ListItem(blocks: [paragraph("5")])])),
    .quote([paragraph("6")]),
    .callout(Callout(kind: .tip, title: "提示", blocks: [paragraph("7")])),
    .table(
      Table(
        caption: [text("8")],
        columns: [Column()],
        head: [row(["9"])],
        body: .rows([row(["10"])]),
        foot: [row(["11"])],
        origin: .unknown
      )
    ),
    .fields(FieldLines(lines: [[[text("12")]]], origin: .unknown)),
    .signatures(SignatureBlock(lines: [[[text("13")]]], origin: .unknown)),
    .footnotes([Footnote(number: 1, label: "a", blocks: [paragraph("14")])]),
    .code(CodeBlock(language: "", text: "x", origin: .unknown)), .contents, .divider, .pageBreak,
  ]
}

/// The dump of `blocks`.
private func dump(_ blocks: [Block<Never>]) -> String {
  Document(title: "", body: blocks).dump()
}

@Suite struct TreeMappingTests {
  @Test func nothingChangesWhenNothingIsChanged() {
    let blocks = everyBlock()
    #expect(dump(blocks.map { $0.mappingInlines { [$0] } }) == dump(blocks))
  }

  @Test func everyTextIsReachedOnce() {
    // Table parts are visited caption, head, foot, body; the set of texts counts, not their order.
    var found: [String] = []
    for block in everyBlock() {
      _ = block.mappingInlines { inline in
        if case .text(let text, _) = inline { found.append(text) }
        return [inline]
      }
    }
    #expect(found.compactMap { Int($0) }.sorted() == Array(1...14))
  }

  @Test func innerPiecesAreChangedBeforeOuterOnes() {
    let link = Link<Never>(destination: "a.md", content: [text("字")], origin: .unknown)
    let block = Block<Never>.paragraph(Paragraph(content: [.link(link)], origin: .unknown))
    let changed = block.mappingInlines { inline in
      switch inline {
      case .text(let text, let origin): return [.text(text + "！", origin)]
      case .link(let link): return link.content
      default: return [inline]
      }
    }
    #expect(dump([changed]) == dump([paragraph("字！")]))
  }

  @Test func aPieceMayBecomeNothing() {
    let changed = everyBlock().map { $0.mappingInlines { _ in [] } }
    #expect(!dump(changed).contains("\"1\""))
    #expect(changed.count == everyBlock().count)
  }
}

@Suite struct ReadingTimeTests {
  @Test(arguments: [
    (String(repeating: "字", count: 400), 1), (String(repeating: "字", count: 401), 2),
    (String(repeating: "word ", count: 200), 1), (String(repeating: "word ", count: 201), 2),
    ("", 1), ("，。", 1), (String(repeating: "字a", count: 300), 3),
    (String(repeating: "〇㐀，", count: 200), 1), (String(repeating: "〇㐀，", count: 201), 2),
    (String(repeating: "　（“é”）", count: 200), 1), (String(repeating: "　（“é”）", count: 201), 2),
  ])
  func hanCharactersAndWordsAreCountedApart(content: String, minutes: Int) {
    #expect(readingMinutes(of: [paragraph(content)]) == minutes)
  }

  @Test func textInEveryBlockCounts() {
    let long = String(repeating: "字", count: 300)
    #expect(readingMinutes(of: [.quote([paragraph(long)]), paragraph(long)]) == 2)
  }
}

@Suite struct HeadingNumberingTests {
  @Test(arguments: [
    (1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一"), (99, "九十九"), (100, "100"),
    (0, "0"), (-1, "-1"),
  ])
  func numeralsAreThoseOfDocuments(number: Int, numeral: String) {
    #expect(chineseNumeral(number) == numeral)
  }

  @Test func countsBeginAnewBelowEachHeading() {
    var counter = HeadingCounter(chapter: 4)
    let paths = [2, 3, 3, 2, 3, 4, 6, 2].map { counter.next(level: $0) }
    #expect(
      paths == [
        [4, 1], [4, 1, 1], [4, 1, 2], [4, 2], [4, 2, 1], [4, 2, 1, 1], [4, 2, 1, 1, 1, 1], [4, 3],
      ]
    )
  }

  @Test func deepHeadingsHaveNoNumber() {
    #expect(HeadingNumbering.decimal.prefix(of: [1, 2, 3]) == "1.2.3\u{3000}")
    #expect(HeadingNumbering.decimal.prefix(of: [1, 2, 3, 4]) == "")
    #expect(HeadingNumbering.chinese.prefix(of: [1]) == "一、")
    #expect(HeadingNumbering.chinese.prefix(of: [1, 2, 3, 4]) == "（4）")
    #expect(HeadingNumbering.chinese.prefix(of: [1, 2, 3, 4, 5]) == "")
    #expect(HeadingNumbering.decimal.prefix(of: []) == "")
  }
}
