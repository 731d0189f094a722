import Calendar

/// A day that a query names: of the calendar, or counted from the day by which the records are judged.
struct DayBound: Hashable, Sendable {
  /// The day's number, or how many days it lies behind the records' own day.
  var number: Int
  /// Whether it is counted from the records' own day.
  var isRelative = false

  /// Before all days and behind all days.
  static let (start, end) = (DayBound(number: Int.min / 2), DayBound(number: Int.max / 2))

  /// Returns the day's number where the records are judged by the day number `today`.
  func day(_ today: Int) -> Int { isRelative ? number + today : number }
}

/// The days from one bound to another, both counted.
struct DaySpan: Hashable, Sendable {
  var first: DayBound
  var last: DayBound

  /// The words for the day by which the records are judged.
  private static let todayWords = ["基准日期", "基准日", "asOf"]

  /// Reads a day, a month, a year, or a day counted from 基准日 such as `基准日+30`.
  init?(_ text: String) {
    if let bound = Self.relative(text) {
      (first, last) = (bound, bound)
      return
    }
    guard let parts = Self.parts(text), let year = parts.first, (1900...2100).contains(year),
      let start = CivilDate(
        year: year,
        month: parts.count > 1 ? parts[1] : 1,
        day: parts.last(3) ?? 1
      )
    else { return nil }
    let lastMonth = parts.count > 1 ? start.month : 12
    let lastDay =
      parts.count > 2 ? start.day : CivilDate.dayCount(ofMonth: lastMonth, year: year)
    guard let end = CivilDate(year: year, month: lastMonth, day: lastDay) else { return nil }
    first = DayBound(number: start.dayNumber)
    last = DayBound(number: end.dayNumber)
  }

  init(_ first: DayBound, _ last: DayBound) {
    (self.first, self.last) = (first, last)
  }

  /// Returns whether the day number `day` lies in the span where the records are judged by the day number `today`.
  func contains(_ day: Int, _ today: Int) -> Bool {
    first.day(today) <= day && day <= last.day(today)
  }

  private static func relative(_ text: String) -> DayBound? {
    guard let word = todayWords.first(where: text.hasPrefix) else { return nil }
    var rest = text.dropFirst(word.count)
    if rest.isEmpty { return DayBound(number: 0, isRelative: true) }
    if rest.last == "天" || rest.last == "日" { rest.removeLast() }
    guard let sign = rest.first, sign == "+" || sign == "-",
      rest.dropFirst().allSatisfy({ ("0"..."9").contains($0) }), let days = Int(rest),
      abs(days) < 100_000
    else { return nil }
    return DayBound(number: days, isRelative: true)
  }

  /// Takes `2026-11-20`, `20261120`, `2026/11/20`, `2026.11.20`, `2026年11月20日` or the beginning of one apart.
  private static func parts(_ text: String) -> [Int]? {
    var pieces: [Substring]
    if text.allSatisfy({ ("0"..."9").contains($0) }), text.count == 8 || text.count == 6 {
      pieces = [text.prefix(4), text.dropFirst(4).prefix(2), text.dropFirst(6)]
      if pieces[2].isEmpty { pieces.removeLast() }
    } else {
      pieces = text.split(omittingEmptySubsequences: false) { "-/.年月日".contains($0) }
      if pieces.count > 1, pieces.last?.isEmpty == true { pieces.removeLast() }
    }
    guard (1...3).contains(pieces.count), pieces[0].count == 4,
      pieces.dropFirst().allSatisfy({ (1...2).contains($0.count) })
    else { return nil }
    let numbers = pieces.compactMap { piece in
      piece.allSatisfy { ("0"..."9").contains($0) } ? Int(piece) : nil
    }
    return numbers.count == pieces.count ? numbers : nil
  }
}

extension [Int] {
  /// The last number, when there are `count`.
  fileprivate func last(_ count: Int) -> Int? { self.count == count ? last : nil }
}

extension CivilDate {
  /// The number of the day, counted from 1970-01-01 in the proleptic Gregorian calendar.
  ///
  /// Years begin in March, so that the day that leap years have more is the last (Richards, Mapping Time, 1998).
  var dayNumber: Int {
    let shifted = month > 2 ? year : year - 1
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
  }
}
