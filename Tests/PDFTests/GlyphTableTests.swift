import Pages
import TestSupport
import Testing

@testable import PDF

@Suite struct GlyphTableTests {
  @Test("what is not known stays what it was")
  func unknown() {
    var table = GlyphTable(7)
    #expect(table.isEmpty)
    #expect([0, 63, 64, 65_535].map { table[$0] } == [7, 7, 7, 7])
    table[64] = 1
    #expect(!table.isEmpty)
    #expect([0, 63, 64, 65, 65_535].map { table[$0] } == [7, 7, 1, 7, 7])
  }

  @Test(
    "values are kept, whatever the order they came in, and no others come with them",
    arguments: 0..<20
  )
  func kept(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var (table, expected) = (GlyphTable(0), [GlyphID: Int]())
    for _ in 0..<(1 + seed * 50) {
      let glyph = GlyphID.random(in: 0...65_535, using: &random) / (seed.isMultiple(of: 2) ? 1 : 90)
      let value = Int.random(in: 1...5, using: &random)
      table[glyph] += value
      expected[glyph, default: 0] += value
    }
    for glyph in GlyphID.min...GlyphID.max {
      #expect(table[glyph] == expected[glyph, default: 0], "seed \(seed), \(glyph)")
    }
  }
}
