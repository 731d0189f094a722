/// A sum of whole numbers, such as amounts in fen, that is exact or known to be too large.
///
/// A hundred thousand rows of the largest amount that a record may hold are more than a machine word takes.
public struct ExactSum: Sendable, Hashable {
  /// The sum; nothing when it has grown beyond what can be printed.
  public private(set) var total: Int? = 0

  /// Chinese numerals name up to ten to the sixteenth yuan (`NumeralStyle.words`), which is this many fen.
  private static let limit = 1_000_000_000_000_000_000

  /// Begins with nothing.
  public init() {}

  /// Begins with `number`, `count` times.
  public init(_ count: Int, times number: Int) {
    let (product, overflows) = count.multipliedReportingOverflow(by: number)
    total = overflows || product.magnitude >= Self.limit ? nil : product
  }

  /// Adds `number`.
  public mutating func add(_ number: Int) {
    guard let total else { return }
    let (sum, overflows) = total.addingReportingOverflow(number)
    self.total = overflows || sum.magnitude >= Self.limit ? nil : sum
  }
}
