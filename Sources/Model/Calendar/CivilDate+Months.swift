extension CivilDate {
  /// Returns the corresponding day `months` later, or the month's last day when it has no such day (民法典第二百零二条).
  ///
  /// Negative numbers go back. A day outside the years 1 to 9999 stops at their first or last day.
  public func addingMonths(_ months: Int) -> CivilDate {
    let (year, month) = Self.month(numbered: monthNumber + months)
    return Self.clamped(year, month, min(day, Self.dayCount(ofMonth: month, year: year)))
  }

  /// Returns the last day of a term of `months` months that begins on this day, this day counted.
  ///
  /// It is the day before the corresponding day, or the month's last day when the month has no such day
  /// (民法典第二百零一条、第二百零二条): from 8 October for twelve months ends on 7 October.
  public func termEnd(months: Int) -> CivilDate {
    let (year, month) = Self.month(numbered: monthNumber + months)
    let length = Self.dayCount(ofMonth: month, year: year)
    guard day <= length else { return Self.clamped(year, month, length) }
    if day > 1 { return Self.clamped(year, month, day - 1) }
    let last = Self.month(numbered: monthNumber + months - 1)
    return Self.clamped(last.year, last.month, Self.dayCount(ofMonth: last.month, year: last.year))
  }

  /// Returns how many full months lie in this day through `end`, both days counted; O(1).
  public func fullMonths(through end: CivilDate) -> Int {
    let most = max(0, end.monthNumber - monthNumber + 1)
    var months = most
    // The corresponding day of the last month or the one before decides, so this turns at most twice.
    while months > 0, termEnd(months: months) > end { months -= 1 }
    return months
  }

  /// Months since the beginning of the count of years.
  private var monthNumber: Int { year * 12 + month - 1 }

  private static func month(numbered number: Int) -> (year: Int, month: Int) {
    let kept = min(max(number, 12), 9999 * 12 + 11)
    return (kept / 12, kept % 12 + 1)
  }

  private static func clamped(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
    CivilDate(known: (year, month, day))
  }
}
