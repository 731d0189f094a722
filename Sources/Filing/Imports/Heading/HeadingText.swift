import Records

/// A heading as it is compared: what people and systems add around the words does not count.
struct HeadingText: Hashable {
  /// The words with their remarks in brackets.
  let full: String
  /// The words without them.
  let bare: String

  init(_ text: String) {
    var (full, bare, depth) = ("", "", 0)
    for scalar in text.unicodeScalars {
      guard let plain = Self.plain(scalar) else { continue }
      if Self.openers.contains(plain) { depth += 1 }
      full.unicodeScalars.append(plain)
      if depth == 0 { bare.unicodeScalars.append(plain) }
      if Self.closers.contains(plain) { depth = max(0, depth - 1) }
    }
    self.full = full
    // A heading that is all brackets is nothing but its remark.
    self.bare = bare.isEmpty ? full : bare
  }

  var isEmpty: Bool { full.isEmpty }

  private static let openers: Set<Unicode.Scalar> = ["(", "[", "【", "〔", "<", "《"]
  private static let closers: Set<Unicode.Scalar> = [")", "]", "】", "〕", ">", "》"]
  /// Stars and dots that mark what must be filled, and colons.
  private static let ornaments: Set<Unicode.Scalar> = ["*", "★", "☆", "●", "※", ":", "_"]

  /// Returns `scalar` as it is compared: full-width forms become ASCII, spaces and ornaments nothing.
  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard !scalar.properties.isWhitespace, !scalar.properties.isDefaultIgnorableCodePoint else {
      return nil
    }
    let half = halfWidth(scalar)
    if ornaments.contains(half) { return nil }
    return ("A"..."Z").contains(half) ? Unicode.Scalar(half.value + 32) : half
  }
}
