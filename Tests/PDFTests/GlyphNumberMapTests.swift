import Fonts
import Pages
import TestSupport
import Testing

@testable import PDF

@Suite struct GlyphNumberMapTests {
  @Test("glyphs under their own numbers need no map")
  func identity() {
    #expect(GlyphNumberMap(cids: []).isIdentity)
    #expect(GlyphNumberMap(cids: [0, 1, 2]).isIdentity)
    #expect(!GlyphNumberMap(cids: [0, 2]).isIdentity)
  }

  @Test("every CID leads to its glyph, and all others to none", arguments: 0..<30)
  func roundTrip(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var cids: Set<GlyphID> = [0]
    for _ in 0..<(seed * 20) {
      let first = GlyphID.random(in: 1...60_000, using: &random)
      for step in 0...GlyphID.random(in: 0...(seed.isMultiple(of: 2) ? 1 : 200), using: &random) {
        cids.insert(first + step)
      }
    }
    let sorted = cids.sorted()
    let map = GlyphNumberMap(cids: sorted).bytes
    #expect(map.count == 2 * (Int(sorted.last ?? 0) + 1), "seed \(seed)")
    var expected = [UInt8](repeating: 0, count: map.count)
    for (glyph, cid) in sorted.enumerated() {
      expected[2 * Int(cid)] = UInt8(glyph >> 8)
      expected[2 * Int(cid) + 1] = UInt8(glyph & 0xFF)
    }
    #expect(map == expected, "seed \(seed)")
  }

  @Test("a map of few glyphs is small, however far apart they stand")
  func small() throws {
    #expect(
      try Deflater().deflate(GlyphNumberMap(cids: [0, 30_000, 65_535]).bytes, .sparse).count < 700
    )
  }
}
