public import Fonts
public import Pages

/// What the writer asks of the fonts that the pages name.
public struct PDFFonts {
  let advance: (FontID, GlyphID) -> Double
  let embed: (FontID, [GlyphID]) throws -> EmbeddedFont

  /// Creates the answers from two functions.
  ///
  /// `advance` gives the nominal advance of a glyph in thousandths of an em; it is asked once a glyph.
  /// `embed` makes the subset of a font with the given glyphs, in rising order; it is asked once a font, at the end.
  public init(
    advance: @escaping (FontID, GlyphID) -> Double,
    embed: @escaping (FontID, [GlyphID]) throws -> EmbeddedFont
  ) {
    self.advance = advance
    self.embed = embed
  }
}
