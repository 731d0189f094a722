public import Pages
public import Styling

/// The first face of a family, for texts that need neither another face nor the rules of another script.
///
/// Rosters have millions of such cells. What it gives is what `FontLibrary.shape` gives. It lives in the task of its
/// library.
public final class PlainFace {
  /// A glyph whose look nothing beside it changes.
  private struct Glyph {
    var id: GlyphID
    var advance: Int32
    /// Whether the glyph beside it may move it.
    var isKerned: Bool
  }

  /// What is known of a character.
  private enum Entry {
    case unknown
    case glyph(Glyph)
    case dependent
  }

  /// What is known of two letters side by side.
  private enum Pair: UInt8 {
    case unknown, still, moved
  }

  /// How many characters ASCII has.
  private static let asciiCount = 0x80

  /// The face.
  public let font: FontID
  private let face: UsableFace
  private let buffer: ShapingBuffer
  private let contexts: GlyphContexts
  private var ascii = [Entry](repeating: .unknown, count: asciiCount)
  private var pairs = [Pair](repeating: .unknown, count: asciiCount * asciiCount)
  private var han: [Entry] = []
  /// The glyphs of the last text; its room is used again for the next.
  private(set) var glyphs: [ShapedGlyph] = []

  init(_ font: FontID, _ face: UsableFace, _ buffer: ShapingBuffer) {
    self.font = font
    self.face = face
    self.buffer = buffer
    contexts = GlyphContexts(of: face.face)
  }

  /// Shapes a text of Han or of ASCII and lends the glyphs to `use`; returns nothing when the face lacks one of its
  /// characters.
  ///
  /// Where no rule of the face touches any glyph of the text, glyphs are simply set side by side, as HarfBuzz would.
  public func shape<Result>(_ text: String, _ use: ([ShapedGlyph]) -> Result) -> Result? {
    if setSideBySide(text) { return use(glyphs) }
    return buffer.shapeSimple(Array(text.utf8), with: face).map(use)
  }

  /// The advance of the widest digit in millionths of an em.
  public private(set) lazy var widestFigure =
    shape("0123456789") { glyphs in glyphs.map(\.advance).max() ?? 0 } ?? 0

  /// Sets the glyphs of a text side by side in `glyphs`; returns whether shaping would change none.
  func setSideBySide(_ text: String) -> Bool {
    glyphs.removeAll(keepingCapacity: true)
    guard let first = text.utf8.first else { return true }
    return first < Self.asciiCount ? setLetters(text.utf8) : setHanzi(text.unicodeScalars)
  }

  private func setLetters(_ text: String.UTF8View) -> Bool {
    var before: (letter: UInt8, isKerned: Bool) = (0, false)
    for letter in text {
      guard letter < Self.asciiCount, case .glyph(let glyph) = entry(of: letter) else {
        return false
      }
      if before.isKerned, glyph.isKerned, !standStill(before.letter, letter) { return false }
      before = (letter, glyph.isKerned)
      append(glyph, offset: glyphs.count)
    }
    return true
  }

  private func setHanzi(_ text: String.UnicodeScalarView) -> Bool {
    for scalar in text {
      guard case .glyph(let glyph) = entry(of: scalar), !glyph.isKerned else { return false }
      append(glyph, offset: glyphs.count * 3)
    }
    return true
  }

  private func append(_ glyph: Glyph, offset: Int) {
    glyphs.append(ShapedGlyph(id: glyph.id, advance: Int(glyph.advance), textOffset: offset))
  }

  // MARK: What is known

  private func entry(of letter: UInt8) -> Entry {
    if case .unknown = ascii[Int(letter)] { ascii[Int(letter)] = found(Unicode.Scalar(letter)) }
    return ascii[Int(letter)]
  }

  /// Only hanzi that are spelt in three bytes have entries.
  private func entry(of scalar: Unicode.Scalar) -> Entry {
    guard case 0x4E00...0x9FFF = scalar.value else { return .dependent }
    if han.isEmpty { han = Array(repeating: .unknown, count: 0xA000 - 0x4E00) }
    let place = Int(scalar.value) - 0x4E00
    if case .unknown = han[place] { han[place] = found(scalar) }
    return han[place]
  }

  private func found(_ scalar: Unicode.Scalar) -> Entry {
    guard let glyph = face.face.nominalGlyph(for: scalar), glyph < face.glyphCount,
      !contexts.isTouched(glyph)
    else { return .dependent }
    return .glyph(
      Glyph(
        id: face.numbers.cid(of: glyph),
        advance: Int32(clamping: face.face.advance(of: glyph)),
        isKerned: contexts.isKerned(glyph)
      )
    )
  }

  /// Whether two letters keep their advances side by side; rules for pairs look no further than that.
  private func standStill(_ first: UInt8, _ second: UInt8) -> Bool {
    let place = Int(first) * Self.asciiCount + Int(second)
    if pairs[place] == .unknown { pairs[place] = shaped(first, second) ? .still : .moved }
    return pairs[place] == .still
  }

  private func shaped(_ first: UInt8, _ second: UInt8) -> Bool {
    let lone = [first, second].map { buffer.shapeSimple([$0], with: face)?.first }
    let both = buffer.shapeSimple([first, second], with: face) ?? []
    return both.count == 2
      && zip(both, lone).allSatisfy { glyph, lone in
        glyph.id == lone?.id && glyph.advance == lone?.advance && glyph.xOffset == lone?.xOffset
          && glyph.yOffset == lone?.yOffset
      }
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
