import DocumentTree

/// Returns how many minutes `blocks` take to read: 400 Han characters or 200 other words a minute, at least one.
func readingMinutes(of blocks: [Block<Never>]) -> Int {
  var han = 0
  var words = 0
  for block in blocks {
    block.visitInlines { inline in
      let (newHan, newWords) = counts(of: inline)
      han += newHan
      words += newWords
    }
  }
  return max(1, (han + words * 2 + 399) / 400)
}

/// Returns the Han characters and the other words of one piece, inner pieces left out.
private func counts(of inline: Inline<Never>) -> (han: Int, words: Int) {
  let text: String
  switch inline {
  case .text(let content, _), .code(let content, _): text = content
  default: return (0, 0)
  }
  var han = 0
  var words = 0
  var isInWord = false
  let bytes = text.utf8.span
  var index = 0
  while index < bytes.count {
    // From U+4E00 to U+9FFF all are Han characters, and nearly all of a text are there.
    let first = bytes[index]
    if (0xE5...0xE9).contains(first) || first == 0xE4 && bytes[index + 1] >= 0xB8 {
      (han, isInWord, index) = (han + 1, false, index + 3)
      continue
    }
    let scalar = text.unicodeScalars[text.utf8.index(text.startIndex, offsetBy: index)]
    index += UTF8.width(scalar)
    let isHan = scalar.isHan
    let isLetter = !isHan && scalar.isOfWords
    if isHan { han += 1 }
    if isLetter, !isInWord { words += 1 }
    isInWord = isLetter
  }
  return (han, words)
}

extension Unicode.Scalar {
  /// Whether the character is a Han character; nearly all stand in one block, which is sooner seen than looked up.
  fileprivate var isHan: Bool {
    if (0x4E00...0x9FFF).contains(value) { return true }
    return value >= 0x3000 && !isMark && properties.isIdeographic
  }

  /// Whether the character is a letter or a digit.
  fileprivate var isOfWords: Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: !isMark && (properties.isAlphabetic || properties.numericType != nil)
    }
  }

  /// Whether the character is one of the marks of texts in either language, which need not be looked up.
  private var isMark: Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: false
    case ..<0x80, 0x2010...0x2027, 0x3000...0x3004, 0x3008...0x3020, 0xFF01...0xFF0F,
      0xFF1A...0xFF20:
      true
    default: false
    }
  }
}
