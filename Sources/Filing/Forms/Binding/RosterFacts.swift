public import Records

/// What a roster prints of all its rows together.
public struct RosterFacts: Sendable, Hashable {
  /// The roster's number, when it has one.
  public var number: String?
  /// How many rows there are.
  public var count = 0
  /// How many of the persons are men.
  public var male = 0
  /// How many of the persons are women.
  public var female = 0
  /// The monthly wages together.
  public var wageSum = Money(fen: 0)
  /// The economic compensation together.
  public var compensationSum = Money(fen: 0)
  /// How many relations were dissolved (解除).
  public var dissolved = 0
  /// How many relations ended of themselves (终止).
  public var terminated = 0

  /// How many filings of the kind were left out, because they have not passed their review.
  public var excluded = 0

  /// Creates the facts of an empty roster.
  public init(number: String? = nil) {
    self.number = number
  }

  /// Counts one more row.
  public mutating func add(_ filing: Filing) {
    count += 1
    switch filing.employee.sex {
    case .male: male += 1
    case .female: female += 1
    case nil: break
    }
    if let wage = filing.contract.wage.monthly { wageSum = wageSum + wage }
    guard let termination = filing.termination else { return }
    if let amount = termination.compensation?.amount { compensationSum = compensationSum + amount }
    if termination.type == .dissolved { dissolved += 1 } else { terminated += 1 }
  }
}
