/// Moments of universal time, as certificates and time stamps name them.
enum Moment {
  /// Returns the seconds since 1970, or nothing when there is no such month.
  static func seconds(
    year: Int,
    month: Int,
    day: Int,
    hour: Int,
    minute: Int,
    second: Int
  ) -> Int? {
    guard (1...12).contains(month) else { return nil }
    // Years begin in March here, so that the leap day is the last.
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let days = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return (days - 719_468) * 86_400 + hour * 3600 + minute * 60 + second
  }
}
