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
  for scalar in text.unicodeScalars {
    let isHan = scalar.properties.isIdeographic
    let isLetter =
      !isHan && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
    if isHan { han += 1 }
    if isLetter, !isInWord { words += 1 }
    isInWord = isLetter
  }
  return (han, words)
}
