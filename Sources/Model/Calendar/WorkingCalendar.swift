/// Which days are worked: Monday to Friday but for holidays, and the make-up days of 调休.
public struct WorkingCalendar: Sendable, Hashable {
  private let holidays: Set<CivilDate>
  private let makeUpDays: Set<CivilDate>
  /// The years whose holidays are known.
  public let years: Set<Int>

  /// Creates a calendar of `holidays` and of weekend days that are worked, for `years` only.
  public init(holidays: Set<CivilDate>, makeUpDays: Set<CivilDate>, years: Set<Int>) {
    self.holidays = holidays
    self.makeUpDays = makeUpDays
    self.years = years
  }

  /// Returns whether `day` is worked; in years that are not known only weekends are free.
  public func isWorkingDay(_ day: CivilDate) -> Bool {
    if makeUpDays.contains(day) { return true }
    return day.weekday <= 5 && !holidays.contains(day)
  }

  /// Returns how many working days lie after `start` through `end`, `start` not counted (民法典第二百零一条).
  public func workingDays(after start: CivilDate, through end: CivilDate) -> Int {
    var (count, day) = (0, start)
    while day < end {
      day = day.addingDays(1)
      if isWorkingDay(day) { count += 1 }
    }
    return count
  }

  /// Returns the last day for something that is to be done within `count` working days after `start`.
  public func day(_ count: Int, workingDaysAfter start: CivilDate) -> CivilDate {
    var (left, day) = (count, start)
    while left > 0 {
      day = day.addingDays(1)
      if isWorkingDay(day) { left -= 1 }
    }
    return day
  }

  /// Returns `day`, or the next working day when it is free (民法典第二百零三条).
  public func shifted(_ day: CivilDate) -> CivilDate {
    var day = day
    while !isWorkingDay(day) { day = day.addingDays(1) }
    return day
  }

  /// Returns whether the holidays of every year from `start` to `end` are known.
  public func knows(_ start: CivilDate, through end: CivilDate) -> Bool {
    guard start <= end else { return true }
    return (start.year...end.year).allSatisfy(years.contains)
  }
}
