import Geometry
import Pages

/// The glyphs of one line of text on their way into text-showing operators (ISO 32000-1 §9.4.3).
struct ShownText {
  /// A glyph is moved only when it would stand further off than this many thousandths of an em.
  private static let tolerance = 0.5

  /// Thousandths of an em in a nanometre.
  private let scale: Double
  /// Where a reader puts the next glyph, in thousandths of an em from the line's origin.
  private var pen = 0.0
  private var elements = ByteBuffer()
  private var isOpen = false
  private var isAdjusted = false

  /// Creates an empty line of text of `size` points.
  ///
  /// Room is made for `glyphCount` glyphs, four digits each, and an adjustment or two.
  init(size: Number, glyphCount: Int) {
    scale = 9.0 / 3175 * 1000 / Double(size.thousandths)
    elements.reserve(glyphCount * 4 + 16)
  }

  /// Adds a glyph whose origin is at `x` from the line's.
  mutating func add(_ glyph: GlyphID, at x: Length, advance: Double) {
    let gap = pen - Double(x.nanometres) * scale
    if abs(gap) > ShownText.tolerance { move(by: Int(gap.rounded())) }
    if !isOpen { elements.append(byte: UInt8(ascii: "<")) }
    isOpen = true
    elements.append(hex: glyph)
    pen += advance
  }

  /// Appends the glyphs since the last call as one operator, if there are any.
  ///
  /// What needs no adjustment is shown with `Tj`: readers copy that more surely at the end of a line.
  mutating func finish(into content: inout ByteBuffer) {
    guard !elements.isEmpty else { return }
    close()
    if isAdjusted { content.append(byte: UInt8(ascii: "[")) }
    content.append(elements.bytes)
    content.append(isAdjusted ? "] TJ\n" : " Tj\n")
    elements.removeAll()
    isAdjusted = false
  }

  /// Moves the pen to the left by `adjustment` thousandths of an em.
  private mutating func move(by adjustment: Int) {
    close()
    elements.append(adjustment)
    pen -= Double(adjustment)
    isAdjusted = true
  }

  private mutating func close() {
    if isOpen { elements.append(byte: UInt8(ascii: ">")) }
    isOpen = false
  }
}
