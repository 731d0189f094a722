/// Returns how many em `text` takes at least room for: one for each character from beyond ASCII, rather more than half of
/// one for the others and three quarters for capitals, so that no font's letters stand over their box.
func extent(of text: String) -> Double {
  text.unicodeScalars.reduce(0) { sum, scalar in
    if scalar.properties.isGraphemeExtend { return sum }
    return sum + (!scalar.isASCII ? 1 : scalar.properties.isUppercase ? 0.75 : 0.58)
  }
}

/// Returns `text` in lines of at most `limit` em, about equally long; no line begins with a closing mark.
func wrapped(_ text: String, to limit: Double) -> [String] {
  let whole = extent(of: text)
  guard whole > limit else { return [text] }
  let count = (whole / limit).rounded(.up)
  let goal = whole / count
  var lines = [""]
  var width = 0.0
  for character in text {
    let step = extent(of: String(character))
    let isFull = width + step / 2 > goal || width + step > limit
    if isFull, !closingMarks.contains(character), !isInWord(lines[lines.count - 1].last, character)
    {
      lines.append("")
      width = 0
    }
    lines[lines.count - 1].append(character)
    width += step
  }
  return lines
}

/// The marks that begin no line (clreq #prohibition_rules_for_line_start_end).
private let closingMarks: Set<Character> = [
  "、", "，", "。", "；", "：", "？", "！", "）", "】", "》", "”", "’", "…",
]

private func isInWord(_ last: Character?, _ next: Character) -> Bool {
  guard let last, last.isASCII, next.isASCII else { return false }
  return !last.isWhitespace && !next.isWhitespace
}
