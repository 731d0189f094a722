import Geometry

/// A place that outlines and links lead to.
struct Place: Sendable, Hashable {
  /// The page, from 0 in the file.
  var page: Int
  /// The distance from the top edge.
  var top: Length

  /// Returns the explicit destination, which leaves left edge and zoom as they are (ISO 32000-1 §12.3.2.2).
  func destination(on pages: [WrittenPage]) -> Value {
    let page = pages[page]
    return [
      .reference(page.reference), .name("XYZ"), .null,
      .number(Number(page.size.height - top)), .null,
    ]
  }
}
