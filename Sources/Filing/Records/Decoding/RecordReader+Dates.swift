import Calendar
import Diagnostics
import JSON

extension RecordReader {
  /// Returns the day `name`, which must be in the calendar and between 1900 and 2100 (V-06).
  mutating func date(
    _ name: RecordKey,
    _ label: String,
    in object: Int?,
    _ need: Need = .optional,
    allowsForever: Bool = false
  ) -> CivilDate? {
    guard let object, let value = member(name, label, in: object, need) else { return nil }
    if isEmpty(value) {
      lack(name, label, in: object, need)
      return nil
    }
    return date(of: value, label, allowsForever: allowsForever)
  }

  /// Returns the day that `value` is.
  mutating func date(of value: Int, _ label: String, allowsForever: Bool = false) -> CivilDate? {
    let number = tree.known(of: value)
    if let known = words.date(number) { return known }
    let kind = tree.kind(of: value)
    guard kind == .string || kind == .number else {
      wrongType(label, value, expected: "日期字符串，如 \"2021-10-08\"")
      return nil
    }
    let bytes = tree.bytes(of: value)
    if let date = WrittenDate.iso(day(of: bytes)), date.year >= 1900, date.year <= 2100 {
      words.remember(date, as: number)
      return date
    }
    return unusualDate(value, label, allowsForever: allowsForever)
  }

  /// Returns what stands before a time of day such as ` 10:22:31.0`, which the systems' own exports write.
  private func day(of bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let time = bytes.dropFirst(10)
    guard time.first == UInt8(ascii: " ") || time.first == UInt8(ascii: "T"),
      time.dropFirst().allSatisfy(WrittenDate.isOfTime)
    else { return bytes }
    return bytes.prefix(10)
  }

  private mutating func unusualDate(
    _ value: Int,
    _ label: String,
    allowsForever: Bool
  ) -> CivilDate? {
    let text = tree.text(of: value)
    if allowsForever, text.hasPrefix("9999-12-31") || text.hasPrefix("长期") { return nil }
    guard let written = WrittenDate(text), let date = written.date, date.year >= 1900,
      date.year <= 2100
    else {
      report(
        Diagnostic(
          "V-06",
          .error,
          "日期无效：\(term: label)",
          found: shown(text),
          expected: "1900 至 2100 年间真实存在的日期，写作 2021-10-08",
          advice: WrittenDate(text)?.monthLength
        ),
        at: value
      )
      return nil
    }
    if written.form == .isoWithTime { return date }
    report(
      Diagnostic(
        "V-06a",
        .warning,
        "\(term: label)：日期写作\(written.form.rawValue)，已读作 \(date)",
        found: shown(text),
        expected: "yyyy-MM-dd"
      ),
      at: value
    )
    return date
  }
}

/// A date as people and systems write it.
struct WrittenDate {
  /// The forms that imports meet.
  enum Form: String {
    case iso = "yyyy-MM-dd"
    case isoWithTime = "yyyy-MM-dd HH:mm:ss"
    case compact = "yyyyMMdd"
    case slashes = "yyyy/M/d"
    case dots = "yyyy.M.d"
    case shortDashes = "yyyy-M-d"
    case chinese = "yyyy年M月d日"
  }

  /// How it is written.
  let form: Form
  private let year: Int
  private let month: Int
  private let day: Int

  /// Reads `text` in any of the forms; a time of day is dropped.
  init?(_ text: String) {
    var text = Substring(text)
    var hasTime = false
    if let space = text.firstIndex(where: { $0 == " " || $0 == "T" }) {
      guard text[text.index(after: space)...].allSatisfy({ ":.+Z0123456789".contains($0) })
      else { return nil }
      text = text[..<space]
      hasTime = true
    }
    guard let (form, parts) = Self.split(text), let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2])
    else { return nil }
    self.form = hasTime && form == .iso ? .isoWithTime : form
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

  /// Returns whether a time of day may be written with `byte`.
  static func isOfTime(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...58, UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "Z"): true
    default: false
    }
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
