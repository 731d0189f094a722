public import Calendar

private let digits = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

/// Returns `number` in Chinese numerals, such as 三十七 or 一百零五; ten to nineteen drop the leading 一.
///
/// The range is that of 64-bit numbers below ten to the sixteenth; negative numbers get 负.
public func chineseNumeral(_ number: Int) -> String {
  guard number != 0 else { return "零" }
  guard number > 0 else { return "负" + chineseNumeral(number == .min ? .max : -number) }
  var text = ""
  var isGapOpen = false
  for (power, unit) in [(1_0000_0000_0000, "万亿"), (1_0000_0000, "亿"), (1_0000, "万"), (1, "")] {
    let group = number / power % 1_0000
    guard group > 0 else {
      isGapOpen = !text.isEmpty
      continue
    }
    if !text.isEmpty, isGapOpen || group < 1000 { text += "零" }
    text += numeralGroup(group) + unit
    isGapOpen = false
  }
  return text.hasPrefix("一十") ? String(text.dropFirst()) : text
}

private func numeralGroup(_ group: Int) -> String {
  var text = ""
  var isGapOpen = false
  for (power, unit) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
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

/// Returns `date` in Chinese characters, such as 二〇二一年十月八日, the zero being U+3007 (GB/T 15835).
public func hanziDate(_ date: CivilDate) -> String {
  let year = String(date.year).compactMap { $0.wholeNumberValue }.map { digits[$0] }.joined()
  return "\(year)年\(chineseNumeral(date.month))月\(chineseNumeral(date.day))日"
}
