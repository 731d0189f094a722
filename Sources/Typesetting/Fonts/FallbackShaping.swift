import Pages

/// The work of shaping one text: which stretches are shown by which face, and which are still open.
struct FallbackShaping {
  private let bytes: [UInt8]
  private var open: [Range<Int>]
  private var pieces: [ShapedRun] = []
  /// The clusters that the faces so far cannot show, as UTF-8 ranges in text order.
  private(set) var missingClusters: [Range<Int>]

  /// Begins with the whole of `text` open.
  init(_ text: String) {
    bytes = text.utf8.map { $0 == 0x09 ? 0x20 : $0 }
    open = bytes.isEmpty ? [] : [0..<bytes.count]
    missingClusters = text.clusterRanges
  }

  /// Whether every cluster has found a face.
  var isDone: Bool { open.isEmpty }

  /// The shaped runs in text order; the first cluster reaches back over ignorable characters before it.
  var runs: [ShapedRun] {
    var runs = pieces.sorted { $0.glyphs[0].textOffset < $1.glyphs[0].textOffset }
    guard let start = runs.first?.glyphs[0].textOffset, start > 0 else { return runs }
    for place in runs[0].glyphs.indices where runs[0].glyphs[place].textOffset == start {
      runs[0].glyphs[place].textOffset = 0
    }
    return runs
  }

  /// Shapes all open stretches with `face`; what it lacks stays open.
  mutating func fill(with face: FontFace, _ font: FontID, _ buffer: ShapingBuffer) {
    let stretches = open
    open = []
    missingClusters = []
    for stretch in stretches {
      let glyphs = buffer.shape(bytes, stretch, with: face)
      take(glyphs, of: stretch, font, glyphCount: UInt32(face.glyphCount))
    }
  }

  private mutating func take(
    _ glyphs: [RawGlyph],
    of stretch: Range<Int>,
    _ font: FontID,
    glyphCount: UInt32
  ) {
    var run = ShapedRun(font: font, glyphs: [])
    var start = glyphs.startIndex
    while start < glyphs.endIndex {
      let cluster = glyphs[start].cluster
      let end = glyphs[start...].firstIndex { $0.cluster != cluster } ?? glyphs.endIndex
      if glyphs[start..<end].allSatisfy({ $0.id != 0 && $0.id < glyphCount }) {
        run.glyphs += glyphs[start..<end].map(ShapedGlyph.init)
      } else {
        let textEnd = end < glyphs.endIndex ? glyphs[end].cluster : stretch.upperBound
        leaveOpen(cluster..<textEnd)
        close(&run)
      }
      start = end
    }
    close(&run)
  }

  private mutating func close(_ run: inout ShapedRun) {
    if !run.glyphs.isEmpty { pieces.append(run) }
    run.glyphs = []
  }

  private mutating func leaveOpen(_ cluster: Range<Int>) {
    missingClusters.append(cluster)
    if let last = open.last, last.upperBound == cluster.lowerBound {
      open[open.count - 1] = last.lowerBound..<cluster.upperBound
    } else {
      open.append(cluster)
    }
  }

  /// Returns the scalars of `cluster` that none of `faces` has, or the whole cluster when each is in some face.
  func missingCharacters(in cluster: Range<Int>, of faces: [FontFace]) -> [MissingGlyphs.Character]
  {
    var missing: [MissingGlyphs.Character] = []
    var offset = cluster.lowerBound
    let text = String(decoding: bytes[cluster], as: UTF8.self)
    for scalar in text.unicodeScalars {
      let isShown =
        scalar.properties.isDefaultIgnorableCodePoint || faces.contains { $0.hasGlyph(for: scalar) }
      if !isShown { missing.append(.init(text: String(scalar), textOffset: offset)) }
      offset += UTF8.width(scalar)
    }
    return missing.isEmpty ? [.init(text: text, textOffset: cluster.lowerBound)] : missing
  }
}

extension ShapedGlyph {
  /// Takes over a glyph that its face really has.
  fileprivate init(_ raw: RawGlyph) {
    self.init(
      id: GlyphID(truncatingIfNeeded: raw.id),
      advance: raw.advance,
      xOffset: raw.xOffset,
      yOffset: raw.yOffset,
      textOffset: raw.cluster,
      isUnsafeToBreak: raw.isUnsafeToBreak
    )
  }
}

extension String {
  /// The UTF-8 ranges of the characters.
  fileprivate var clusterRanges: [Range<Int>] {
    var start = 0
    return map { character in
      let range = start..<start + character.utf8.count
      start = range.upperBound
      return range
    }
  }
}
