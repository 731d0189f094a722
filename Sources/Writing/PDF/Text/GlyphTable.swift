import Pages

/// Something known of some of the 65,536 glyphs of a font.
///
/// Room is taken in blocks as glyphs are met: a small file meets a hundred glyphs all over the font, and there are
/// thousands of such files in a batch.
struct GlyphTable<Element> {
  /// The glyphs of a block.
  private static var blockSize: Int { 64 }

  private let unknown: Element
  /// The number of each block, from 1, or 0 for none yet.
  private var numbers: [UInt16] = []
  /// The blocks, one behind the other.
  private var elements: [Element] = []

  /// Creates a table in which every glyph has the value `unknown`.
  init(_ unknown: Element) {
    self.unknown = unknown
  }

  /// Whether no value was ever set.
  var isEmpty: Bool { elements.isEmpty }

  /// The value of `glyph`.
  subscript(glyph: GlyphID) -> Element {
    get {
      guard let place = place(of: glyph) else { return unknown }
      return elements[place]
    }
    _modify {
      let place = place(of: glyph) ?? makeRoom(for: glyph)
      yield &elements[place]
    }
  }

  private func place(of glyph: GlyphID) -> Int? {
    let (block, offset) = Int(glyph).quotientAndRemainder(dividingBy: Self.blockSize)
    guard block < numbers.count, numbers[block] > 0 else { return nil }
    return (Int(numbers[block]) - 1) * Self.blockSize + offset
  }

  private mutating func makeRoom(for glyph: GlyphID) -> Int {
    let (block, offset) = Int(glyph).quotientAndRemainder(dividingBy: Self.blockSize)
    if block >= numbers.count {
      numbers += repeatElement(0, count: block + 1 - numbers.count)
    }
    numbers[block] = UInt16(elements.count / Self.blockSize + 1)
    elements += repeatElement(unknown, count: Self.blockSize)
    return (Int(numbers[block]) - 1) * Self.blockSize + offset
  }
}
