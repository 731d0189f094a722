import Diagnostics
import Geometry
import LineBreaking
import Pages
import Styling
import TestSupport
import Testing

@testable import Layout

/// Lines that cut through what was shaped as one are shaped by themselves.
struct CutTests {
  /// The glyphs of each line of `text` at a width, and those of each line's text set by itself.
  private func lines(
    _ text: String,
    width: Length
  ) throws -> [(text: String, drawn: [GlyphID], alone: [GlyphID])] {
    let fonts = try TestFonts.libraryOfAllScripts()
    let composer = try TextComposer(fonts: fonts, composition: LineComposition())
    var styled = StyledText()
    styled.append(text, SpanStyle(TextStyle()), origin: .unknown)
    let widths = LineWidths(rest: width)
    let composed = try composer.paragraph(styled, size: .pt(12), widths: widths)
    return try composed.lines(widths).map { line in
      let drawn = try composer.draw(
        line,
        of: composed,
        measure: width,
        alignment: .left,
        mark: .decoration
      )
      let runs = drawn.items.compactMap { item in
        if case .glyphs(let run) = item { run } else { nil }
      }
      let own = runs.map(\.text).joined()
      var piece = StyledText()
      piece.append(own, SpanStyle(TextStyle()), origin: .unknown)
      let only = try composer.line(piece, size: .pt(12))
      let alone = only.draw(only.onlyLine, measure: width, alignment: .left, mark: .decoration)
      let glyphs = alone.items.flatMap { item in
        if case .glyphs(let run) = item { run.glyphs.map(\.id) } else { [GlyphID]() }
      }
      return (own, runs.flatMap { $0.glyphs.map(\.id) }, glyphs)
    }
  }

  @Test func aTornWordOfArabicEndsInItsFinalForm() throws {
    // A word of Uyghur without a place to break, longer than the line.
    let word = "ئۇيغۇرستانلىقلارنىڭكىلەردىن"
    let lines = try lines(word, width: .mm(14))
    #expect(lines.count > 1)
    for line in lines { #expect(line.drawn == line.alone, "\(line.text)") }
    #expect(lines.map(\.text).joined() == word)
  }

  @Test func linesThatCutNothingKeepTheirGlyphs() throws {
    for line in try lines("甲方应当按照约定支付劳动报酬 and keep its word", width: .mm(30)) {
      #expect(line.drawn == line.alone, "\(line.text)")
    }
  }
}
