import Pages

/// The widths of a CID font (ISO 32000-1 §9.7.4.3).
struct GlyphWidths {
  /// The width of glyphs that `array` leaves out: the full em, as nearly all Chinese glyphs have.
  static let defaultWidth = 1000

  /// A stretch of equal widths shorter than this is listed glyph by glyph.
  private static let leastStretch = 3

  /// The value of `W`.
  let array: Value

  /// Creates the widths of `glyphs`, which stand in rising order.
  init(_ glyphs: [(id: GlyphID, width: Number)]) {
    let fullWidth = Number(thousandths: GlyphWidths.defaultWidth * 1000)
    var elements: [Value] = []
    var listed: (first: GlyphID, widths: [Value])?
    func close() {
      guard let list = listed else { return }
      elements += [.integer(Int(list.first)), .array(list.widths)]
      listed = nil
    }
    for stretch in GlyphWidths.stretches(glyphs.filter { $0.width != fullWidth }) {
      if stretch.ids.count >= GlyphWidths.leastStretch {
        close()
        let ends = [stretch.ids.lowerBound, stretch.ids.upperBound]
        elements += ends.map { .integer(Int($0)) } + [.number(stretch.width)]
        continue
      }
      if let list = listed, Int(list.first) + list.widths.count != Int(stretch.ids.lowerBound) {
        close()
      }
      let widths = stretch.ids.map { _ in Value.number(stretch.width) }
      listed = (listed?.first ?? stretch.ids.lowerBound, (listed?.widths ?? []) + widths)
    }
    close()
    array = .array(elements)
  }

  /// Returns the longest stretches of following glyphs with the same width.
  private static func stretches(
    _ glyphs: [(id: GlyphID, width: Number)]
  ) -> [(ids: ClosedRange<GlyphID>, width: Number)] {
    var stretches: [(ids: ClosedRange<GlyphID>, width: Number)] = []
    for glyph in glyphs {
      if let last = stretches.last, last.width == glyph.width,
        Int(last.ids.upperBound) + 1 == Int(glyph.id)
      {
        stretches[stretches.count - 1].ids = last.ids.lowerBound...glyph.id
      } else {
        stretches.append((glyph.id...glyph.id, glyph.width))
      }
    }
    return stretches
  }
}
