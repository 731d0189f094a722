/// The row under the rows of each sheet of paper; a page of the web has none, because it has no sheets.
public enum PageFoot<Hole: Sendable>: Sendable {
  /// A row with holes for the sums of a page; only a form has it.
  case template(TableRow<Hole>)
  /// A row that is made when a page is full.
  case tallied(PageTally)
}

/// Makes the row under the rows of a page from what these rows add up to.
public struct PageTally: Sendable {
  /// Makes the row from the sums of the rows' addends, which are empty where no row has any, and from their number.
  public typealias Make = @Sendable (_ sums: [Int], _ count: Int) -> TableRow<Never>

  /// The row with the greatest values that any page can have, by which room is kept for it.
  public let widest: TableRow<Never>
  private let make: Make

  /// Creates a tally.
  public init(widest: TableRow<Never>, make: @escaping Make) {
    self.widest = widest
    self.make = make
  }

  /// Returns the row of a page with `count` rows that add up to `sums`.
  public func row(sums: [Int], count: Int) -> TableRow<Never> { make(sums, count) }
}

/// What becomes of the rows that a sheet of paper leaves unused.
public enum UnusedRows: String, Sendable, Hashable, CaseIterable {
  /// They stay open, to be filled in by hand.
  case open
  /// One diagonal line voids them.
  case diagonal
  /// A line in the shape of a Z voids them.
  case zigzag
}
