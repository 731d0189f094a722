import Calendar

extension CivilDate {
  /// The last day of a term of `months` months whose first day is this one (Civil Code article 202).
  ///
  /// It is the day before the corresponding day, or the month's last day when the month has no such day.
  func termEnd(months: Int) -> CivilDate? {
    let count = year * 12 + month - 1 + months
    let (year, month) = (count / 12, count % 12 + 1)
    let length = CivilDate.dayCount(ofMonth: month, year: year)
    guard day <= length else { return CivilDate(year: year, month: month, day: length) }
    if day > 1 { return CivilDate(year: year, month: month, day: day - 1) }
    let last = count - 1
    return CivilDate(
      year: last / 12,
      month: last % 12 + 1,
      day: CivilDate.dayCount(ofMonth: last % 12 + 1, year: last / 12)
    )
  }

  /// Returns how many full months lie in this day through `end`, both days counted.
  func fullMonths(through end: CivilDate) -> Int {
    var months = max(0, (end.year - year) * 12 + end.month - month + 1)
    while months > 0 {
      if let last = termEnd(months: months), last <= end { return months }
      months -= 1
    }
    return 0
  }
}
