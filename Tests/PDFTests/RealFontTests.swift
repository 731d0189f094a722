import Diagnostics
import Fonts
import Geometry
import Pages
import Styling
import TestSupport
import Testing

@testable import PDF

/// Whole files with the fonts that operators have.
@Suite struct RealFontTests {
  private let library: FontLibrary

  init() throws {
    library = try TestFonts.library()
  }

  /// Returns the runs of one line of text.
  private func runs(
    _ text: String,
    _ family: FontFamily,
    at origin: Point,
    _ library: FontLibrary
  ) throws -> [GlyphRun] {
    let size = Length.pt(14)
    let shaped = try library.shape(text, family: family, weight: .regular)
    let starts = shaped.map { $0.glyphs.map(\.textOffset).min() ?? 0 } + [text.utf8.count]
    var left = origin.x
    return shaped.enumerated().map { index, run in
      var x = Length.zero
      let glyphs = run.glyphs.map { glyph in
        defer { x += size * (Double(glyph.advance) / 1_000_000) }
        return PlacedGlyph(
          id: glyph.id,
          x: x + size * (Double(glyph.xOffset) / 1_000_000),
          rise: size * (Double(glyph.yOffset) / 1_000_000),
          textOffset: glyph.textOffset - starts[index]
        )
      }
      defer { left += x }
      return GlyphRun(
        font: run.font,
        size: size,
        origin: Point(x: left, y: origin.y),
        width: x,
        glyphs: glyphs,
        text: String(decoding: Array(text.utf8)[starts[index]..<starts[index + 1]], as: UTF8.self),
        ink: .black,
        mark: .node(0),
        source: .unknown
      )
    }
  }

  /// Returns a file with one line of text after another.
  private func file(
    _ lines: [(text: String, family: FontFamily)],
    _ other: FontLibrary? = nil
  ) throws -> [UInt8] {
    let library = other ?? self.library
    let fonts = PDFFonts(
      advance: { font, glyph in library.advance(of: glyph, in: font) },
      embed: { font, glyphs in try library.embed(glyphs, of: font) }
    )
    return try Written.file(fonts: fonts) { writer in
      var items: [PageItem] = []
      for (index, line) in lines.enumerated() {
        let origin = Point(x: .mm(20), y: .mm(30 + 10 * Double(index)))
        items += try runs(line.text, line.family, at: origin, library).map(PageItem.glyphs)
      }
      try writer.add(Page(number: 1, size: Written.a4, items: items))
    }
  }

  private let lines: [(text: String, family: FontFamily)] = [
    ("解除（终止）劳动合同证明书", .hei),
    ("甲方：吉林市某某人力资源有限公司，“月工资”1,234.50元。", .song),
    ("㛃䶮𬭼𠮷、王𫍽、ABC fi ffi 2026-03-05", .song),
    ("楷体：欧阳䶮，㛃𬭼𠮷", .kai),
    ("一\u{2F00}二·•丶—……", .song),
    ("麴\u{FA0E}\u{9FB4}", .song),
  ]

  @Test("all text comes back, from all faces, CFF and TrueType")
  func text() throws {
    let file = try file(lines)
    let text = lines.map(\.text).joined().filter { !$0.isWhitespace }
    let back = try extractedText(of: file)
    #expect(Array(back.utf8) == Array(text.utf8), "\(back)")
    #expect(try complaints(about: file) == [])
  }

  @Test("scripts with marks, stacks and forms come back in the order of their text")
  func scripts() throws {
    let library = try TestFonts.libraryOfAllScripts()
    for text in [
      "བསོད་ནམས་རྒྱ་མཚོ།", "ᠪᠠᠶᠠᠷᠮᠠᠩᠯᠠᠢ", "ᨲᩱ᩠ᨿ", "ꆈꌠꉙ", "한글ᄒ\u{1161}\u{11AB}", "葛\u{E0100}城",
    ] {
      let back = try extractedText(of: try file([(text, .song)], library))
      #expect(Array(back.unicodeScalars) == Array(text.unicodeScalars), "\(back)")
    }
  }

  @Test("a subset's widths are those that the pages were set with (ISO 19005-3 §6.2.11.5)")
  func widths() throws {
    for (text, family) in lines {
      for run in try library.shape(text, family: family, weight: .regular) {
        let glyphs = Set(run.glyphs.map(\.id)).sorted()
        let subset = try library.embed(glyphs, of: run.font)
        for glyph in glyphs {
          let width = try #require(subset.advances[glyph])
          #expect(abs(width - library.advance(of: glyph, in: run.font)) < 0.5, "\(text), \(glyph)")
        }
      }
    }
  }

  @Test("every font is embedded as a subset with its texts")
  func embedded() throws {
    let answer = try Tool(name: "pdffonts").run(on: try file(lines))
    #expect(answer.errors == "")
    let rows = answer.output.split(separator: "\n").dropFirst(2)
    #expect(rows.count >= 3)
    for row in rows { #expect(row.contains(#/Identity-H +yes yes yes /#), "\(row)") }
  }

  @Test("a renderer draws the file without complaint")
  func drawn() throws {
    let answer = try Tool(name: "pdftoppm").run(["-r", "40"], on: try file(lines))
    #expect(answer.status == 0)
    #expect(answer.errors == "")
    #expect(answer.output.utf8.count > 0)
  }
}
