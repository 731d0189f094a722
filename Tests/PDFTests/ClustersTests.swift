import Geometry
import Pages
import Testing

@testable import PDF

@Suite struct ClustersTests {
  private func clusters(_ text: String, offsets: [Int]) -> [Cluster] {
    var run = GlyphRun.fake([])
    run.text = text
    run.glyphs = offsets.map { PlacedGlyph(id: 1, x: .zero, textOffset: $0) }
    return Array(Clusters(of: run))
  }

  @Test("a cluster's text reaches to the next cluster, or to the end")
  func leftToRight() {
    #expect(
      clusters("名册a", offsets: [0, 3, 6]) == [
        Cluster(glyphs: 0..<1, text: 0..<3), Cluster(glyphs: 1..<2, text: 3..<6),
        Cluster(glyphs: 2..<3, text: 6..<7),
      ]
    )
  }

  @Test("glyphs with one offset are one cluster")
  func several() {
    #expect(
      clusters("a\u{301}b", offsets: [0, 0, 3]) == [
        Cluster(glyphs: 0..<2, text: 0..<3), Cluster(glyphs: 2..<3, text: 3..<4),
      ]
    )
  }

  @Test("text from right to left has the same clusters in the other order")
  func rightToLeft() {
    #expect(
      clusters("ئۇي", offsets: [4, 2, 0]) == [
        Cluster(glyphs: 0..<1, text: 4..<6), Cluster(glyphs: 1..<2, text: 2..<4),
        Cluster(glyphs: 2..<3, text: 0..<2),
      ]
    )
  }

  @Test("a glyph at the end of the text has an empty share")
  func emptyShare() {
    #expect(
      clusters("ab", offsets: [0, 1, 2]).last == Cluster(glyphs: 2..<3, text: 2..<2)
    )
    #expect(clusters("", offsets: []) == [])
  }
}
