/// Text between whose characters nothing lies, and no mark of which needs room of its own: all of Han, or all of ASCII
/// without spaces.
///
/// It is set solid (clreq #principles_of_arrangement_of_han_characters): its width is the sum of its advances.
public enum SolidText: Equatable {
  /// U+4E00 to U+9FFF.
  case han
  /// U+0021 to U+007E, among them letters or none.
  case ascii(hasLetters: Bool)

  /// Whether there are letters that may be words of another language.
  public var hasLetters: Bool { self == .ascii(hasLetters: true) }

  /// Reads `text`; returns nothing for any other.
  public init?(_ text: String) {
    let bytes = text.utf8.span
    guard !bytes.isEmpty else { return nil }
    if bytes[0] < 0x80 {
      guard let letters = holdsLetters(bytes) else { return nil }
      self = .ascii(hasLetters: letters)
    } else {
      guard areAllHan(bytes) else { return nil }
      self = .han
    }
  }
}

/// Whether letters are among bytes that are all ASCII without spaces; nothing for any others.
private func holdsLetters(_ bytes: Span<UInt8>) -> Bool? {
  var holdsLetters = false
  for index in bytes.indices {
    guard (0x21...0x7E).contains(bytes[index]) else { return nil }
    // Capitals and small letters differ in one bit.
    if (0x61...0x7A).contains(bytes[index] | 0x20) { holdsLetters = true }
  }
  return holdsLetters
}

/// U+4E00 to U+9FFF are spelt E4 B8 80 to E9 BF BF, three bytes each.
private func areAllHan(_ bytes: Span<UInt8>) -> Bool {
  var lead = 0
  while lead < bytes.count {
    guard (0xE4...0xE9).contains(bytes[lead]), bytes[lead] > 0xE4 || bytes[lead + 1] >= 0xB8
    else { return false }
    lead += 3
  }
  return true
}
