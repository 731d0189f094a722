extension Unicode.Scalar {
  /// Whether the character is Han, kana, bopomofo or full-width punctuation: written without spaces between words.
  ///
  /// Hangul is left out, because Korean parts its words by spaces (UAX #11; clreq #handling_western_text_in_chinese_text_using_proportional_western_fonts).
  var isWide: Bool {
    switch value {
    case 0x2E80...0x312F, 0x3190...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFE10...0xFE1F,
      0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1B000...0x1B2FF, 0x1F200...0x1F2FF,
      0x20000...0x3FFFD:
      true
    // Quotes, dashes and ellipses of Chinese text share their code points with Western text.
    case 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026: true
    default: false
    }
  }

  /// Whether CommonMark counts the character as punctuation.
  var isPunctuation: Bool {
    if isASCII { return (0x21...0x7E).contains(value) && !properties.isAlphabetic && !isDigit }
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      return true
    default: return false
    }
  }

  private var isDigit: Bool { (0x30...0x39).contains(value) }
}
