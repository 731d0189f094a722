import Calendar
import Diagnostics
import JSON

extension RecordReader {
  /// Returns the day `name`, which must be in the calendar and between 1900 and 2100 (V-06).
  mutating func date(
    _ name: RecordKey,
    _ label: MemberLabel,
    in object: Int?,
    _ need: Need = .optional,
    allowsForever: Bool = false
  ) -> CivilDate? {
    if let standIn = standIn(for: name, in: object, need) { return standIn.day }
    return written(name, label, in: object, need).flatMap {
      date(of: $0, label, allowsForever: allowsForever)
    }
  }

  /// Returns the day of the moment `name`: the systems' own exports write when something was done to a tenth of a second.
  mutating func moment(_ name: RecordKey, _ label: MemberLabel, in object: Int?) -> CivilDate? {
    if let standIn = standIn(for: name, in: object) { return standIn.day }
    guard let value = written(name, label, in: object, .optional) else { return nil }
    let bytes = tree.bytes(of: value)
    if tree.kind(of: value) == .string, let date = WrittenDate.iso(bytes.prefix(10)),
      let time = WrittenTime(bytes.dropFirst(10)), !time.isForeign, Self.years.contains(date.year)
    {
      return date
    }
    return date(of: value, label)
  }

  private mutating func written(
    _ name: RecordKey,
    _ label: MemberLabel,
    in object: Int?,
    _ need: Need
  ) -> Int? {
    guard let object, let value = member(name, label, in: object, need) else { return nil }
    if !isEmpty(value) { return value }
    lack(name, label, in: object, need)
    return nil
  }

  /// Returns the day that `value` is.
  mutating func date(of value: Int, _ label: MemberLabel, allowsForever: Bool = false) -> CivilDate?
  {
    let number = tree.known(of: value)
    if let known = words.date(number) { return known }
    let kind = tree.kind(of: value)
    guard kind == .string || kind == .number else {
      wrongType(label, value, expected: "日期字符串，如 \"2021-10-08\"")
      return nil
    }
    if let date = WrittenDate.iso(tree.bytes(of: value)), Self.years.contains(date.year) {
      words.remember(date, as: number)
      return date
    }
    return unusualDate(value, label, allowsForever: allowsForever)
  }

  private static let years = 1900...2100

  private mutating func unusualDate(
    _ value: Int,
    _ label: MemberLabel,
    allowsForever: Bool
  ) -> CivilDate? {
    let text = tree.text(of: value)
    if allowsForever, text.hasPrefix("9999-12-31") || text.hasPrefix("长期") { return nil }
    let written = WrittenDate(text)
    guard let written, let date = written.date, Self.years.contains(date.year), !written.isForeign
    else {
      report(
        Diagnostic(
          "V-06",
          .error,
          "日期无效：\(label)",
          found: "\(shown(text))",
          expected: "1900 至 2100 年间真实存在的日期，写作 2021-10-08",
          advice: written.flatMap { $0.isForeign ? WrittenTime.foreign : $0.monthLength }
        ),
        at: value
      )
      return nil
    }
    // Who filled in a time may have meant something by it, so that its loss is told.
    let remark: Message =
      written.time.map { "\(label)：日期后面的时间 \($0) 已舍去，已读作 \(date)" }
      ?? "\(label)：日期写作\(written.form.rawValue)，已读作 \(date)"
    report(
      Diagnostic(
        "V-06a",
        .warning,
        remark,
        found: "\(shown(text))",
        expected: "yyyy-MM-dd"
      ),
      at: value
    )
    return date
  }
}
