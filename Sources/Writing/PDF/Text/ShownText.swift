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
  /// Where the elements begin in the content stream, once there are any.
  private var start: Int?
  private var isOpen = false
  private var isAdjusted = false

  /// Creates an empty line of text of `size` points.
  init(size: Number) {
    scale = 9.0 / 3175 * 1000 / Double(size.thousandths)
  }

  /// Whether a glyph whose origin is at `x` from the line's may stand at `pen`, where a reader puts it by itself.
  func puts(_ x: Length, at pen: Double) -> Bool {
    abs(pen - Double(x.nanometres) * scale) <= ShownText.tolerance
  }

  /// Adds a glyph whose origin is at `x` from the line's.
  mutating func add(
    _ glyph: GlyphID,
    at x: Length,
    advance: Double,
    to content: inout ByteBuffer
  ) {
    if start == nil { start = content.count }
    if !puts(x, at: pen) {
      let gap = pen - Double(x.nanometres) * scale
      move(by: Int(gap.rounded()), in: &content)
    }
    if !isOpen { content.append(byte: UInt8(ascii: "(")) }
    isOpen = true
    content.append(literalOf: glyph)
    pen += advance
  }

  /// Makes one operator of the glyphs since the last call, if there are any.
  ///
  /// What needs no adjustment is shown with `Tj`: readers copy that more surely at the end of a line.
  mutating func finish(in content: inout ByteBuffer) {
    guard let start else { return }
    close(in: &content)
    if isAdjusted {
      content.insert(byte: UInt8(ascii: "["), at: start)
      content.append(operation: "] TJ\n")
    } else {
      content.append(operation: " Tj\n")
    }
    self.start = nil
    isAdjusted = false
  }

  /// Moves the pen to the left by `adjustment` thousandths of an em.
  private mutating func move(by adjustment: Int, in content: inout ByteBuffer) {
    close(in: &content)
    content.append(adjustment)
    pen -= Double(adjustment)
    isAdjusted = true
  }

  private mutating func close(in content: inout ByteBuffer) {
    if isOpen { content.append(byte: UInt8(ascii: ")")) }
    isOpen = false
  }
}
