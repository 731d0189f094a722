import Diagnostics

/// The texts of a document that hold characters without a glyph, gathered while it is laid out.
///
/// Such a document is never written. It is laid out to its end all the same, so that a person who has a roster of three
/// rare names is told of three, not of one after each attempt.
struct MissingCharacters {
  /// How many texts are told at most: who has more lacks a font, not a character.
  private static let most = 100

  private var complaints: [Diagnostic] = []
  private var hasMore = false

  /// Whether every character so far has a glyph.
  var isEmpty: Bool { complaints.isEmpty }

  /// Notes a text, unless it was noted before: a text that does not fit is set several times.
  mutating func add(_ complaint: Diagnostic) {
    guard !complaints.contains(complaint) else { return }
    if complaints.count < Self.most { complaints.append(complaint) } else { hasMore = true }
  }

  /// Ends the document if anything is missing.
  func check() throws(LayoutFailure) {
    guard !isEmpty else { return }
    throw .missingGlyphs(hasMore ? complaints + [Self.rest] : complaints)
  }

  private static let rest = Diagnostic(
    "layout.missingGlyph",
    .error,
    "还有更多文字缺少字形，只列出前 \(most) 处",
    advice: "请先安装字体，再用 mingce doctor 检查"
  )
}
