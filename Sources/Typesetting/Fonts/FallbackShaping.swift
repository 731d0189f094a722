import Pages

/// The work of shaping one text: which stretches are shown by which face, and which are still open.
struct FallbackShaping {
  private let bytes: [UInt8]
  private var open: [ScriptStretch]
  private var pieces: [ShapedRun] = []
  /// The clusters that the faces so far cannot show, as UTF-8 ranges in text order.
  private(set) var missingClusters: [Range<Int>]

  /// Begins with the whole of `text` open.
  init(_ text: String) {
    bytes = text.utf8.map { $0 == 0x09 ? 0x20 : $0 }
    open = ScriptStretch.stretches(of: text)
    missingClusters = []
  }

  /// Whether every cluster has found a face.
  var isDone: Bool { open.isEmpty }

  /// The shaped runs in text order; the first cluster reaches back over ignorable characters before it.
  var runs: [ShapedRun] {
    var runs: [ShapedRun] = []
    for piece in pieces.sorted(by: { $0.glyphs[0].textOffset < $1.glyphs[0].textOffset }) {
      if let last = runs.last, last.font == piece.font {
        runs[runs.count - 1].glyphs += piece.glyphs
      } else {
        runs.append(piece)
      }
    }
    guard let start = runs.first?.glyphs[0].textOffset, start > 0 else { return runs }
    for place in runs[0].glyphs.indices where runs[0].glyphs[place].textOffset == start {
      runs[0].glyphs[place].textOffset = 0
    }
    return runs
  }

  /// Shapes all open stretches with `face`; what it lacks stays open.
  mutating func fill(
    with face: UsableFace,
    _ font: FontID,
    _ buffer: ShapingBuffer,
    _ marks: MarkForm
  ) {
    let stretches = open
    open = []
    missingClusters = []
    for stretch in stretches {
      take(buffer.shape(bytes, stretch, with: face.face, marks), of: stretch, face, font)
    }
  }

  private mutating func take(
    _ glyphs: [RawGlyph],
    of stretch: ScriptStretch,
    _ face: UsableFace,
    _ font: FontID
  ) {
    var run = ShapedRun(font: font, glyphs: [])
    run.glyphs.reserveCapacity(glyphs.count)
    var start = glyphs.startIndex
    while start < glyphs.endIndex {
      let cluster = glyphs[start].cluster
      let end = glyphs[start...].firstIndex { $0.cluster != cluster } ?? glyphs.endIndex
      if glyphs[start..<end].allSatisfy({ $0.id != 0 && $0.id < face.glyphCount }) {
        for glyph in glyphs[start..<end] { run.glyphs.append(ShapedGlyph(glyph, face.numbers)) }
      } else {
        let textEnd = end < glyphs.endIndex ? glyphs[end].cluster : stretch.range.upperBound
        leaveOpen(cluster..<textEnd, stretch.script)
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

  private mutating func leaveOpen(_ cluster: Range<Int>, _ script: UInt32) {
    missingClusters.append(cluster)
    if let last = open.last, last.script == script, last.range.upperBound == cluster.lowerBound {
      open[open.count - 1].range = last.range.lowerBound..<cluster.upperBound
    } else {
      open.append(ScriptStretch(range: cluster, script: script))
    }
  }
}

extension FallbackShaping {
  /// Returns every character that none of `faces`, all tried before, can show.
  func missingCharacters(of faces: [FontFace]) -> [MissingGlyphs.Character] {
    let clusters = faces.isEmpty ? open.map(\.range) : missingClusters
    return clusters.flatMap { missingCharacters(in: $0, of: faces) }
  }

  /// Returns the scalars of `cluster` that none of `faces` has, or the whole cluster when each is in some face.
  private func missingCharacters(
    in cluster: Range<Int>,
    of faces: [FontFace]
  ) -> [MissingGlyphs.Character] {
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
  /// Takes over a glyph that its face really has, under the number it bears outside.
  fileprivate init(_ raw: RawGlyph, _ numbers: GlyphNumbers) {
    self.init(
      id: numbers.cid(of: raw.id),
      advance: raw.advance,
      xOffset: raw.xOffset,
      yOffset: raw.yOffset,
      textOffset: raw.cluster,
      isUnsafeToBreak: raw.isUnsafeToBreak
    )
  }
}
