/// Hides the numbers that single out a person, and known names, in words of any kind.
struct WordMask {
  private let level: MaskLevel
  private let known: KnownPersons

  /// A day as records write it, with the spaces or dashes around it.
  private static var day: Regex<(Substring, Substring, Substring)> {
    /(^|[\ \u{3000}–—])[12][0-9]{3}-[01]?[0-9]-[0-3]?[0-9]([\ \u{3000}–—]|$)/
  }

  init(_ level: MaskLevel, _ known: KnownPersons) {
    self.level = level
    self.known = known
  }

  /// Returns `text` with what it tells of persons hidden.
  func masked(_ text: String) -> String {
    var text = text
    for number in known.numbers where text.holds(number) {
      text = text.replacing(number, with: NumberMask.identity(number, level))
    }
    for name in known.names where text.holds(name) {
      text = text.replacing(name, with: NameMask.masked(name, level))
    }
    return text.utf8.contains(where: { (48...57).contains($0) || $0 == 0xEF })
      ? numbers(text) : text
  }

  /// Returns `text` with every long number hidden.
  private func numbers(_ text: String) -> String {
    var shown = ""
    var rest = Substring(text)
    while let start = rest.firstIndex(where: NumberMask.isDigit) {
      shown += rest[..<start]
      let run = WordMask.run(rest[start...])
      let letter = shown.last.flatMap { WordMask.isOfPaper($0, after: shown) ? $0 : nil }
      shown += masked(run, after: letter)
      rest = rest[run.endIndex...]
    }
    return shown + rest
  }

  /// Returns the digits that `text` begins with, in the groups in which people write them, and the check letter
  /// behind them.
  private static func run(_ text: Substring) -> Substring {
    var end = text.startIndex
    var index = text.startIndex
    var gap = 0
    while index < text.endIndex, gap <= 2 {
      let character = text[index]
      index = text.index(after: index)
      if NumberMask.isDigit(character) {
        (end, gap) = (index, 0)
      } else if gap == 0, "XxＸｘ".contains(character) {
        return text[..<index]
      } else if isJoint(character) {
        gap += 1
      } else {
        break
      }
    }
    return text[..<end]
  }

  /// What stands between groups of digits.
  private static func isJoint(_ character: Character) -> Bool {
    switch character {
    case " ", "-", "\u{3000}", "\u{A0}", "－", "–", "—": true
    default: false
    }
  }

  /// Returns `run` as it is shown; a day between spaces or dashes is no part of a number, unless the number is one of
  /// a card just with it.
  private func masked(_ run: Substring, after letter: Character?) -> String {
    let digits = String(run.filter { !WordMask.isJoint($0) })
    guard digits.count >= 8 else { return String(run) }
    if digits.count != 18, digits.count != 15, let day = run.firstMatch(of: WordMask.day) {
      let before = run[..<day.range.lowerBound]
      let behind = run[day.range.upperBound...]
      return masked(before, after: letter) + day.output.0 + masked(behind, after: nil)
    }
    return switch (digits.count, plain(digits)) {
    case (8...10, _) where letter != nil: String(repeating: "*", count: digits.count)
    case (15, _), (18, _): NumberMask.identity(digits, level)
    case (11, let plain)
    where plain.hasPrefix("1") && !"012".contains(plain.dropFirst().first ?? "0"):
      NumberMask.phone(String(run))
    case (13, let plain) where plain.hasPrefix("861"): NumberMask.phone(String(run))
    case (10...12, let plain) where plain.hasPrefix("0"): NumberMask.phone(String(run))
    case (12..., _): NumberMask.account(digits)
    default: String(run)
    }
  }

  /// Returns `digits` as an ASCII keyboard writes them.
  private func plain(_ digits: String) -> String {
    String(
      String.UnicodeScalarView(
        digits.unicodeScalars.map { scalar in
          (0xFF10...0xFF19).contains(scalar.value)
            ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
        }
      )
    )
  }

  /// Whether `letter`, which ends `text`, is the one that begins the number of a passport or a travel permit.
  private static func isOfPaper(_ letter: Character, after text: String) -> Bool {
    guard "EGDSPHMegdsphm".contains(letter) else { return false }
    return text.dropLast().last.map { !$0.isLetter || !$0.isASCII } ?? true
  }
}

extension String {
  /// Whether `part` stands in the text, both being in normalisation form C as records are; nearly all words are
  /// shorter than what is looked for or do not hold its first byte.
  fileprivate func holds(_ part: String) -> Bool {
    let (bytes, wanted) = (utf8, part.utf8)
    guard bytes.count >= wanted.count, let first = wanted.first else { return false }
    var rest = bytes[...]
    while let start = rest.firstIndex(of: first) {
      if bytes[start...].starts(with: wanted) { return true }
      rest = bytes[bytes.index(after: start)...]
    }
    return false
  }
}
