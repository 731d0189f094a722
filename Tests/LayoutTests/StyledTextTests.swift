import Diagnostics
import DocumentTree
import Styling
import Testing

@testable import Layout

/// How inlines become one styled text.
struct StyledTextTests {
  private let style = SpanStyle(TextStyle())

  private func flatten(
    _ inlines: [Inline<Never>],
    numbers: InlineFlattening.PageNumbers? = nil,
    targets: Set<String> = []
  ) -> (text: StyledText, diagnostics: [Diagnostic]) {
    var flattening = InlineFlattening(
      numbers: numbers,
      captionFamily: .kai,
      linkTargets: targets
    )
    flattening.append(inlines, style)
    return (flattening.result, flattening.diagnostics)
  }

  private func text(_ text: String) -> Inline<Never> { .text(text, .unknown) }

  @Test func spansCoverTheTextInOrder() {
    let (found, _) = flatten([text("甲"), .strong([text("乙"), .emphasis([text("丙")])]), text("")])
    #expect(found.text == "甲乙丙")
    #expect(found.spans.map(\.range) == [0..<3, 3..<6, 6..<9])
    #expect(found.spans.map(\.style.family) == [.song, .hei, .kai])
    #expect(found.spans.map(\.style.weight) == [.regular, .bold, .bold])
  }

  @Test func codeWithinALineIsItsText() {
    let (found, _) = flatten([text("按"), .code("Ctrl+S", .unknown), text("键")])
    #expect(found.text == "按Ctrl+S键")
  }

  @Test func raisedTextIsSmallAndStandsWithItsWord() {
    let (found, _) = flatten([text("工资"), .raised([text("①")])])
    #expect(found.text == "工资①")
    #expect(found.spans.last?.style.sizeFactor == 0.65)
    #expect(found.spans.last?.style.riseFactor == 0.35)
  }

  @Test func emphasisInsideKaiIsFang() {
    var kai = style
    kai.family = .kai
    #expect(kai.emphasised.family == .fang)
    #expect(style.emphasised.family == .kai)
  }

  @Test func fillInsRememberTheirRange() {
    let (found, _) = flatten([
      text("于"), .fillIn(FillIn(content: [text("2021"), .strong([text("年")])], width: 6)),
      .fillIn(FillIn(content: [], width: 3)),
    ])
    #expect(found.fillIns.map(\.range) == [3..<10, 10..<11])
    #expect(found.fillIns.map(\.isBlank) == [false, true])
    #expect(found.fillIns.map(\.em) == [6, 3])
  }

  @Test func nestedFillInsEndInside() {
    let inner = Inline<Never>.fillIn(FillIn(content: [text("乙")], width: 2))
    let (found, _) = flatten([.fillIn(FillIn(content: [text("甲"), inner], width: 9))])
    #expect(found.fillIns.map(\.range) == [3..<6, 0..<6])
  }

  @Test func pageNumbersArePrintedWhereTheyAreKnown() {
    let known = flatten([.pageNumber, text("/"), .pageCount], numbers: .init(page: 3, count: 12))
    #expect(known.text.text == "3/12")
    #expect(known.diagnostics.isEmpty)
    let unknown = flatten([.pageNumber, text("/"), .pageCount])
    #expect(unknown.text.text == "/")
    #expect(unknown.diagnostics.map(\.code) == ["layout.pageNumber", "layout.pageNumber"])
  }

  @Test func onlyReachableLinksAreMarked() {
    func link(_ destination: String) -> Inline<Never> {
      .link(Link(destination: destination, content: [text("见")], origin: .unknown))
    }
    let (found, _) = flatten(
      [link("https://a.cn"), link("mailto:a@b.cn"), link("#a"), link("#b"), link("x.md")],
      targets: ["a"]
    )
    #expect(
      found.spans.map(\.style.link) == ["https://a.cn", "mailto:a@b.cn", "#a", nil, nil]
    )
  }

  @Test func sealsAndMarksKeepTheirPlace() {
    let (found, _) = flatten([
      text("章"), .stampPlace(StampPlace(name: "a")),
      .footnoteMark(FootnoteMark(number: 2, label: "x")),
    ])
    #expect(found.stamps.map(\.offset) == [3])
    #expect(found.text == "章[2]")
    #expect(found.spans.last?.style.riseFactor == 0.35)
  }

  @Test func oneLineTurnsLineEndsIntoSpacesAndMovesOffsets() {
    let (found, _) = flatten([
      text("甲"), .lineBreak, .fillIn(FillIn(content: [text("乙\n丙")], width: 1)),
      .stampPlace(StampPlace(name: "a")), text("丁"),
    ])
    #expect(found.hasLineEnds)
    let line = found.onOneLine
    #expect(!line.hasLineEnds)
    #expect(line.text == "甲 乙 丙丁")
    #expect(line.fillIns.map(\.range) == [4..<11])
    #expect(line.stamps.map(\.offset) == [11])
    #expect(line.spans.last?.range == 11..<14)
    #expect(line.count == line.text.utf8.count)
  }

  @Test func textsAreJoinedWithTheirOffsets() {
    let (first, _) = flatten([text("甲")])
    let (second, _) = flatten([
      .fillIn(FillIn(content: [text("乙")], width: 1)), .stampPlace(StampPlace(name: "a")),
    ])
    let joined = first.followed(by: second)
    #expect(joined.text == "甲乙")
    #expect(joined.fillIns.map(\.range) == [3..<6])
    #expect(joined.stamps.map(\.offset) == [6])
  }

  @Test func nestingOfAnyDepthIsFlattened() {
    var inline = text("底")
    for _ in 0..<2000 { inline = .strong([inline]) }
    #expect(flatten([inline]).text.text == "底")
  }
}
