/// A character and the selector after it, which asks for one of its forms (The Unicode Standard, 23.4).
struct VariationSequence: Hashable {
  /// The character.
  var base: Unicode.Scalar
  /// The selector, U+FE00 to U+FE0F or U+E0100 to U+E01EF.
  var selector: Unicode.Scalar

  /// Returns the sequences in UTF-8 text.
  static func sequences(in bytes: ArraySlice<UInt8>) -> [VariationSequence] {
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    return zip(scalars, scalars.dropFirst()).compactMap { base, selector in
      selector.isVariationSelector ? VariationSequence(base: base, selector: selector) : nil
    }
  }

  /// Returns whether UTF-8 text holds any selector; nearly none does.
  static func mayStand(in bytes: [UInt8]) -> Bool {
    // The lead bytes are those of U+F000 to U+FFFF and of planes 12 to 15.
    guard bytes.contains(where: { $0 == 0xEF || $0 == 0xF3 }) else { return false }
    return zip(bytes, bytes.dropFirst()).contains { first, second in
      (first == 0xEF && second == 0xB8) || (first == 0xF3 && second == 0xA0)
    }
  }
}

extension Unicode.Scalar {
  /// Whether the character chooses a form of the one before it.
  fileprivate var isVariationSelector: Bool {
    (0xFE00...0xFE0F).contains(value) || (0xE0100...0xE01EF).contains(value)
  }
}
