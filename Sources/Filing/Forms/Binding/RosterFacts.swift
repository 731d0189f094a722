public import Records

/// What a roster prints of all its rows together.
public struct RosterFacts: Sendable, Hashable {
  /// The roster's number, when it has one.
  public var number: String?
  /// The check code of a saved roster, by which the ledger knows its content again.
  public var check: String?
  /// How many rows there are.
  public var count = 0
  /// How many of the persons are men.
  public var male = 0
  /// How many of the persons are women.
  public var female = 0
  /// The monthly wages together, in fen.
  public private(set) var wageSum = ExactSum()
  /// The economic compensation together, in fen.
  public private(set) var compensationSum = ExactSum()
  /// How many relations were dissolved (解除).
  public var dissolved = 0
  /// How many relations ended of themselves (终止).
  public var terminated = 0
  /// How many persons got economic compensation.
  public var compensated = 0

  /// How many filings of the kind were left out, because they have not passed their review.
  public var excluded = 0
  /// What the fields that a form sums up add up to, by path; amounts of money in fen.
  public private(set) var sums: [String: ExactSum] = [:]

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
    if let wage = filing.contract.wage.monthly { wageSum.add(wage.fen) }
    guard let termination = filing.termination else { return }
    if let amount = termination.compensation?.amount { compensationSum.add(amount.fen) }
    if termination.compensation?.paid == true { compensated += 1 }
    if termination.type == .dissolved { dissolved += 1 } else { terminated += 1 }
  }

  /// Adds what one more row contributes to the sums that `form` prints.
  public mutating func addSums(of filing: Filing, in batch: Batch, for form: Form) {
    guard !form.sumPaths.isEmpty else { return }
    let subject = FieldSubject(batch: batch, filing: filing)
    for path in form.sumPaths {
      sums[path, default: ExactSum()].add(FieldCatalogue[path]?.value(subject)?.addend ?? 0)
    }
  }

  /// Returns the first sum that `form` prints and that is too large for it, by what operators call the field.
  func tooLargeSum(in form: Form) -> String? {
    let given = ["roster.wageSum": wageSum, "roster.compensationSum": compensationSum]
    let path =
      form.fieldPaths.first { given[$0].map { $0.total == nil } ?? false }
      ?? form.sumPaths.first { sums[$0].map { $0.total == nil } ?? false }
    return path.map { FieldCatalogue[$0]?.label ?? $0 }
  }
}

extension FieldValue {
  /// What the value adds to a sum: whole numbers as they are, amounts in fen.
  var addend: Int {
    switch self {
    case .money(let money): money.fen
    case .integer(let number): number
    default: 0
    }
  }

  /// Creates the sum of a field of `kind`.
  init(sum: Int, of kind: FieldKind) {
    self = kind == .money ? .money(Money(fen: sum)) : .integer(sum)
  }
}
