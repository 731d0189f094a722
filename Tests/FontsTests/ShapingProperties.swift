import Fonts
import Pages
import Styling
import TestSupport
import Testing

/// What holds for any text at all.
@Suite struct ShapingProperties {
  /// Blocks that texts are drawn from: plain, rare, combining, ignorable, complex, and any scalar at all.
  private static let blocks: [ClosedRange<UInt32>] = [
    0x20...0x7E, 0x4E00...0x9FFF, 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x2A6DF,
    0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x3000...0x303F,
    0x600...0x6FF, 0xF00...0xFFF, 0x1100...0x11FF, 0x1F300...0x1F64F, 0x0...0x10FFFF,
  ]

  private func text(_ generator: inout SeededGenerator) -> String {
    let count = Int.random(in: 0...12, using: &generator)
    let scalars = (0..<count).compactMap { _ -> Unicode.Scalar? in
      let block = Self.blocks[Int.random(in: 0..<Self.blocks.count, using: &generator)]
      return Unicode.Scalar(UInt32.random(in: block, using: &generator))
    }
    return String(String.UnicodeScalarView(scalars))
  }

  @Test func clustersCoverTheTextOrTheMissingCharactersAreNamed() throws {
    let library = try TestFonts.library()
    let families = [FontFamily.song, .hei, .kai, .fang]
    var shown = 0
    for seed in UInt64(0)..<3000 {
      var generator = SeededGenerator(seed: seed)
      let text = text(&generator)
      let family = families[Int(seed % 4)]
      let weight = FontWeight.allCases[Int(seed / 4 % 2)]
      do {
        let runs = try library.shape(text, family: family, weight: weight)
        check(runs, cover: text, seed)
        shown += runs.isEmpty ? 0 : 1
      } catch {
        check(error, names: text, seed)
      }
    }
    #expect(shown > 300, "the cases must not all miss a glyph")
  }

  private func check(_ runs: [ShapedRun], cover text: String, _ seed: UInt64) {
    let glyphs = runs.flatMap(\.glyphs)
    let boundaries = Set(text.unicodeScalars.indices.map { $0.utf16Offset(in: text) })
    let offsets = glyphs.map(\.textOffset)
    #expect(offsets.first ?? 0 == 0, "seed \(seed)")
    #expect(offsets == offsets.sorted(), "seed \(seed)")
    #expect(glyphs.allSatisfy { $0.id != 0 }, "seed \(seed)")
    #expect(runs.allSatisfy { !$0.glyphs.isEmpty }, "seed \(seed)")
    #expect(zip(runs, runs.dropFirst()).allSatisfy { $0.font != $1.font }, "seed \(seed)")
    for offset in offsets {
      let index = text.utf8.index(text.startIndex, offsetBy: offset)
      #expect(index < text.endIndex, "seed \(seed)")
      #expect(boundaries.contains(index.utf16Offset(in: text)), "seed \(seed)")
    }
    let isIgnorable = text.unicodeScalars.allSatisfy(\.properties.isDefaultIgnorableCodePoint)
    #expect(!glyphs.isEmpty || isIgnorable, "seed \(seed)")
  }

  private func check(_ error: MissingGlyphs, names text: String, _ seed: UInt64) {
    #expect(!error.missing.isEmpty, "seed \(seed)")
    for missing in error.missing {
      let bytes = text.utf8.dropFirst(missing.textOffset)
      #expect(bytes.starts(with: missing.text.utf8), "seed \(seed)")
      #expect(!missing.text.isEmpty, "seed \(seed)")
    }
  }

  @Test func shapingTheSameTextAgainGivesTheSame() throws {
    let (first, second) = (try TestFonts.library(), try TestFonts.library())
    for seed in UInt64(0)..<500 {
      var generator = SeededGenerator(seed: seed)
      let text = text(&generator)
      let once = Result { try first.shape(text, family: .kai, weight: .regular) }
      let again = Result { try first.shape(text, family: .kai, weight: .regular) }
      let elsewhere = Result { try second.shape(text, family: .kai, weight: .regular) }
      #expect("\(once)" == "\(again)", "seed \(seed)")
      #expect("\(once)" == "\(elsewhere)", "seed \(seed)")
    }
  }

  @Test func moreTextsThanTheCacheHoldsAreShapedAlike() throws {
    let library = try TestFonts.library()
    let first = try library.shape("第0号", family: .song, weight: .regular)
    for number in 1...5000 {
      _ = try library.shape("第\(number)号", family: .song, weight: .regular)
    }
    #expect(try library.shape("第0号", family: .song, weight: .regular) == first)
  }
}
