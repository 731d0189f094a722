import Fonts
import Pages
import Styling
import TestSupport
import Testing

/// What holds of the program of any glyphs of any face.
@Suite struct ProgramProperties {
  /// A face of each kind: CID-keyed CFF of several parts, and TrueType with composed glyphs.
  private static let faces = [
    "Noto Serif CJK SC", "Noto Sans CJK SC Bold", "LXGW WenKai", "HanaMinB", "DejaVu Sans",
  ]

  private func library(_ name: String) throws -> FontLibrary {
    try FontLibrary(
      plan: FontPlan(families: [.song: [FontCandidate([name])]]),
      files: TestFonts.files
    )
  }

  /// Returns up to `count` glyphs that the first face of `library` has; some numbers stand together.
  private func glyphs(
    _ count: Int,
    of library: FontLibrary,
    _ random: inout SeededGenerator
  ) -> [GlyphID] {
    let last = (1...GlyphID.max).last { (try? library.embed([$0], of: face)) != nil } ?? 1
    var glyphs: [GlyphID] = []
    while glyphs.count < count {
      let first = GlyphID.random(in: 1...last, using: &random)
      glyphs += first...min(last, first + GlyphID.random(in: 0...5, using: &random))
    }
    return glyphs.shuffled(using: &random)
  }

  private let face = FontID(index: 0)

  @Test(arguments: faces, 0..<3)
  func randomGlyphsAreDrawnAsTheFaceDrawsThem(name: String, seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let library = try library(name)
    let glyphs = glyphs([1, 60, 700][seed], of: library, &random)
    let embedded = try library.embed(glyphs, of: face)
    try expectSameOutlines(embedded, as: library, of: glyphs, "seed \(seed)")
  }

  @Test(arguments: faces)
  func aProgramDoesNotDependOnWhatWasEmbeddedBefore(name: String) throws {
    var random = SeededGenerator(seed: 7)
    let library = try library(name)
    let sets = (0..<4).map { _ in glyphs(40, of: library, &random) }
    let programs = try sets.map { try library.embed($0 + sets[0].prefix(9), of: face).program }
    for (set, program) in zip(sets, programs).reversed() {
      let alone = try self.library(name).embed(set + sets[0].prefix(9), of: face).program
      #expect(alone == program)
      #expect(try library.embed(set + sets[0].prefix(9), of: face).program == program)
    }
  }

  @Test(arguments: ["LXGW WenKai", "HanaMinB", "DejaVu Sans"])
  func aTrueTypeFileAddsUpToItsChecksum(name: String) throws {
    var random = SeededGenerator(seed: 11)
    let library = try library(name)
    let bytes = try library.embed(glyphs(50, of: library, &random), of: face).program.bytes
    #expect(bytes.count.isMultiple(of: 4))
    let sum = stride(from: 0, to: bytes.count, by: 4).reduce(UInt32(0)) { sum, place in
      sum &+ bytes[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }
    #expect(sum == 0xB1B0_AFBA)
  }

  @Test func composedGlyphsBringWhatTheyAreComposedOf() throws {
    let library = try library("DejaVu Sans")
    let runs = try library.shape("é", family: .song, weight: .regular)
    let glyph = try #require(runs.first?.glyphs.first?.id)
    let embedded = try library.embed([glyph], of: face)
    guard case .trueType(_, let numbers) = embedded.program else {
      Issue.record("DejaVu holds TrueType outlines")
      return
    }
    #expect(numbers.count > 2, "the accent and the letter stand beside .notdef and é")
    #expect(numbers == numbers.sorted())
    #expect(embedded.advances.keys.sorted() == [0, glyph], "pages do not show the parts")
    try expectSameOutlines(embedded, as: library, of: [glyph])
  }
}
