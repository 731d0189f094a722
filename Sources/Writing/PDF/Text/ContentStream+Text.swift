import Geometry
import Pages

extension ContentStream {
  /// Shows a run as one text object (ISO 32000-1 §9.4.1), marked as what it is.
  mutating func show(
    _ run: GlyphRun,
    fonts: PDFFonts,
    uses: inout FontUses,
    tagging: inout PageTagging?
  ) throws(PDFFailure) {
    try enter(
      run.mark == .decoration ? .artifact(.pagination) : .content(run.mark, run.language),
      &tagging
    )
    try show(run, fonts: fonts, uses: &uses)
  }

  /// Shows a run as one text object.
  mutating func show(
    _ run: GlyphRun,
    fonts: PDFFonts,
    uses: inout FontUses
  ) throws(PDFFailure) {
    guard !run.glyphs.isEmpty else { return }
    setFill(run.ink)
    content.append(operation: "BT\n")
    let line = beginLine(in: run.font, size: run.size)
    let place = place(run.origin.x, run.origin.y)
    try uses.update(run.font) { (use: inout FontUse) throws(PDFFailure) in
      if showKnown(
        run.glyphs.span,
        of: run.text.utf8.span,
        line: line,
        at: place,
        as: nil,
        use: use
      ) != nil {
        return
      }
      move(to: place)
      _ = try showAny(run, line: line, fonts: fonts, use: &use)
    }
    content.append(operation: "ET\n")
  }

  /// Sets the font of a run, and begins the line of its glyphs.
  mutating func beginLine(in font: FontID, size: Length) -> ShownText {
    let size = Number(size)
    precondition(size.thousandths > 0, "text has a size")
    setFont(font, size: size)
    return ShownText(size: size)
  }

  /// Returns a place of the page as the file counts it.
  func place(_ x: Length, _ y: Length) -> TextPlace { TextPlace(x: Number(x), y: self.y(y)) }

  /// Begins a line at `place` from the line before, or from the corner of the page (§9.4.2).
  mutating func move(to place: TextPlace) {
    content.append(atMost: TextPlace.longest) { $0.append(moveTo: place) }
  }

  /// Shows the `glyphs` of a run whose text is `letters`, if they stand on the baseline for one character each, have been
  /// shown for that before and need not be moved; returns where the operators after `Td` begin, and shows nothing of any
  /// other run.
  ///
  /// Nearly all cells of a table are so: one look at each glyph is all that they need. The run begins at `place` from
  /// the line before, and is `marked` as content of its own where it is.
  mutating func showKnown(
    _ glyphs: Span<PlacedGlyph>,
    of letters: Span<UInt8>,
    line: ShownText,
    at place: TextPlace,
    as marked: MarkedContent?,
    use: borrowing FontUse
  ) -> Int? {
    var (isKnown, start) = (false, content.count)
    content.append(
      atMost: 4 * glyphs.count + 6 + TextPlace.longest + MarkedContent.longest
    ) { room in
      if let marked { room.append(openingOf: marked) }
      room.append(moveTo: place)
      start += room.count
      room.append(UInt8(ascii: "("))
      isKnown = room.append(glyphs, shownFor: letters, line, use)
      guard isKnown else { return room.removeAll() }
      room.append(operation: ") Tj\n")
      if marked != nil { room.append(operation: MarkedContent.ending) }
    }
    return isKnown ? start : nil
  }

  /// Shows a run of any kind, and notes what its glyphs stand for; returns whether the reader has nothing to be told of
  /// it, now and whenever it is shown again.
  mutating func showAny(
    _ run: GlyphRun,
    line: consuming ShownText,
    fonts: PDFFonts,
    use: inout FontUse
  ) throws(PDFFailure) -> Bool {
    let isPlain = use.learn(run) { fonts.advance(run.font, $0) }
    if isPlain {
      showGlyphs(of: run, line: line, use: use)
    } else {
      try showClusters(of: run, line: line, fonts: fonts, use: &use)
    }
    setRise(Number(thousandths: 0))
    return isPlain
  }

  /// Shows a run of which the reader has nothing to be told.
  private mutating func showGlyphs(of run: GlyphRun, line: consuming ShownText, use: FontUse) {
    for glyph in run.glyphs {
      line.add(glyph.id, at: glyph.x, advance: use.advance(of: glyph.id), to: &content)
    }
    line.finish(in: &content)
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
      let speaks = note(cluster, of: run, text: text, fonts: fonts, use: &use)
      if speaks {
        line.finish(in: &content)
        try openActualText(use.actualText(text, at: run.source))
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
      try openActualText(TextString.utf16(""))
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
  ) -> Bool {
    for index in cluster.glyphs {
      let glyph = run.glyphs[index].id
      use.show(glyph) { fonts.advance(run.font, glyph) }
    }
    if cluster.glyphs.contains(where: { run.glyphs[$0].id == 0 }) {
      let words = String(decoding: text, as: UTF8.self)
      use.note(PDFViolation(.missingGlyph(run.font, text: words), at: run.source))
      return false
    }
    let first = run.glyphs[cluster.glyphs.lowerBound].id
    if cluster.glyphs.count == 1, use.claim(text, for: first) { return false }
    for index in cluster.glyphs { use.note(text, forClusterWith: run.glyphs[index].id) }
    return true
  }

  /// Begins content that says `text`, a text string, whatever its glyphs say (ISO 32000-1 §14.9.4).
  private mutating func openActualText(_ text: [UInt8]) throws(PDFFailure) {
    content.append("/Span <</ActualText ")
    try content.append(string: text)
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
