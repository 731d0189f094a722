import Fonts
import Geometry
import LineBreaking
import Pages
import UnicodeText

/// The clusters of a shaped text with their glyphs.
struct GlyphClusters {
  /// The clusters as the line breaker takes them.
  var clusters: [TextCluster] = []
  /// For each cluster, its face; nothing where it has no glyph.
  var fonts: [FontID?] = []
  /// For each cluster, where its glyphs begin in `glyphs`; one more for the end.
  var starts: [Int] = [0]
  /// The glyphs of all clusters.
  var glyphs: [ShapedGlyph] = []
  /// Which way the text runs where; nothing when all of it runs from left to right.
  var levels: BidiLevels?

  /// Returns the glyphs of the cluster at `index`.
  func glyphs(of index: Int) -> ArraySlice<ShapedGlyph> {
    glyphs[starts[index]..<starts[index + 1]]
  }

  /// Appends a cluster that leaves no glyph.
  mutating func appendEmpty(_ cluster: TextCluster) {
    clusters.append(cluster)
    fonts.append(nil)
    starts.append(glyphs.count)
  }

  /// Makes room for the first run, which is the only one of most cells.
  private mutating func reserve(_ count: Int) {
    clusters.reserveCapacity(count)
    fonts.reserveCapacity(count)
    starts.reserveCapacity(count + 1)
    glyphs.reserveCapacity(count)
  }

  /// Appends the glyphs of one run, shaped from text that begins at `base`, at the size `em`.
  mutating func append(_ run: ShapedRun, base: Int, em: Length, isLatinMark: Bool) {
    if clusters.isEmpty { reserve(run.glyphs.count) }
    var index = run.glyphs.startIndex
    while index < run.glyphs.endIndex {
      let offset = run.glyphs[index].textOffset
      var advance = 0
      while index < run.glyphs.endIndex, run.glyphs[index].textOffset == offset {
        advance += run.glyphs[index].advance
        glyphs.append(run.glyphs[index])
        index += 1
      }
      clusters.append(
        TextCluster(
          offset: base + offset,
          advance: em.scaled(millionths: advance),
          em: em,
          isLatinMark: isLatinMark
        )
      )
      fonts.append(run.font)
      starts.append(glyphs.count)
    }
  }
}

extension Length {
  /// The length times a number of millionths, as fonts measure in parts of the em.
  func scaled(millionths: Int) -> Length {
    Length(nanometres: nanometres * millionths / 1_000_000)
  }
}
