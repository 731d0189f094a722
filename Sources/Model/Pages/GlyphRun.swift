public import Diagnostics
public import Geometry
public import Styling

/// One of the faces that a font library has opened, by its place in that library.
public struct FontID: Sendable, Hashable, Comparable {
  /// The place, from 0.
  public var index: Int

  /// Creates the identifier of the face at `index`.
  public init(index: Int) {
    self.index = index
  }

  /// Returns whether `lhs` was opened before `rhs`.
  public static func < (lhs: FontID, rhs: FontID) -> Bool { lhs.index < rhs.index }
}

/// A glyph's number in its font file; it also serves as the CID, so that a page never waits for the subset.
public typealias GlyphID = UInt16

/// A glyph at its place in a run.
public struct PlacedGlyph: Sendable, Hashable {
  /// The glyph.
  public var id: GlyphID
  /// The distance of the glyph's origin from the run's, to the right.
  public var x: Length
  /// The distance of the glyph's origin above the baseline.
  public var rise: Length
  /// Where the glyph's source text begins: a UTF-8 offset into the run's text.
  ///
  /// Glyphs of one cluster share it; a cluster's text reaches to the next greater offset, or to the end of the text.
  public var textOffset: Int

  /// Creates a placed glyph.
  public init(id: GlyphID, x: Length, rise: Length = .zero, textOffset: Int) {
    self.id = id
    self.x = x
    self.rise = rise
    self.textOffset = textOffset
  }
}

/// Shaped text of one font and size on one baseline.
public struct GlyphRun: Sendable, Hashable {
  /// The face.
  public var font: FontID
  /// The size of the em square.
  public var size: Length
  /// The left end of the baseline.
  public var origin: Point
  /// The advance of the whole run.
  public var width: Length
  /// The glyphs in visual order, left to right.
  public var glyphs: [PlacedGlyph]
  /// The source text, exactly as it came from the record or the Markdown.
  public var text: String
  /// The colour.
  public var ink: Ink
  /// The language of the text.
  public var language: Language
  /// The structure node, or decoration.
  public var mark: Mark
  /// Where the text came from.
  public var source: Origin

  /// Creates a run.
  public init(
    font: FontID,
    size: Length,
    origin: Point,
    width: Length,
    glyphs: [PlacedGlyph],
    text: String,
    ink: Ink,
    language: Language = .chinese,
    mark: Mark,
    source: Origin
  ) {
    self.font = font
    self.size = size
    self.origin = origin
    self.width = width
    self.glyphs = glyphs
    self.text = text
    self.ink = ink
    self.language = language
    self.mark = mark
    self.source = source
  }
}
