import Pages

/// What the pages so far have shown of each font.
struct FontUses {
  private var uses: [FontUse] = []
  /// The runs that were shown with these fonts before: their operators hold as long as the fonts' texts do.
  var runs = ShownRuns()

  /// The fonts of which something was shown, in the order of their numbers.
  var fonts: [FontID] {
    uses.indices.filter { !uses[$0].isEmpty }.map { FontID(index: $0) }
  }

  /// What may not be shown so, font by font.
  var violations: [PDFViolation] { uses.flatMap(\.violations.all) }

  /// The use of `font`.
  subscript(font: FontID) -> FontUse {
    font.index < uses.count ? uses[font.index] : FontUse()
  }

  /// Lets `change` note what it shows of `font`, in place.
  mutating func update<Failure>(
    _ font: FontID,
    _ change: (inout FontUse) throws(Failure) -> Void
  ) throws(Failure) {
    while uses.count <= font.index { uses.append(FontUse()) }
    try change(&uses[font.index])
  }

  /// Returns the name of `font` in the resources of every page (ISO 32000-1 §7.8.3).
  static func resourceName(of font: FontID) -> String { "F\(font.index)" }
}
