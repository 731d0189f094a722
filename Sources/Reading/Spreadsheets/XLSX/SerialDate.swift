public import Calendar

/// How spreadsheets count days (ECMA-376-1 §18.17.4.1).
public enum DateSystem: Sendable, Hashable {
  /// 1 is 1 January 1900, and 60 is a 29 February that never was.
  case from1900
  /// 0 is 1 January 1904, as on old Macintoshes.
  case from1904

  /// The time of day of a serial number that is shown as the beginning of the next day.
  public static let endOfDay = "24:00:00"

  /// Returns the time of day that the number `serial` tells to the second, as `08:30:00`; nothing for the day's beginning.
  public func timeOfDay(_ serial: String) -> String? {
    guard let number = Double(serial), number.isFinite else { return nil }
    let seconds = Int(((number - number.rounded(.down)) * 86_400).rounded())
    guard seconds > 0 else { return nil }
    return [seconds / 3600, seconds / 60 % 60, seconds % 60]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }

  /// Returns the day that the number `serial` stands for, its time of day dropped; nothing when there is none.
  public func day(_ serial: String) -> CivilDate? {
    guard let number = Double(serial), number >= 1, number < 2_958_466 else { return nil }
    let whole = Int(number)
    switch self {
    // Before the day that never was, the count is one behind the calendar.
    case .from1900 where whole == 60: return nil
    case .from1900: return CivilDate(daysFrom1900: whole < 60 ? whole : whole - 1)
    case .from1904: return CivilDate(daysFrom1900: whole + 1461)
    }
  }
}

extension CivilDate {
  /// Creates the day that is number `count` when 1 January 1900 is number 1.
  fileprivate init?(daysFrom1900 count: Int) {
    // Years that begin in March put the leap day last; 693900 days lie between 1 March of year 0 and that day 0.
    let days = count + 693_900
    let era = days / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
      month: month,
      day: dayOfYear - (153 * shifted + 2) / 5 + 1
    )
  }
}
