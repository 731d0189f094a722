import Pages

/// The work of shaping one text: which stretches are shown by which face, and which are still open.
struct FallbackShaping {
  private let bytes: [UInt8]
  private let direction: TextDirection
  private let marks: MarkForm
  /// The clusters that HarfBuzz does not know; nothing for text of simple scripts.
  private let graphemes: GraphemeStarts?
  private let hasVariations: Bool
  /// Whether a face may show the usual form of a character where it lacks the one that a selector asks for, and a
  /// space whose neighbours it lacks.
  ///
  /// First the faces are asked that know the form (CSS Fonts 4 #cluster-matching).
  var isSecondRound = false
  private var open: [ScriptStretch]
  private var pieces: [ShapedRun] = []
  /// The clusters that the faces so far cannot show, as UTF-8 ranges in text order.
  private(set) var missingClusters: [Range<Int>]

  /// Begins with the whole of `text` open.
  init(_ text: String, _ direction: TextDirection, _ marks: MarkForm) {
    bytes = text.utf8.map { $0 == 0x09 ? 0x20 : $0 }
    self.direction = direction
    self.marks = marks
    hasVariations = VariationSequence.mayStand(in: bytes)
    graphemes = ScriptStretch.areAllSimple(text) ? nil : GraphemeStarts(text)
    open = ScriptStretch.stretches(of: text, graphemes)
    missingClusters = []
  }

  /// Whether a second round may find faces for what the first has left open.
  var hasSecondRound: Bool { hasVariations || graphemes != nil }

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
  mutating func fill(with face: UsableFace, _ font: FontID, _ buffer: ShapingBuffer) {
    let stretches = open
    open = []
    missingClusters = []
    for stretch in stretches {
      let glyphs = buffer.shape(bytes, stretch, direction, marks, with: face.face)
      take(inTextOrder(whole(glyphs)), of: stretch, face, font)
    }
  }

  /// Makes one cluster of what belongs to one grapheme cluster.
  private func whole(_ glyphs: [RawGlyph]) -> [RawGlyph] {
    guard let graphemes else { return glyphs }
    return glyphs.map { glyph in
      var glyph = glyph
      glyph.cluster = graphemes.start(of: glyph.cluster)
      return glyph
    }
  }

  /// Puts the clusters into the order of the text; within a cluster the glyphs stay from left to right.
  private func inTextOrder(_ glyphs: [RawGlyph]) -> [RawGlyph] {
    guard direction == .rightToLeft else { return glyphs }
    var ordered: [RawGlyph] = []
    var end = glyphs.endIndex
    while end > glyphs.startIndex {
      let cluster = glyphs[end - 1].cluster
      let start = (glyphs[..<end].lastIndex { $0.cluster != cluster } ?? -1) + 1
      ordered += glyphs[start..<end]
      end = start
    }
    return ordered
  }

  private mutating func take(
    _ glyphs: [RawGlyph],
    of stretch: ScriptStretch,
    _ face: UsableFace,
    _ font: FontID
  ) {
    let keepsSpaces = !stretch.isSimple && !isSecondRound && !shows(glyphs, stretch.script, face)
    var run = ShapedRun(font: font, glyphs: [])
    run.glyphs.reserveCapacity(glyphs.count)
    var start = glyphs.startIndex
    while start < glyphs.endIndex {
      let cluster = glyphs[start].cluster
      let end = glyphs[start...].firstIndex { $0.cluster != cluster } ?? glyphs.endIndex
      let textEnd = end < glyphs.endIndex ? glyphs[end].cluster : stretch.range.upperBound
      if glyphs[start..<end].allSatisfy({ $0.id != 0 && $0.id < face.glyphCount }),
        hasForms(of: cluster..<textEnd, face), !(keepsSpaces && isWordSpace(cluster))
      {
        for glyph in glyphs[start..<end] { run.glyphs.append(ShapedGlyph(glyph, face.numbers)) }
      } else {
        leaveOpen(cluster..<textEnd, stretch.script)
        close(&run)
      }
      start = end
    }
    close(&run)
  }

  /// Whether a space stands at `offset`, which stays with the words of its script: a Mongolian suffix takes its form
  /// from the narrow space before it.
  private func isWordSpace(_ offset: Int) -> Bool {
    bytes[offset] == 0x20 || bytes[offset...].starts(with: [0xC2, 0xA0])
      || bytes[offset...].starts(with: [0xE2, 0x80, 0xAF])
  }

  /// Whether `face` shows any letter of `script`.
  private func shows(_ glyphs: [RawGlyph], _ script: UInt32, _ face: UsableFace) -> Bool {
    glyphs.contains { glyph in
      guard glyph.id != 0, glyph.id < face.glyphCount else { return false }
      let scalar = String(decoding: bytes[glyph.cluster...].prefix(4), as: UTF8.self)
        .unicodeScalars.first
      return scalar.map { ScriptStretch.script(of: $0) == script } == true
    }
  }

  /// Whether `face` has the forms that selectors in a cluster ask for.
  private func hasForms(of cluster: Range<Int>, _ face: UsableFace) -> Bool {
    guard hasVariations, !isSecondRound else { return true }
    return VariationSequence.sequences(in: bytes[cluster]).allSatisfy { sequence in
      face.face.hasGlyph(for: sequence)
    }
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
