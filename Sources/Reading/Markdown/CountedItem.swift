import Diagnostics

/// A line that counts in a way that Markdown does not know: `1、登录`, `（1）登录`, `①登录`.
struct CountedItem {
  let number: Int
  let habit: WritingHabit

  /// Every line of every guide is looked at, so this is no regular expression: one takes longer to prepare than a page to read.
  init?(_ line: String) {
    let indent = line.unicodeScalars.prefix { $0 == " " }
    let rest = line.unicodeScalars.dropFirst(indent.count)
    guard let (number, count, sample) = CountedItem.mark(at: rest) else { return nil }
    let text = rest.dropFirst(count).drop { $0 == " " || $0 == "\u{3000}" }
    guard !text.isEmpty else { return nil }
    self.number = number
    habit = WritingHabit(
      message: "“\(sample)”不会成为列表",
      advice: "请写成“1. ”，点后加一个空格",
      mended: "\(Substring(indent))\(number). \(Substring(text))"
    )
  }

  /// Returns the number that `text` begins with, how many characters it takes, and the first number of its kind.
  private static func mark(
    at text: Substring.UnicodeScalarView
  ) -> (number: Int, count: Int, sample: String)? {
    guard let first = text.first else { return nil }
    for (one, last) in rings where (one...last).contains(first) {
      return (Int(first.value - one.value) + 1, 1, String(one))
    }
    let isBracketed = first == "（" || first == "("
    let digits = text.dropFirst(isBracketed ? 1 : 0).prefix { $0.digit != nil }
    guard (1...2).contains(digits.count), let mark = text[digits.endIndex...].first else {
      return nil
    }
    let number = digits.reduce(0) { $0 * 10 + ($1.digit ?? 0) }
    if isBracketed {
      return mark == "）" || mark == ")" ? (number, digits.count + 2, "（1）") : nil
    }
    let isWide = digits.first.map { $0 > "9" } ?? false
    switch mark {
    case "、": return (number, digits.count + 1, isWide ? "１、" : "1、")
    case ".", "．": return isWide ? (number, digits.count + 1, "１．") : nil
    default: return nil
    }
  }

  /// The first and the last of the numbers that are one character each: ① to ⑳, ⑴ to ⒇, ⒈ to ⒛.
  private static let rings: [(Unicode.Scalar, Unicode.Scalar)] = [
    ("①", "⑳"), ("⑴", "⒇"), ("⒈", "⒛"),
  ]
}

extension Unicode.Scalar {
  /// The value of a digit, full-width ones included.
  fileprivate var digit: Int? {
    switch value {
    case 0x30...0x39: Int(value) - 0x30
    case 0xFF10...0xFF19: Int(value) - 0xFF10
    default: nil
    }
  }
}
