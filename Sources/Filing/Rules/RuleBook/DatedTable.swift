import Calendar
import Records

/// A table whose rows are in force for a time, each with its source.
struct DatedTable<Value: Sendable>: Sendable {
  /// A row with its time in force.
  struct Row: Sendable {
    let value: Value
    let from: CivilDate?
    let to: CivilDate?
    let source: String
  }

  let rows: [Row]

  /// The values in force on `day`.
  func values(on day: CivilDate) -> [Value] {
    rows.filter { ($0.from.map { $0 <= day } ?? true) && ($0.to.map { day <= $0 } ?? true) }
      .map(\.value)
  }
}

/// An amount that applies to a region, named by the first digits of its code.
struct RegionalAmount: Sendable {
  let region: String
  let monthly: Money
  let hourly: Money?
}

extension [RegionalAmount] {
  /// Returns the amount of the narrowest region that holds the division `code`.
  func amount(of code: String) -> RegionalAmount? {
    filter { code.hasPrefix($0.region) }.max { $0.region.utf8.count < $1.region.utf8.count }
  }
}
