/// What a template makes of all values of one shape: text of its own, and places for theirs.
struct PageFrame: Sendable {
  private struct Place: Sendable {
    /// What stands before the place.
    var before: [UInt8]
    /// The number of the text that belongs there.
    var number: Int
  }

  private var places: [Place] = []
  private var rest: [UInt8] = []

  /// Control characters, which no page holds (`escapedHTML`).
  private static let (markStart, markEnd): (Unicode.Scalar, Unicode.Scalar) = ("\u{1}", "\u{2}")

  /// Returns what stands in the place of the text `number`.
  ///
  /// The library indents what follows the end of a line, so the mark of a text that ends one does so, too.
  static func mark(_ number: Int, endsLine: Bool) -> String {
    "\(markStart)\(number)\(endsLine ? "\n" : markEnd)"
  }

  /// Finds the places of marks in `text`, which a template has made.
  init(_ text: String) {
    let pieces = text.unicodeScalars.split(
      separator: PageFrame.markStart,
      omittingEmptySubsequences: false
    )
    rest = pieces.first.map { Array(String($0).utf8) } ?? []
    for piece in pieces.dropFirst() {
      let digits = piece.prefix { $0 != PageFrame.markEnd && $0 != "\n" }
      guard let number = Int(String(digits)) else {
        // The template holds such a character itself, which has no place in a page.
        rest += String(piece).utf8
        continue
      }
      places.append(Place(before: rest, number: number))
      rest = Array(String(piece[digits.endIndex...].dropFirst()).utf8)
    }
  }

  /// Returns the page with `texts` in their places.
  func page(with texts: [String]) -> [UInt8] {
    var page: [UInt8] = []
    page.reserveCapacity(
      places.reduce(rest.count) { $0 + $1.before.count + text($1.number, of: texts).utf8.count }
    )
    for place in places {
      page += place.before
      page += text(place.number, of: texts).utf8
    }
    return page + rest
  }

  private func text(_ number: Int, of texts: [String]) -> String {
    texts.indices.contains(number) ? texts[number] : ""
  }
}
