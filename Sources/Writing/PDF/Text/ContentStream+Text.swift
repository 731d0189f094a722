import Geometry
import Pages

extension ContentStream {
  /// Shows a run as one text object (ISO 32000-1 §9.4.1).
  mutating func show(
    _ run: GlyphRun,
    fonts: PDFFonts,
    uses: inout FontUses
  ) throws(PDFFailure) {
    guard !run.glyphs.isEmpty else { return }
    let size = Number(run.size)
    precondition(size.thousandths > 0, "text has a size")
    setFill(run.ink)
    content.append(operation: "BT\n")
    setFont(run.font, size: size)
    let (x, y) = (Number(run.origin.x), y(run.origin.y))
    content.append(atMost: 2 * ByteBuffer.longestNumber + 5) { line in
      line.append(operands: x, y)
      line.append(operation: "Td\n")
    }
    try uses.update(run.font) { (use: inout FontUse) throws(PDFFailure) in
      let line = ShownText(size: size)
      if use.knows(run) || use.learn(run, measure: { fonts.advance(run.font, $0) }) {
        showGlyphs(of: run, line: line, use: use)
      } else {
        try showClusters(of: run, line: line, fonts: fonts, use: &use)
      }
    }
    setRise(Number(thousandths: 0))
    content.append(operation: "ET\n")
  }

  /// Shows a run of which the writer has nothing to learn and the reader nothing to be told.
  private mutating func showGlyphs(of run: GlyphRun, line: consuming ShownText, use: FontUse) {
    if line.isEven(run.glyphs, advance: use.advance) { return showEven(run.glyphs) }
    for glyph in run.glyphs {
      line.add(glyph.id, at: glyph.x, advance: use.advance(of: glyph.id), to: &content)
    }
    line.finish(in: &content)
  }

  /// Shows glyphs of which none has to be moved.
  private mutating func showEven(_ glyphs: [PlacedGlyph]) {
    content.append(atMost: 4 * glyphs.count + 6) { line in
      line.append(UInt8(ascii: "<"))
      for glyph in glyphs { line.append(hex: glyph.id) }
      line.append(operation: "> Tj\n")
    }
  }

  private mutating func showClusters(
    of run: GlyphRun,
    line: consuming ShownText,
    fonts: PDFFonts,
    use: inout FontUse
  ) throws(PDFFailure) {
    let bytes = Array(run.text.utf8)
    for cluster in Clusters(of: run) {
      let text = bytes[cluster.text]
      let speaks = try note(cluster, of: run, text: text, fonts: fonts, use: &use)
      if speaks {
        line.finish(in: &content)
        try openActualText(text)
      }
      guard speaks else {
        for index in cluster.glyphs {
          let glyph = run.glyphs[index]
          place(glyph, advance: use.advance(of: glyph.id), line: &line)
        }
        continue
      }
      // Readers take the last glyph's end for the end of the text: marks without a width would leave a gap, which
      // is read as a space. They stand in a span of their own that says nothing.
      let letters = cluster.glyphs.filter { use.advance(of: run.glyphs[$0].id) > 0 }
      let marks = cluster.glyphs.filter { use.advance(of: run.glyphs[$0].id) <= 0 }
      showSpan(letters.isEmpty ? marks : letters, of: run, use, line: &line)
      guard !letters.isEmpty, !marks.isEmpty else { continue }
      try openActualText([])
      showSpan(marks, of: run, use, line: &line)
    }
    line.finish(in: &content)
  }

  /// Shows glyphs in an open span and closes it.
  private mutating func showSpan(
    _ glyphs: [Int],
    of run: GlyphRun,
    _ use: borrowing FontUse,
    line: inout ShownText
  ) {
    for index in glyphs {
      let glyph = run.glyphs[index]
      place(glyph, advance: use.advance(of: glyph.id), line: &line)
    }
    line.finish(in: &content)
    content.append("EMC\n")
  }

  /// Notes what a cluster shows, and returns whether the page has to say what it means.
  ///
  /// A glyph that stands alone takes the first text it is seen with; the same glyph with another text, and a cluster
  /// of several glyphs, cannot be understood from the font.
  private func note(
    _ cluster: Cluster,
    of run: GlyphRun,
    text: ArraySlice<UInt8>,
    fonts: PDFFonts,
    use: inout FontUse
  ) throws(PDFFailure) -> Bool {
    for index in cluster.glyphs {
      let glyph = run.glyphs[index].id
      guard glyph != 0 else {
        throw .missingGlyph(
          run.font,
          text: String(decoding: text, as: UTF8.self),
          source: run.source
        )
      }
      use.show(glyph) { fonts.advance(run.font, glyph) }
    }
    let first = run.glyphs[cluster.glyphs.lowerBound].id
    if cluster.glyphs.count == 1, use.claim(text, for: first) { return false }
    for index in cluster.glyphs { use.note(text, forClusterWith: run.glyphs[index].id) }
    return true
  }

  /// Begins content whose text is `text`, whatever its glyphs say (ISO 32000-1 §14.9.4).
  private mutating func openActualText(_ text: ArraySlice<UInt8>) throws(PDFFailure) {
    content.append("/Span <</ActualText ")
    try content.append(string: TextString.utf16(String(decoding: text, as: UTF8.self)))
    content.append(">> BDC\n")
  }

  /// Adds a glyph at its place to the line.
  private mutating func place(_ glyph: PlacedGlyph, advance: Double, line: inout ShownText) {
    let rise = Number(glyph.rise)
    if rise != state.rise {
      line.finish(in: &content)
      setRise(rise)
    }
    line.add(glyph.id, at: glyph.x, advance: advance, to: &content)
  }
}
