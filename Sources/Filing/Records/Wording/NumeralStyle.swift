/// The characters of one way to write numbers in Chinese; both ways are read by the same rule.
///
/// Numbers go by groups of four digits, and a gap of zeros between digits is read once, as 零.
struct NumeralStyle {
  /// The characters of 0 to 9.
  let digits: [String]
  /// The words for thousand, hundred and ten.
  let units: [String]

  /// 一二三 with 千百十.
  static let plain = NumeralStyle(
    digits: ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"],
    units: ["千", "百", "十"]
  )

  /// 壹贰叁 with 仟佰拾, as amounts are written.
  static let capital = NumeralStyle(
    digits: ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"],
    units: ["仟", "佰", "拾"]
  )

  /// Returns the words of `number`, from 1 to below ten to the sixteenth.
  func words(of number: Int) -> String {
    var text = ""
    var isGapOpen = false
    for (power, unit) in [(1_0000_0000_0000, "万亿"), (1_0000_0000, "亿"), (1_0000, "万"), (1, "")] {
      let group = number / power % 1_0000
      guard group > 0 else {
        isGapOpen = !text.isEmpty
        continue
      }
      if !text.isEmpty, isGapOpen || group < 1000 { text += "零" }
      text += words(ofGroup: group) + unit
      isGapOpen = false
    }
    return text
  }

  /// Returns the words of a group, from 1 to 9999.
  private func words(ofGroup group: Int) -> String {
    var text = ""
    var isGapOpen = false
    for (power, unit) in zip([1000, 100, 10, 1], units + [""]) {
      let digit = group / power % 10
      guard digit > 0 else {
        isGapOpen = !text.isEmpty
        continue
      }
      text += (isGapOpen ? "零" : "") + digits[digit] + unit
      isGapOpen = false
    }
    return text
  }
}
