import TestSupport

/// Texts of the signs and words that queries are made of, in any order.
struct SeededTexts {
  private var random: SeededGenerator

  private static let pieces = [
    "姓名", "合同状态", "新订", "e.name", "合同终止日期", "月工资", "基准日", "是否在职", "=", "!=", "<", ">=", "~", "!~",
    "|", "..",
    "\"", "“", "”", " ", "　", ",", "，", ":", "-", "+", "（", "）", "2026", "-11", "-30",
    "99999999999999999999", "x", "\u{0}", "𠅤",
  ]

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  mutating func text() -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...9, using: &random) {
      text += Self.pieces.randomElement(using: &random) ?? ""
    }
    return text
  }
}
