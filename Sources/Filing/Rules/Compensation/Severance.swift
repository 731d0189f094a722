public import Calendar
public import Records

/// What the law gives for the end of a relation (Labour Contract Law articles 46, 47, 97; 实施条例 27).
public struct Severance: Sendable, Hashable {
  /// Half months of pay.
  public let halfMonths: Int
  /// The wage of one month that counts.
  public let base: Money
  /// What is to be paid.
  public let amount: Money
  /// Whether wage and years are cut at three times the local average.
  public let isCapped: Bool

  /// Reckons the pay for a relation from `start` through `end` at a monthly wage, the average of the last year's.
  ///
  /// Without a cap nothing is cut. `least` is the minimum wage, below which nothing is reckoned.
  public init(
    from start: CivilDate,
    through end: CivilDate,
    wage: Money,
    cap: SeveranceCap?,
    least: Money? = nil
  ) {
    let counted = max(wage, least ?? wage)
    let full = severanceHalfMonths(from: start, through: end)
    if let cap, counted > cap.wage {
      (isCapped, base, halfMonths) = (true, cap.wage, min(full, 2 * cap.years))
    } else {
      (isCapped, base, halfMonths) = (false, counted, full)
    }
    amount = Money(fen: (base.fen * halfMonths + 1) / 2)
  }

  /// The months as records write them, such as `3.5`.
  public var months: String {
    halfMonths.isMultiple(of: 2) ? "\(halfMonths / 2)" : "\(halfMonths / 2).5"
  }
}

/// Where severance pay is cut: at a wage of three times the local average, and then at twelve years (article 47).
public struct SeveranceCap: Sendable, Hashable {
  /// The highest wage of one month that counts.
  public let wage: Money
  /// The most years that count for a higher wage.
  public let years: Int

  /// Creates a cap at `wage` and `years`.
  public init(wage: Money, years: Int) {
    (self.wage, self.years) = (wage, years)
  }
}

/// Returns how many half months of pay a service from `start` through `end` gives, both days counted (article 47).
///
/// A year gives a month; six months or more give a month, less than six give half a month.
public func severanceHalfMonths(from start: CivilDate, through end: CivilDate) -> Int {
  guard start <= end else { return 0 }
  let months = start.fullMonths(through: end)
  let rest = months % 12
  if rest >= 6 { return 2 * (months / 12 + 1) }
  let hasDaysLeft = months == 0 || start.termEnd(months: months) < end
  return 2 * (months / 12) + (rest > 0 || hasDaysLeft ? 1 : 0)
}
