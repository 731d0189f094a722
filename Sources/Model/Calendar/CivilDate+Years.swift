extension CivilDate {
  /// Returns how many full years lie between this day and `day`, as ages are counted; none before this day.
  ///
  /// The year is full on the corresponding day, or on the last of February for 29 February (民法典第二百零二条).
  public func fullYears(on day: CivilDate) -> Int {
    let years = day.year - year
    return max(0, addingMonths(12 * years) <= day ? years : years - 1)
  }

  /// Returns how many years have begun between this day and `day`, both counted; a begun year counts as one.
  public func startedYears(on day: CivilDate) -> Int {
    let months = fullMonths(through: day)
    let isWhole = months > 0 && termEnd(months: months) == day
    return months / 12 + (months.isMultiple(of: 12) && isWhole || day < self ? 0 : 1)
  }
}
