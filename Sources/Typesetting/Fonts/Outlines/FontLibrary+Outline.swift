public import Pages

extension FontLibrary {
  /// Returns the outline of `glyph` in `font`; a glyph without ink has no steps.
  public func outline(of glyph: GlyphID, in font: FontID) throws(FontFailure) -> GlyphOutline {
    let face = try opened(font)
    guard let number = face.numbers.glyph(of: glyph), number < face.glyphCount else {
      throw .glyphOutOfRange(glyph, file: record(font).file)
    }
    return pen.outline(of: number, in: face.face)
  }
}
