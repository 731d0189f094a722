import UnicodeText

/// Returns `text` for HTML, each phrase that runs from right to left isolated by `bdi`, and each in a foreign script with
/// its language.
///
/// A browser would otherwise draw the marks and numbers after a Uyghur name to its left (UAX #9, rules W2 and N1);
/// paper isolates the same phrases.
func escapedPhrases(_ text: String) -> String {
  escapedPhrases(text, TextTraits(of: text))
}

/// Returns the same of a text that was looked over.
func escapedPhrases(_ text: String, _ traits: TextTraits) -> String {
  guard traits.contains(.rightToLeft) else { return escapedWithLanguages(text, traits) }
  var result = ""
  var plain = String.UnicodeScalarView()
  var phrase = String.UnicodeScalarView()
  // What follows a phrase belongs to it only if more of its letters come after.
  var after = String.UnicodeScalarView()
  func close() {
    guard !phrase.isEmpty else { return }
    let words = String(phrase)
    let language = foreignPhrases(in: words).first.map { " lang=\"\($0.script.language)\"" } ?? ""
    result += "<bdi\(language)>\(escapedHTML(words))</bdi>"
    phrase = String.UnicodeScalarView()
    plain = after
    after = String.UnicodeScalarView()
  }
  for scalar in text.unicodeScalars {
    if scalar.runsRightToLeft {
      result += escapedWithLanguages(String(plain), traits)
      plain = String.UnicodeScalarView()
      phrase += after
      phrase.append(scalar)
      after = String.UnicodeScalarView()
    } else if phrase.isEmpty {
      plain.append(scalar)
    } else if scalar.endsPhrase {
      close()
      plain.append(scalar)
    } else {
      after.append(scalar)
    }
  }
  close()
  return result + escapedWithLanguages(String(plain), traits)
}

extension Unicode.Scalar {
  /// Whether the character is a letter or mark of a right-to-left script; the digits of such scripts are none.
  fileprivate var runsRightToLeft: Bool {
    switch value {
    case 0x600...0x605, 0x660...0x66C, 0x6DD, 0x6F0...0x6F9: false
    case 0x590...0x8FF, 0xFB1D...0xFDCF, 0xFDF0...0xFDFF, 0xFE70...0xFEFC: true
    case 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }

  /// Whether the character begins text from left to right, or is a mark of Chinese.
  fileprivate var endsPhrase: Bool {
    properties.isAlphabetic || (0x3000...0x303F).contains(value)
      || (0xFF00...0xFFEF).contains(value)
  }
}
