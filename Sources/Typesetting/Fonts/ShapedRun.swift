public import Pages

/// A stretch of shaped text that one face shows.
public struct ShapedRun: Sendable, Hashable {
  /// The face.
  public var font: FontID
  /// The glyphs, cluster by cluster in text order, those of one cluster from left to right; never empty.
  public var glyphs: [ShapedGlyph]

  /// Creates a run.
  public init(font: FontID, glyphs: [ShapedGlyph]) {
    self.font = font
    self.glyphs = glyphs
  }

  /// The advance of the whole run in millionths of an em.
  public var advance: Int { glyphs.reduce(0) { $0 + $1.advance } }
}

/// One shaped glyph; lengths are in millionths of an em.
public struct ShapedGlyph: Sendable, Hashable {
  /// The glyph.
  public var id: GlyphID
  /// The distance to the next glyph's origin.
  public var advance: Int
  /// How far the glyph is drawn right of its origin.
  public var xOffset: Int
  /// How far the glyph is drawn above its origin.
  public var yOffset: Int
  /// Where the glyph's cluster begins: a UTF-8 offset into the shaped text.
  ///
  /// A cluster reaches to the next greater offset, in its run or the next, or to the end of the text.
  public var textOffset: Int
  /// Whether a line broken before this glyph's cluster would have to be shaped anew on both sides.
  public var isUnsafeToBreak: Bool

  /// Creates a shaped glyph.
  public init(
    id: GlyphID,
    advance: Int,
    xOffset: Int = 0,
    yOffset: Int = 0,
    textOffset: Int,
    isUnsafeToBreak: Bool = false
  ) {
    self.id = id
    self.advance = advance
    self.xOffset = xOffset
    self.yOffset = yOffset
    self.textOffset = textOffset
    self.isUnsafeToBreak = isUnsafeToBreak
  }
}
