import ArgumentParser
import Calendar

/// The value of an option that names a day.
struct DayArgument: ExpressibleByArgument {
  let day: CivilDate

  init?(argument: String) {
    guard let day = CivilDate(iso: argument) else { return nil }
    self.day = day
  }
}
