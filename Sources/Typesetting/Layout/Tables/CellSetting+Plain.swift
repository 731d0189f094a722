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
      isSolid(text), let isForeign = isForeign(text)
    else { return nil }
    return face.shape(text) { shaped in
      guard let line = fittingLine(shaped, of: text, face) else { return nil }
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
    } ?? nil
  }

  /// The line at the style's size or, where it is too wide, at the greatest size that fits, as `setOnOneLine` has it.
  private func fittingLine(_ shaped: [ShapedGlyph], of text: String, _ face: PlainFace)
    -> SolidLine?
  {
    let line = solidLine(shaped, of: text, size: style.size, face)
    guard line.room > width else { return line }
    let scale = scale(toFit: line.room)
    guard scale >= leastScale else { return nil }
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

/// Glyphs that stand side by side.
private struct SolidLine {
  let size: Length
  /// The glyphs; the first begins where the line does.
  private(set) var glyphs: [PlacedGlyph] = []
  /// Where the first glyph begins in its room.
  private(set) var start = Length.zero
  /// Where the last glyph ends.
  private(set) var end = Length.zero
  /// Where the room of the last glyph ends.
  private(set) var room = Length.zero

  /// Sets glyphs with the room that they have of themselves.
  init(_ shaped: [ShapedGlyph], size: Length) {
    self.size = size
    glyphs.reserveCapacity(shaped.count)
    for glyph in shaped { add(glyph, widened: .zero) }
  }

  /// Sets glyphs, digits in the middle of `figure`.
  init(_ shaped: [ShapedGlyph], of text: String, figure: Length, size: Length) {
    self.size = size
    glyphs.reserveCapacity(shaped.count)
    var bytes = text.utf8.makeIterator()
    var (offset, byte) = (-1, UInt8(0))
    for glyph in shaped {
      while offset < glyph.textOffset, let next = bytes.next() {
        (offset, byte) = (offset + 1, next)
      }
      let more = byte.isFigure ? figure - size.scaled(millionths: glyph.advance) : .zero
      add(glyph, widened: max(.zero, more))
    }
  }

  private mutating func add(_ glyph: ShapedGlyph, widened more: Length) {
    let advance = size.scaled(millionths: glyph.advance)
    if glyphs.isEmpty { start = more / 2 }
    let x = room + more / 2
    glyphs.append(
      PlacedGlyph(
        id: glyph.id,
        x: x - start + size.scaled(millionths: glyph.xOffset),
        rise: size.scaled(millionths: glyph.yOffset),
        textOffset: glyph.textOffset
      )
    )
    end = x + advance
    room += advance + more
  }
}
