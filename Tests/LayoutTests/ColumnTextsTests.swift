import Diagnostics
import Geometry
import Pages
import Styling
import Testing

@testable import Layout

/// Texts that a column has had before are not set again.
struct ColumnTextsTests {
  private func run(_ text: String, x: Double = 0, y: Double = 0) -> GlyphRun {
    GlyphRun(
      font: FontID(index: 0),
      size: .pt(9),
      origin: Point(x: .pt(x), y: .pt(y)),
      width: .zero,
      glyphs: [],
      text: text,
      ink: .black,
      mark: .decoration,
      source: .unknown
    )
  }

  private func box(_ lines: [[PageItem]]) -> CellBox {
    let lines = lines.map { TextLine(width: .pt(30), items: $0) }
    return CellBox(lines: lines, pitch: .pt(11), size: .pt(9))
  }

  /// The text as the column knows it, set now if it must be.
  private func find(_ text: String, in texts: inout ColumnTexts) -> SetText {
    let place = texts.place(of: text)
    if let known = texts.known(text, at: place) { return known }
    let set = SetText(run(text), pitch: .pt(11))
    texts.remember(set, of: text, at: place)
    return set
  }

  @Test func aTextIsSetOnce() {
    var texts = ColumnTexts(rowCount: 100)
    let first = find("2026-11-20", in: &texts).pieces[0].run
    #expect(find("2026-11-20", in: &texts).pieces[0].run === first)
    #expect(find("2026-11-21", in: &texts).pieces[0].run !== first)
  }

  @Test(arguments: [0, 1, 7, 100_000])
  func whateverTheRoomEachTextIsItself(rowCount: Int) {
    var texts = ColumnTexts(rowCount: rowCount)
    for round in 0..<3 {
      for number in 0..<3000 {
        let text = "第\(number)号"
        #expect(find(text, in: &texts).shown == text, "round \(round)")
      }
    }
  }

  /// U+F9D4 and U+502B are equal to strings, but not the same text.
  @Test func twinsAreTwoTexts() {
    var texts = ColumnTexts(rowCount: 1)
    let twins = ["\u{F9D4}", "\u{502B}"]
    let found = twins.map { find($0, in: &texts).shown }
    #expect(found.map { Array($0.utf8) } == twins.map { Array($0.utf8) })
  }

  @Test func aLineStandsAroundTheMiddle() {
    let set = SetText(run("王芳", x: 3), pitch: .pt(11))
    let box = box([[.glyphs(run("王芳", x: 3))]])
    #expect(set.height == box.height)
    let whole = SetText(in: box)
    #expect(whole?.pieces[0].place == set.pieces[0].place)
    #expect(set.pieces[0].place.x == .pt(3))
  }

  @Test func theRunsOfSeveralLinesAreKeptWithTheirPlaces() throws {
    let box = box([
      [.glyphs(run("以完成", x: 1)), .glyphs(run("CNC", x: 28))], [.glyphs(run("一定", x: 2))],
    ])
    let set = try #require(SetText(in: box))
    let pieces = set.pieces
    #expect(pieces.map(\.run.run.text) == ["以完成", "CNC", "一定"])
    #expect(pieces.map(\.place.x) == [.pt(1), .pt(28), .pt(2)])
    #expect(pieces[0].place.y == pieces[1].place.y)
    #expect(pieces[2].place.y - pieces[0].place.y == .pt(11))
    #expect(set.height == Length.pt(11) * 2)
  }

  @Test func whatIsMoreThanRunsOfGlyphsIsNoneOfTheColumns() {
    let rule = Rule(
      from: Point(x: .zero, y: .zero),
      to: Point(x: .pt(9), y: .zero),
      thickness: .pt(0.5)
    )
    #expect(SetText(in: box([[.glyphs(run("甲")), .rule(rule)]])) == nil)
    #expect(SetText(in: box([[]])) == nil)
  }
}

extension SetText {
  /// The runs of glyphs.
  fileprivate var pieces: [Piece] {
    switch self {
    case .run(let piece, _): [piece]
    case .runs(let pieces, _): pieces
    }
  }

  /// The height of all lines.
  fileprivate var height: Length {
    switch self {
    case .run(_, let height), .runs(_, let height): height
    }
  }

  /// What is shown.
  fileprivate var shown: String { pieces.map(\.run.run.text).joined() }
}
