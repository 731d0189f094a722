import Pages

/// The glyphs of one face that stand side by side unchanged, as far as texts have asked for them.
struct PlainGlyphs {
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

  /// The glyphs of the last text; their room is used again for the next.
  private(set) var line: [ShapedGlyph] = []
  private let face: UsableFace
  private let buffer: ShapingBuffer
  private let contexts: GlyphContexts
  private var ascii = [Entry](repeating: .unknown, count: asciiCount)
  private var pairs = [Pair](repeating: .unknown, count: asciiCount * asciiCount)
  private var han: [Entry] = []

  /// Begins with nothing known of `face`.
  init(_ face: UsableFace, _ buffer: ShapingBuffer) {
    self.face = face
    self.buffer = buffer
    contexts = GlyphContexts(of: face.face)
  }

  /// Sets the glyphs of a text in `line`; returns whether shaping would change none.
  mutating func setSideBySide(_ text: String) -> Bool {
    line.removeAll(keepingCapacity: true)
    return setLetters(text.utf8.span) ?? setCharacters(text.unicodeScalars)
  }

  /// Sets a text of ASCII; returns nothing for any other.
  private mutating func setLetters(_ letters: Span<UInt8>) -> Bool? {
    var before = Neighbour()
    for place in letters.indices {
      guard letters[place] < Self.asciiCount else { return nil }
      guard setLetter(letters[place], beside: &before, offset: place) else { return false }
    }
    return true
  }

  private mutating func setCharacters(_ text: String.UnicodeScalarView) -> Bool {
    line.removeAll(keepingCapacity: true)
    var (offset, before) = (0, Neighbour())
    for scalar in text {
      if scalar.isASCII {
        let letter = UInt8(truncatingIfNeeded: scalar.value)
        guard setLetter(letter, beside: &before, offset: offset) else { return false }
      } else {
        guard case .glyph(let glyph) = entry(of: scalar), !glyph.isKerned else { return false }
        before = Neighbour()
        append(glyph, offset: offset)
      }
      offset += UTF8.width(scalar)
    }
    return true
  }

  /// The letter before, as far as it may move what follows.
  private struct Neighbour {
    var letter: UInt8 = 0
    var isKerned = false
  }

  private mutating func setLetter(
    _ letter: UInt8,
    beside before: inout Neighbour,
    offset: Int
  ) -> Bool {
    guard case .glyph(let glyph) = entry(of: letter) else { return false }
    if before.isKerned, glyph.isKerned, !standStill(before.letter, letter) { return false }
    before = Neighbour(letter: letter, isKerned: glyph.isKerned)
    append(glyph, offset: offset)
    return true
  }

  private mutating func append(_ glyph: Glyph, offset: Int) {
    line.append(ShapedGlyph(id: glyph.id, advance: Int(glyph.advance), textOffset: offset))
  }

  // MARK: What is known

  private mutating func entry(of letter: UInt8) -> Entry {
    if case .unknown = ascii[Int(letter)] { ascii[Int(letter)] = found(Unicode.Scalar(letter)) }
    return ascii[Int(letter)]
  }

  private mutating func entry(of scalar: Unicode.Scalar) -> Entry {
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
  private mutating func standStill(_ first: UInt8, _ second: UInt8) -> Bool {
    let place = Int(first) * Self.asciiCount + Int(second)
    if pairs[place] == .unknown { pairs[place] = isStill(first, second) ? .still : .moved }
    return pairs[place] == .still
  }

  private func isStill(_ first: UInt8, _ second: UInt8) -> Bool {
    let alone = [first, second].map { buffer.shapeSimple([$0], with: face)?.first }
    let both = buffer.shapeSimple([first, second], with: face) ?? []
    return both.count == 2
      && zip(both, alone).allSatisfy { glyph, alone in
        glyph.id == alone?.id && glyph.advance == alone?.advance
          && glyph.xOffset == alone?.xOffset && glyph.yOffset == alone?.yOffset
      }
  }
}
