import Diagnostics
import Fonts
import Geometry
import LineBreaking
import Pages
import Styling

extension CellSetting {
  /// Sets a text that stands solid on one line, or returns nothing for any other.
  ///
  /// Nearly all cells of a roster are so, and this is what the whole machinery for paragraphs makes of them, glyph for
  /// glyph, at a fraction of its cost.
  func plainRun(_ text: String, _ origin: Origin, _ face: PlainFace) -> GlyphRun? {
    guard !isVertical, decimals == nil, alignment != .distributed, style.spacing == 0,
      isSolid(text), let shaped = face.shape(text)
    else { return nil }
    let figure = alignment == .right ? style.size.scaled(millionths: face.widestFigure) : nil
    let (glyphs, ends) = placed(shaped, figure: figure, of: text)
    guard let first = glyphs.first, ends.room <= width else { return nil }
    let start = first.x - style.size.scaled(millionths: shaped[0].xOffset)
    var run = GlyphRun(
      font: face.font,
      size: style.size,
      origin: Point(x: alignment.indent(of: width - ends.room) + start, y: .zero),
      width: ends.ink - start,
      glyphs: glyphs,
      text: text,
      ink: style.ink,
      mark: .decoration,
      source: origin
    )
    if start != .zero { run.moveGlyphs(by: .zero - start) }
    return run
  }

  /// Puts glyphs side by side, digits in the middle of `figure` where it is given.
  ///
  /// Also returns where the last glyph ends and where its room does.
  private func placed(
    _ shaped: [ShapedGlyph],
    figure: Length?,
    of text: String
  ) -> (glyphs: [PlacedGlyph], ends: (ink: Length, room: Length)) {
    var glyphs: [PlacedGlyph] = []
    glyphs.reserveCapacity(shaped.count)
    var (x, ink) = (Length.zero, Length.zero)
    var bytes = text.utf8.makeIterator()
    var (offset, byte) = (-1, UInt8(0))
    for glyph in shaped {
      while offset < glyph.textOffset, let next = bytes.next() {
        (offset, byte) = (offset + 1, next)
      }
      let advance = style.size.scaled(millionths: glyph.advance)
      var room = Length.zero
      if let figure, byte.isFigure { room = max(.zero, figure - advance) }
      let start = x + room / 2
      glyphs.append(
        PlacedGlyph(
          id: glyph.id,
          x: start + style.size.scaled(millionths: glyph.xOffset),
          rise: style.size.scaled(millionths: glyph.yOffset),
          textOffset: glyph.textOffset
        )
      )
      ink = start + advance
      x += advance + room
    }
    return (glyphs, (ink, x))
  }
}

extension GlyphRun {
  fileprivate mutating func moveGlyphs(by distance: Length) {
    for index in glyphs.indices { glyphs[index].x += distance }
  }
}
