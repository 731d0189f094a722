public import Pages
public import Styling

/// The first face of a family, for texts that need neither another face nor the rules of another script.
///
/// Rosters have millions of such cells. What it gives is what `FontLibrary.shape` gives. It lives in the task of its
/// library.
public final class PlainFace {
  /// The face.
  public let font: FontID
  private let face: UsableFace
  private let buffer: ShapingBuffer
  // A value, so that the loops over letters are not held up by checks of who else may change it.
  private var glyphs: PlainGlyphs

  init(_ font: FontID, _ face: UsableFace, _ buffer: ShapingBuffer) {
    self.font = font
    self.face = face
    self.buffer = buffer
    glyphs = PlainGlyphs(face, buffer)
  }

  /// Shapes a text of Han or of ASCII; returns nothing when the face lacks one of its characters.
  ///
  /// Where no rule of the face touches any glyph of the text, glyphs are simply set side by side, as HarfBuzz would.
  /// Whoever lets go of them before the next text is shaped spares it the room for its own.
  public func shape(_ text: String) -> [ShapedGlyph]? {
    if setSideBySide(text) { return glyphs.line }
    return buffer.shapeSimple(Array(text.utf8), with: face)
  }

  /// The advance of the widest digit in millionths of an em.
  public private(set) lazy var widestFigure =
    shape("0123456789")?.map(\.advance).max() ?? 0

  /// Sets the glyphs of a text side by side; returns whether shaping would change none.
  func setSideBySide(_ text: String) -> Bool { glyphs.setSideBySide(text) }

  /// Returns the run of a text of Han and ASCII of which shaping would change no glyph.
  func run(_ text: String) -> ShapedRun? {
    guard setSideBySide(text), !glyphs.line.isEmpty else { return nil }
    return ShapedRun(font: font, glyphs: glyphs.line)
  }
}

extension FontLibrary {
  /// Returns the first face of a family that can be used.
  public func plainFace(of family: FontFamily, weight: FontWeight) -> PlainFace? {
    for font in choices.chain(of: family, weight: weight) {
      if let known = plainFaces[font] { return known }
      guard let face = face(font) else { continue }
      let plain = PlainFace(font, face, buffer)
      plainFaces[font] = plain
      return plain
    }
    return nil
  }
}
