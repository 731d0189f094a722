public import Calendar

/// Returns `number` in Chinese numerals, such as 三十七 or 一百零五; ten to nineteen drop the leading 一.
///
/// The range is that of 64-bit numbers below ten to the sixteenth; negative numbers get 负.
public func chineseNumeral(_ number: Int) -> String {
  guard number != 0 else { return "零" }
  guard number > 0 else { return "负" + chineseNumeral(number == .min ? .max : -number) }
  let text = NumeralStyle.plain.words(of: number)
  return text.hasPrefix("一十") ? String(text.dropFirst()) : text
}

/// Returns `date` in Chinese characters, such as 二〇二一年十月八日, the zero being U+3007 (GB/T 15835).
public func hanziDate(_ date: CivilDate) -> String {
  let digits = NumeralStyle.plain.digits
  let year = String(date.year).compactMap(\.wholeNumberValue).map { digits[$0] }.joined()
  return "\(year)年\(chineseNumeral(date.month))月\(chineseNumeral(date.day))日"
}
