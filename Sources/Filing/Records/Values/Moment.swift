import Calendar

/// A moment as a list says it, such as `2026-11-03 09:31:12`; Beijing time, as the systems write it.
public struct Moment: Sendable, Hashable {
  /// What the list says.
  public let written: String
  /// The day and the second of the day; nothing where it is written otherwise.
  private let time: Time?

  private struct Time: Hashable {
    var day: CivilDate
    var second: Int
  }

  init(_ written: String) {
    self.written = written
    time = Self.time(written)
  }

  /// Returns how many seconds after `other` the moment is; nothing where either is written otherwise.
  public func seconds(since other: Moment) -> Int? {
    guard let time, let earlier = other.time else { return nil }
    return (time.day.dayNumber - earlier.day.dayNumber) * 86_400 + time.second - earlier.second
  }

  private static func time(_ text: String) -> Time? {
    guard let day = CivilDate(iso: String(text.prefix(10))) else { return nil }
    let rest = Array(text.utf8.dropFirst(10))
    guard let clock = WrittenTime(rest[...]), !clock.isForeign else { return nil }
    // What WrittenTime lets pass is hours, minutes and perhaps seconds, parted by colons.
    let parts = text.dropFirst(11).prefix { $0 != "." && $0 != "+" }.split(separator: ":")
    let numbers = parts.compactMap { Int($0) }
    return Time(day: day, second: zip(numbers, [3600, 60, 1]).reduce(0) { $0 + $1.0 * $1.1 })
  }
}
