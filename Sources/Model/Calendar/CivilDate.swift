/// A day of the Gregorian calendar as year, month and day; it has no hour and no time zone.
///
/// Local midnight does not exist on some days in Asia/Shanghai, so a day is never held as an instant.
public struct CivilDate: Sendable, Hashable, Comparable {
  /// Year, month and day in four bytes, which are less the earlier the day is.
  private let packed: UInt32

  /// The year, 1 or later.
  public var year: Int { Int(packed >> 16) }
  /// The month, 1 to 12.
  public var month: Int { Int(packed >> 8 & 0xFF) }
  /// The day of the month, 1 to 31.
  public var day: Int { Int(packed & 0xFF) }

  /// Creates a date, or nothing when the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard year >= 1, year <= 9999, (1...12).contains(month), day >= 1,
      day <= CivilDate.dayCount(ofMonth: month, year: year)
    else { return nil }
    self.init(known: (year, month, day))
  }

  /// The first day that can be written, for those who need some day and show none.
  public static let first = CivilDate(known: (1, 1, 1))

  /// The last day that can be written, for those who need a day that nothing comes after.
  public static let last = CivilDate(known: (9999, 12, 31))

  /// Creates a date that arithmetic has found to be in the calendar.
  init(known date: (year: Int, month: Int, day: Int)) {
    packed = UInt32(date.year << 16 | date.month << 8 | date.day)
  }

  /// Reads `YYYY-MM-DD`, the only form the record schema stores; anything else gives nothing.
  public init?(iso text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = CivilDate.number(bytes[0..<4]),
      let month = CivilDate.number(bytes[5..<7]),
      let day = CivilDate.number(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Returns whether `year` has a 29 February.
  public static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  /// Returns how many days `month` (1 to 12) of `year` has.
  public static func dayCount(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Returns whether `lhs` is earlier than `rhs`.
  public static func < (lhs: CivilDate, rhs: CivilDate) -> Bool {
    lhs.packed < rhs.packed
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard (48...57).contains(digit) else { return nil }
      value = value * 10 + Int(digit - 48)
    }
    return value
  }
}

extension CivilDate: CustomStringConvertible {
  /// The date as `YYYY-MM-DD`, the form of rosters and records.
  public var description: String { digits(separated: true) }

  /// The date as `YYYYMMDD`, the form of upload templates.
  public var compact: String { digits(separated: false) }

  /// The date as `2021年10月8日`: full year, no leading zeros (GB/T 9704-2012 §7.3.5.4).
  public var chinese: String { "\(year)年\(month)月\(day)日" }

  /// Rosters print several dates a row, so the digits are put together as bytes, from the right.
  private func digits(separated: Bool) -> String {
    var text = InlineArray<10, UInt8>(repeating: UInt8(ascii: "-"))
    var place = 10
    func put(_ number: Int, width: Int) {
      var rest = number
      for _ in 0..<width {
        place -= 1
        text[place] = UInt8(ascii: "0") + UInt8(rest % 10)
        rest /= 10
      }
      if separated { place -= 1 }
    }
    put(day, width: 2)
    put(month, width: 2)
    put(year, width: 4)
    let digits = text.span.extracting((separated ? 0 : 2)..<10)
    return unsafe String(copying: UTF8Span(unchecked: digits, isKnownASCII: true))
  }
}
