import Diagnostics
import Fonts
import Geometry
import PDF
import Pages
import Styling

/// Fonts that need no font file: glyphs below 256 are half an em wide, all others a full em.
enum FakeFonts {
  struct Broken: Error {}

  static var fonts: PDFFonts { fonts() }

  static func fonts(
    program: EmbeddedFont.Program = .trueType([0, 1, 0, 0], glyphs: []),
    serif: Bool = true
  ) -> PDFFonts {
    PDFFonts(
      advance: { _, glyph in advance(of: glyph) },
      embed: { font, glyphs in
        EmbeddedFont(
          postScriptName: "Fake-\(font.index)",
          program: program,
          advances: Dictionary(uniqueKeysWithValues: glyphs.map { ($0, advance(of: $0)) }),
          boundingBox: [-12.5, -200, 1000, 880],
          ascent: 880,
          descent: -120,
          capHeight: 733,
          italicAngle: 0,
          isFixedPitch: false,
          isSerif: serif
        )
      }
    )
  }

  static func advance(of glyph: GlyphID) -> Double { glyph < 256 ? 500 : 1000 }
}

extension GlyphRun {
  /// Text of 10 pt, one cluster a glyph, each cluster given with its glyph.
  static func fake(
    _ clusters: [(glyph: GlyphID, text: String)],
    at origin: Point = Point(x: .mm(20), y: .mm(30)),
    font: Int = 0,
    ink: Ink = .black,
    mark: Mark = .node(0)
  ) -> GlyphRun {
    var run = GlyphRun(
      font: FontID(index: font),
      size: .pt(10),
      origin: origin,
      width: .zero,
      glyphs: [],
      text: "",
      ink: ink,
      mark: mark,
      source: .unknown
    )
    for (glyph, text) in clusters {
      let offset = run.text.utf8.count
      run.glyphs.append(PlacedGlyph(id: glyph, x: run.width, textOffset: offset))
      run.text += text
      run.width += .pt(FakeFonts.advance(of: glyph) / 100)
    }
    return run
  }

  /// Text whose glyphs are numbered by their scalars, so that each has one text.
  static func fake(
    _ text: String,
    at origin: Point = Point(x: .mm(20), y: .mm(30)),
    mark: Mark = .node(0)
  ) -> GlyphRun {
    let clusters = text.unicodeScalars.map { scalar in
      (glyph: GlyphID(scalar.value % 60_000 + 1), text: String(Character(scalar)))
    }
    return .fake(clusters, at: origin, mark: mark)
  }
}
