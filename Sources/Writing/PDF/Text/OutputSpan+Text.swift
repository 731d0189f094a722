import Geometry
import Pages

/// A place on a page, or a way from one to another, as the file counts it.
struct TextPlace {
  var x: Number
  var y: Number

  /// The most bytes that the operator takes which moves there.
  static let longest = 2 * ByteBuffer.longestNumber + 5

  /// Returns the way from `rhs` to `lhs`.
  static func - (lhs: TextPlace, rhs: TextPlace) -> TextPlace {
    TextPlace(
      x: Number(thousandths: lhs.x.thousandths - rhs.x.thousandths),
      y: Number(thousandths: lhs.y.thousandths - rhs.y.thousandths)
    )
  }
}

extension OutputSpan<UInt8> {
  /// Appends the operator that begins a line (ISO 32000-1 §9.4.2).
  mutating func append(moveTo place: TextPlace) {
    append(operands: place.x, place.y)
    append(operation: "Td\n")
  }

  /// Appends the codes of glyphs that stand on the baseline for one character of `letters` each, have been shown for that
  /// before and need not be moved; returns whether all are so.
  mutating func append(
    _ glyphs: Span<PlacedGlyph>,
    shownFor letters: Span<UInt8>,
    _ line: ShownText,
    _ use: borrowing FontUse
  ) -> Bool {
    var (offset, pen) = (0, 0.0)
    for index in glyphs.indices {
      let glyph = glyphs[index]
      guard glyph.textOffset == offset, offset < letters.count, glyph.rise == .zero else {
        return false
      }
      let scalar = letters.scalar(at: offset)
      guard let advance = use.advance(of: glyph.id, shownFor: scalar.value),
        line.puts(glyph.x, at: pen)
      else { return false }
      append(literalOf: glyph.id)
      pen += advance
      offset += scalar.width
    }
    return offset == letters.count
  }
}

extension Span<UInt8> {
  /// The scalar that begins at `offset`, and how many bytes it takes; the bytes are valid UTF-8.
  @inline(__always)
  fileprivate func scalar(at offset: Int) -> (value: UInt32, width: Int) {
    let lead = UInt32(self[offset])
    if lead < 0x80 { return (lead, 1) }
    let second = lead &<< 6 | UInt32(self[offset + 1] & 0x3F)
    if lead < 0xE0 { return (second & 0x7FF, 2) }
    let third = second &<< 6 | UInt32(self[offset + 2] & 0x3F)
    if lead < 0xF0 { return (third & 0xFFFF, 3) }
    return (third &<< 6 & 0x1F_FFFF | UInt32(self[offset + 3] & 0x3F), 4)
  }
}
