public import Calendar

/// The value of one cell of an exported table, still of its kind, so that each format writes it its own way.
public enum TableValue: Sendable, Hashable {
  /// Nothing.
  case absent
  /// Words, or a number that is a name, such as that of an identity card.
  case text(String)
  /// A whole number.
  case integer(Int)
  /// An exact decimal, such as `3500.00`.
  case decimal(String)
  /// A day.
  case date(CivilDate)
  /// Yes or no.
  case flag(Bool)

  /// The value as a person reads it; empty when there is none.
  public var shown: String {
    switch self {
    case .absent: ""
    case .text(let text), .decimal(let text): text
    case .integer(let number): String(number)
    case .date(let date): date.description
    case .flag(let truth): truth ? "是" : "否"
    }
  }

  /// Whether it is a number to reckon with, which stands to the right.
  var isNumber: Bool {
    switch self {
    case .integer, .decimal: true
    case .absent, .text, .date, .flag: false
    }
  }
}
