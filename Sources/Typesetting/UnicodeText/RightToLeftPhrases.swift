import CUnicode

/// Returns the phrases of `text` that run from right to left, as UTF-8 ranges in order.
///
/// A phrase reaches from a strong right-to-left character to the last one before a left-to-right character, a
/// full-width mark or an end of one of the ranges in `apart`; what stands between its words belongs to it.
func rightToLeftPhrases(in text: String, apart values: [Range<Int>]) -> [Range<Int>] {
  var phrases: [Range<Int>] = []
  var isOpen = false
  var offset = 0
  var ends = values.flatMap { [$0.lowerBound, $0.upperBound] }[...]
  for scalar in text.unicodeScalars {
    while let end = ends.first, end <= offset {
      isOpen = false
      ends = ends.dropFirst()
    }
    let next = offset + UTF8.width(scalar)
    switch mc_direction(scalar.value) {
    case 2 where isOpen: phrases[phrases.count - 1] = phrases[phrases.count - 1].lowerBound..<next
    case 2:
      phrases.append(offset..<next)
      isOpen = true
    case 1: isOpen = false
    default:
      if scalar.isFullWidthMark { isOpen = false }
      if isOpen, scalar.hangsOnBase, phrases.last?.upperBound == offset {
        phrases[phrases.count - 1] = phrases[phrases.count - 1].lowerBound..<next
      }
    }
    offset = next
  }
  return phrases
}

extension Unicode.Scalar {
  /// Whether the character is one of the marks and spaces that fill a square.
  var isFullWidthMark: Bool {
    (0x3000...0x303F).contains(value) || (0xFF00...0xFFEF).contains(value)
  }

  /// Whether the character has no place of its own but goes with the letter before it.
  fileprivate var hangsOnBase: Bool {
    properties.isGraphemeExtend || value == 0x200D
  }
}
