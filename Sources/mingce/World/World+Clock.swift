import Calendar
import Glibc
import Ledger

extension World {
  /// The time of what is done now: judged by `day`, or by the day on the clock where nothing else names one.
  ///
  /// The stamp tells when it was done in China, whose clocks have stood eight hours before UTC since 1991.
  func actionTime(_ day: CivilDate? = nil) -> ActionTime {
    let moment = max(0, seconds + 8 * 3600)
    let today = World.epoch.addingDays(moment / 86_400)
    let clock = [moment / 3600 % 24, moment / 60 % 60, moment % 60].map {
      $0 < 10 ? "0\($0)" : "\($0)"
    }
    let stamp = "\(today)T\(clock.joined(separator: ":"))+08:00"
    return ActionTime(day: day ?? today, stamp: stamp)
  }

  /// The day on the clock in China.
  var today: CivilDate { actionTime().day }

  /// The day from which the seconds are counted.
  private static let epoch: CivilDate = {
    guard let day = CivilDate(year: 1970, month: 1, day: 1) else {
      preconditionFailure("the calendar has the first day of 1970")
    }
    return day
  }()

  /// The seconds since 1970; `SOURCE_DATE_EPOCH` takes the place of the clock (reproducible-builds.org).
  var seconds: Int {
    if let given = environment["SOURCE_DATE_EPOCH"].flatMap(Int.init) { return given }
    return time(nil)
  }
}
