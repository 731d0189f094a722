import Calendar
import Diagnostics

/// A date as people and systems write it.
struct WrittenDate {
  /// The forms that imports meet.
  enum Form: String {
    case iso = "yyyy-MM-dd"
    case compact = "yyyyMMdd"
    case slashes = "yyyy/M/d"
    case dots = "yyyy.M.d"
    case shortDashes = "yyyy-M-d"
    case chinese = "yyyy年M月d日"
  }

  /// How it is written.
  let form: Form
  /// The time of day behind it.
  let time: String?
  /// Whether the time is that of another clock than China's, so that the day here may be another.
  let isForeign: Bool
  private let year: Int
  private let month: Int
  private let day: Int

  /// Reads `text` in any of the forms, with or without a time of day.
  init?(_ text: String) {
    let end = text.firstIndex { $0 == " " || $0 == "T" } ?? text.endIndex
    let time = WrittenTime(Array(text[end...].utf8)[...])
    guard end == text.endIndex || time != nil, let (form, parts) = Self.split(text[..<end]),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.form = form
    self.time = time.map { _ in String(text[end...].dropFirst()) }
    isForeign = time?.isForeign ?? false
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// The day, or nothing when the calendar has no such day.
  var date: CivilDate? { CivilDate(year: year, month: month, day: day) }

  /// How many days the month has, as advice for a day beyond its end.
  var monthLength: Message? {
    guard (1...12).contains(month), day > 28, day <= 31 else { return nil }
    return "\(year)年\(month)月只有\(CivilDate.dayCount(ofMonth: month, year: year))天"
  }

  /// Reads the ten bytes of `2021-10-08`.
  static func iso(_ bytes: ArraySlice<UInt8>) -> CivilDate? {
    guard bytes.count == 10 else { return nil }
    var number = 0
    for (place, byte) in bytes.enumerated() {
      if place == 4 || place == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
      } else {
        guard (48...57).contains(byte) else { return nil }
        number = number * 10 + Int(byte - 48)
      }
    }
    return CivilDate(year: number / 10000, month: number / 100 % 100, day: number % 100)
  }

  private static func split(_ text: Substring) -> (Form, [Substring])? {
    let digits = text.utf8.allSatisfy { (48...57).contains($0) }
    if digits, text.utf8.count == 8 {
      return (.compact, [text.prefix(4), text.dropFirst(4).prefix(2), text.suffix(2)])
    }
    let forms: [(Form, Set<Character>)] = [
      (.shortDashes, ["-"]), (.slashes, ["/"]), (.dots, ["."]), (.chinese, ["年", "月", "日"]),
    ]
    for (form, marks) in forms {
      var parts = text.split(omittingEmptySubsequences: false, whereSeparator: marks.contains)
      if form == .chinese, parts.last?.isEmpty == true { parts.removeLast() }
      guard parts.count == 3, parts[0].count == 4, parts[1...].allSatisfy({ $0.utf8.count <= 2 }),
        parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } })
      else { continue }
      let isISO = form == .shortDashes && text.utf8.count == 10
      return (isISO ? .iso : form, parts)
    }
    return nil
  }
}
