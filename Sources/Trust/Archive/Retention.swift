public import Calendar

/// How long a document is kept, 保管期限.
public enum Retention: Sendable, Hashable, Comparable {
  /// For whole years.
  case years(Int)
  /// For good, 永久, which is longer than any years.
  case permanent

  /// Reads `永久` or a number of years such as `30年`.
  public init?(_ text: String) {
    if text == "永久" {
      self = .permanent
      return
    }
    guard text.hasSuffix("年"), let years = Int(text.dropLast()), (1...999).contains(years) else {
      return nil
    }
    self = .years(years)
  }

  /// As it is written.
  public var label: String {
    switch self {
    case .permanent: "永久"
    case .years(let years): "\(years)年"
    }
  }

  /// Returns the first day on which a document of `day` may be destroyed.
  ///
  /// Years are counted from the beginning of the year after the document's, so that the papers of a year fall due
  /// together and none falls due early.
  public func disposal(of day: CivilDate) -> CivilDate? {
    switch self {
    case .permanent: nil
    case .years(let years): CivilDate(year: day.year + 1 + years, month: 1, day: 1)
    }
  }
}
