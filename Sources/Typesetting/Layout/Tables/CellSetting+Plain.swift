import Diagnostics
import Fonts
import Geometry
import LineBreaking
import Pages
import Styling
import UnicodeText

extension CellSetting {
  /// Sets a text that stands solid on one line, smaller if it must, or returns nothing for any other.
  ///
  /// Nearly all cells of a roster are so, and this is what the whole machinery for paragraphs makes of them, glyph for
  /// glyph, at a fraction of its cost.
  func plainRun(_ text: String, _ origin: Origin, _ face: PlainFace) -> GlyphRun? {
    guard !isVertical, decimals == nil, alignment != .distributed, style.spacing == 0,
      let solid = SolidText(text), let isForeign = solid.hasLetters ? isForeign(text) : false,
      let shaped = face.shape(text), let line = fittingLine(shaped, of: text, face)
    else { return nil }
    return GlyphRun(
      font: face.font,
      size: line.size,
      origin: Point(x: alignment.indent(of: width - line.room) + line.start, y: .zero),
      width: line.end - line.start,
      glyphs: line.glyphs,
      text: text,
      ink: style.ink,
      // A face of Han and ASCII has no other script.
      language: isForeign ? .english : .chinese,
      mark: .decoration,
      source: origin
    )
  }

  /// The line at the style's size or, where it is too wide, at the greatest size that fits, as `setOnOneLine` has it.
  private func fittingLine(_ shaped: [ShapedGlyph], of text: String, _ face: PlainFace)
    -> SolidLine?
  {
    let line = solidLine(shaped, of: text, size: style.size, face)
    guard line.room > width else { return line }
    let scale = scale(toFit: line.room)
    guard scale >= leastScale || scale >= leastWholeScale && isWord(text) else { return nil }
    let smaller = solidLine(shaped, of: text, size: style.size * scale, face)
    return smaller.room <= width ? smaller : nil
  }

  /// Puts glyphs side by side; in a column that is flush right all digits have the room of the widest.
  private func solidLine(
    _ shaped: [ShapedGlyph],
    of text: String,
    size: Length,
    _ face: PlainFace
  ) -> SolidLine {
    guard alignment == .right else { return SolidLine(shaped, size: size) }
    return SolidLine(
      shaped,
      of: text,
      figure: size.scaled(millionths: face.widestFigure),
      size: size
    )
  }
}

/// Whether a text is all letters and digits of ASCII, between which no line breaks (UAX #14, LB23, LB25 and LB28).
private func isWord(_ text: String) -> Bool {
  text.utf8.allSatisfy { $0.isFigure || (0x61...0x7A).contains($0 | 0x20) }
}

/// Glyphs that stand side by side.
private struct SolidLine {
  let size: Length
  /// The glyphs; the first begins where the line does.
  let glyphs: [PlacedGlyph]
  /// Where the first glyph begins in its room.
  let start: Length
  /// Where the last glyph ends.
  let end: Length
  /// Where the room of the last glyph ends.
  let room: Length

  /// Sets glyphs with the room that they have of themselves.
  init(_ shaped: [ShapedGlyph], size: Length) {
    var room = Length.zero
    glyphs = Array(capacity: shaped.count) { line in
      for index in shaped.indices {
        line.append(PlacedGlyph(shaped[index], at: room, size: size))
        room += size.scaled(millionths: shaped[index].advance)
      }
    }
    (self.size, start, end, self.room) = (size, .zero, room, room)
  }

  /// Sets glyphs, digits in the middle of `figure`.
  init(_ shaped: [ShapedGlyph], of text: String, figure: Length, size: Length) {
    var (start, end, room) = (Length.zero, Length.zero, Length.zero)
    let bytes = text.utf8.span
    var glyphs: [PlacedGlyph] = []
    glyphs.reserveCapacity(shaped.count)
    for glyph in shaped {
      let advance = size.scaled(millionths: glyph.advance)
      let more = bytes[glyph.textOffset].isFigure ? max(.zero, figure - advance) : .zero
      if glyphs.isEmpty { start = more / 2 }
      glyphs.append(PlacedGlyph(glyph, at: room + more / 2 - start, size: size))
      end = room + more / 2 + advance
      room += advance + more
    }
    (self.size, self.glyphs, self.start, self.end, self.room) = (size, glyphs, start, end, room)
  }
}

extension PlacedGlyph {
  /// Sets a glyph whose room begins at `x`.
  fileprivate init(_ glyph: ShapedGlyph, at x: Length, size: Length) {
    self.init(
      id: glyph.id,
      x: x + size.scaled(millionths: glyph.xOffset),
      rise: size.scaled(millionths: glyph.yOffset),
      textOffset: glyph.textOffset
    )
  }
}
