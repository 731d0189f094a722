import Fonts
import Geometry
import Pages
import Styling
import TestSupport
import Testing

@testable import Seals

@Suite struct OutlinedCharacterTests {
  /// The places of a glyph, or of a path, one behind another.
  private func places(_ steps: [GlyphOutline.Step]) -> [SIMD2<Double>] {
    steps.flatMap { step -> [SIMD2<Double>] in
      switch step {
      case .move(let place), .line(let place): [place]
      case .curve(let first, let second, let place): [first, second, place]
      case .close: []
      }
    }
  }

  /// A Tibetan letter and its vowel are one character of two glyphs.
  @Test func aVowelIsMovedOverItsLetterAsAWhole() throws {
    let fonts = try TestFonts.libraryOfAllScripts()
    let text = "ཀི"
    let runs = try fonts.shape(text, family: .song, weight: .regular)
    let glyphs = try runs.flatMap { run in
      try run.glyphs.map { places(try fonts.outline(of: $0.id, in: run.font).steps) }
    }
    #expect(glyphs.count == 2)
    let character = try #require(try OutlinedCharacter.all(of: text, in: .song, fonts: fonts).first)
    let drawn = character.path(in: Frame(origin: [0, 0], right: [1000, 0], up: [0, 1000])).places
      .map { SIMD2($0.x.millimetres, $0.y.millimetres) }
    #expect(drawn.count == glyphs[0].count + glyphs[1].count)
    for (glyph, part) in [
      (glyphs[0], drawn.prefix(glyphs[0].count)), (glyphs[1], drawn.suffix(glyphs[1].count)),
    ] {
      let shifts = zip(glyph, part).map { $1 - $0 }
      let first = try #require(shifts.first)
      #expect(shifts.allSatisfy { (($0 - first) * ($0 - first)).sum() < 1e-6 })
    }
    #expect(drawn[0] - glyphs[0][0] != drawn[glyphs[0].count] - glyphs[1][0], "the vowel is moved")
  }
}
