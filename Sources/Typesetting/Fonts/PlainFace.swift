public import Pages
public import Styling

/// The first face of a family, for texts that need neither another face nor the rules of another script.
///
/// Rosters have millions of such cells. What it gives is what `FontLibrary.shape` gives. It lives in the task of its
/// library.
public final class PlainFace {
  /// A glyph whose look and place nothing beside it changes.
  private struct Glyph {
    var id: GlyphID
    var advance: Int32
  }

  /// What is known of a character.
  private enum Entry {
    case unknown
    case glyph(Glyph)
    case dependent
  }

  /// The face.
  public let font: FontID
  private let face: UsableFace
  private let buffer: ShapingBuffer
  private let isContextFree: (UInt32) -> Bool
  private var ascii = [Entry](repeating: .unknown, count: 0x80)
  private var han: [Entry] = []

  init(_ font: FontID, _ face: UsableFace, _ buffer: ShapingBuffer) {
    self.font = font
    self.face = face
    self.buffer = buffer
    isContextFree = face.face.contextFreeGlyphs(upTo: face.glyphCount)
  }

  /// Shapes a text of Han or ASCII; returns nothing when the face lacks one of its characters.
  ///
  /// Where no rule of the face touches any glyph of the text, glyphs are simply set side by side, as HarfBuzz would.
  public func shape(_ text: String) -> [ShapedGlyph]? {
    sideBySide(text) ?? buffer.shapeSimple(Array(text.utf8), with: face)
  }

  /// The advance of the widest digit in millionths of an em.
  public private(set) lazy var widestFigure = shape("0123456789")?.map(\.advance).max() ?? 0

  /// Sets the glyphs of a text side by side; returns nothing where shaping might change one.
  func sideBySide(_ text: String) -> [ShapedGlyph]? {
    var glyphs: [ShapedGlyph] = []
    glyphs.reserveCapacity(text.utf8.count)
    var offset = 0
    for scalar in text.unicodeScalars {
      guard case .glyph(let glyph) = entry(of: scalar) else { return nil }
      glyphs.append(
        ShapedGlyph(id: glyph.id, advance: Int(glyph.advance), textOffset: offset)
      )
      offset += UTF8.width(scalar)
    }
    return glyphs
  }

  private func entry(of scalar: Unicode.Scalar) -> Entry {
    switch scalar.value {
    case 0..<0x80:
      let place = Int(scalar.value)
      if case .unknown = ascii[place] { ascii[place] = found(scalar) }
      return ascii[place]
    case 0x4E00...0x9FFF:
      if han.isEmpty { han = Array(repeating: .unknown, count: 0xA000 - 0x4E00) }
      let place = Int(scalar.value) - 0x4E00
      if case .unknown = han[place] { han[place] = found(scalar) }
      return han[place]
    default: return .dependent
    }
  }

  private func found(_ scalar: Unicode.Scalar) -> Entry {
    guard let glyph = face.face.nominalGlyph(for: scalar), isContextFree(glyph) else {
      return .dependent
    }
    let advance = face.face.advance(of: glyph)
    return .glyph(Glyph(id: face.numbers.cid(of: glyph), advance: Int32(clamping: advance)))
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
