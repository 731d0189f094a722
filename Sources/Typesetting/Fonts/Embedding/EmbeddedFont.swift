public import Pages

/// A subset of one face, ready to be put into a file.
///
/// Glyph numbers are those of the original file: a content stream that was written before the subset was made
/// stays true.
public struct EmbeddedFont: Sendable {
  /// How the outlines are held.
  public enum Program: Sendable, Hashable {
    /// A bare CFF table with CID-keyed charset, for `FontFile3 /CIDFontType0C` (ISO 32000-1 §9.9).
    case cff([UInt8])
    /// A whole TrueType file, for `FontFile2` (ISO 32000-1 §9.9), with the numbers that its glyphs had in the
    /// original file, in rising order.
    case trueType([UInt8], glyphs: [GlyphID])
  }

  /// The PostScript name without a subset tag.
  public var postScriptName: String
  /// The font program.
  public var program: Program
  /// The advance of each glyph of the subset in thousandths of an em, as the face says.
  public var advances: [GlyphID: Double]
  /// The bounding box in thousandths of an em: left, bottom, right, top.
  public var boundingBox: [Double]
  /// The ascender in thousandths of an em.
  public var ascent: Double
  /// The descender in thousandths of an em, negative below the baseline.
  public var descent: Double
  /// The height of capitals in thousandths of an em.
  public var capHeight: Double
  /// The slant in degrees, negative when leaning to the right.
  public var italicAngle: Double
  /// Whether all glyphs have the same advance.
  public var isFixedPitch: Bool
  /// Whether the strokes end in serifs.
  public var isSerif: Bool

  /// Creates an embedded font.
  public init(
    postScriptName: String,
    program: Program,
    advances: [GlyphID: Double],
    boundingBox: [Double],
    ascent: Double,
    descent: Double,
    capHeight: Double,
    italicAngle: Double,
    isFixedPitch: Bool,
    isSerif: Bool
  ) {
    self.postScriptName = postScriptName
    self.program = program
    self.advances = advances
    self.boundingBox = boundingBox
    self.ascent = ascent
    self.descent = descent
    self.capHeight = capHeight
    self.italicAngle = italicAngle
    self.isFixedPitch = isFixedPitch
    self.isSerif = isSerif
  }
}
