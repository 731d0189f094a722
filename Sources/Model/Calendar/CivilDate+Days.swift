extension CivilDate {
  /// How many days lie between 0000-03-01 and this day (Howard Hinnant, chrono-compatible low-level date algorithms).
  public var dayNumber: Int {
    let shifted = month > 2 ? year : year - 1
    let (era, ofEra) = (shifted / 400, shifted % 400)
    let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear
  }

  /// Returns the day `days` later; negative numbers go back.
  ///
  /// A day outside the years 1 to 9999 stops at their first or last day.
  public func addingDays(_ days: Int) -> CivilDate {
    let least = CivilDate(known: (1, 1, 1))
    let most = CivilDate(known: (9999, 12, 31))
    return CivilDate(numbered: min(max(dayNumber + days, least.dayNumber), most.dayNumber))
  }

  /// The day of the week, from 1 for Monday to 7 for Sunday (GB/T 7408).
  public var weekday: Int { (dayNumber + 2) % 7 + 1 }

  private init(numbered number: Int) {
    let (era, ofEra) = (number / 146_097, number % 146_097)
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let part = (5 * ofYear + 2) / 153
    let month = part < 10 ? part + 3 : part - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    self.init(known: (year, month, ofYear - (153 * part + 2) / 5 + 1))
  }
}
