import Calendar
import Glibc
import Ledger

extension World {
  /// The time of what is done now: judged by `day`, or by the day on the clock where nothing else names one.
  ///
  /// The stamp tells when it was done in China, whose clocks have stood eight hours before UTC since 1991.
  func actionTime(_ day: CivilDate? = nil) -> ActionTime {
    let moment = max(0, seconds + 8 * 3600)
    let today = CivilDate(daysSince1970: moment / 86_400)
    let clock = [moment / 3600 % 24, moment / 60 % 60, moment % 60].map {
      $0 < 10 ? "0\($0)" : "\($0)"
    }
    let stamp = "\(today)T\(clock.joined(separator: ":"))+08:00"
    return ActionTime(day: day ?? today, stamp: stamp)
  }

  /// The seconds since 1970; `SOURCE_DATE_EPOCH` takes the place of the clock (reproducible-builds.org).
  private var seconds: Int {
    if let given = environment["SOURCE_DATE_EPOCH"].flatMap(Int.init) { return given }
    return time(nil)
  }
}

extension CivilDate {
  /// Creates the day that lies `count` days after 1970-01-01.
  fileprivate init(daysSince1970 count: Int) {
    var (year, month, rest) = (1970, 1, count)
    while rest >= (CivilDate.isLeap(year) ? 366 : 365), year < 9999 {
      rest -= CivilDate.isLeap(year) ? 366 : 365
      year += 1
    }
    while rest >= CivilDate.dayCount(ofMonth: month, year: year), month < 12 {
      rest -= CivilDate.dayCount(ofMonth: month, year: year)
      month += 1
    }
    let day = CivilDate(year: year, month: month, day: min(rest + 1, 31))
    guard let day else { preconditionFailure("the count of days ends in a month") }
    self = day
  }
}
