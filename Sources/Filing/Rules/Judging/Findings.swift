import Diagnostics
import Records

/// What rules have found about one filing or one head.
struct Findings {
  /// The row, or 0 for the head.
  let row: Int
  /// The findings so far; code, citation and severity are completed by the judge.
  var diagnostics: [Diagnostic] = []
  /// The tables that a rule needed and nobody has filled.
  var gaps: TableGaps = []
  /// The places among `diagnostics` of those that remind of a day before it is missed.
  private(set) var reminders: Set<Int> = []

  init(row: Int) {
    self.row = row
  }

  /// Writes down that today is the last day for something about `field`; no breach, however grave one would be.
  mutating func remind(_ field: String, _ message: Message, expected: Message) {
    reminders.insert(diagnostics.count)
    add(.warning, field, message, expected: expected)
  }

  /// Writes down that something is wrong with `field`, or with a row of a list (`ListPlace.field`), which is then left out
  /// where it is an error.
  mutating func add(
    _ severity: Severity,
    _ field: String,
    _ message: Message,
    found: Message? = nil,
    expected: Message? = nil,
    advice: Message? = nil
  ) {
    diagnostics.add(
      "",
      severity,
      at: .field(FieldLocation(row: row, field: field)),
      message,
      found: found,
      expected: expected,
      advice: advice
    )
  }
}

/// What a judgement needed and nobody has filled in, mostly tables of the rule book; told once for the file.
public struct TableGaps: OptionSet, Sendable, Hashable {
  /// The bits.
  public let rawValue: UInt8

  /// Creates a set from its bits.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// The minimum wage of the place.
  static let minimumWage = TableGaps(rawValue: 1)
  /// The minimum wage by the hour.
  static let hourlyMinimumWage = TableGaps(rawValue: 2)
  /// The average wage of the place.
  static let averageWage = TableGaps(rawValue: 4)
  /// The holidays of a year.
  static let holidays = TableGaps(rawValue: 8)
  /// The contract templates.
  static let templates = TableGaps(rawValue: 16)
  /// The codes of divisions.
  static let divisions = TableGaps(rawValue: 32)
  /// The day the hall was opened to the employer, which stands in the head.
  static let hallOpening = TableGaps(rawValue: 64)
  /// What a contract says of hazards at work, which stands in its text and seldom in records.
  static let protection = TableGaps(rawValue: 128)
}
