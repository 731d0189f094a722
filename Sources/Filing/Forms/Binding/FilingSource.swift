public import DocumentTree
public import Records

/// Filings that are read one by one as a roster asks for them, in the order in which it prints them.
public struct FilingSource: Sendable {
  /// Gives the next filing, or nothing after the last.
  public typealias Pull = () throws(RowSource.Failure) -> RosterEntry?

  /// How many filings there are.
  public let count: Int
  /// Starts a pass from the first filing; the caller owns what it returns, in one task.
  let begin: @Sendable () throws(RowSource.Failure) -> Pull

  /// Creates a source of `count` filings; `begin` starts a fresh pass from the first.
  public init(count: Int, begin: @escaping @Sendable () throws(RowSource.Failure) -> Pull) {
    self.count = count
    self.begin = begin
  }

  /// Creates a source of filings at hand.
  public init(_ filings: [Filing]) {
    self.init(count: filings.count) { () throws(RowSource.Failure) -> Pull in
      var rest = filings[...]
      return { () throws(RowSource.Failure) -> RosterEntry? in rest.popFirst().map { .filing($0) } }
    }
  }
}

/// One of the filings that a roster lists.
public enum RosterEntry: Sendable {
  /// The filing itself.
  case filing(Filing)
  /// What the roster prints of it.
  case kept(KeptRow)
}
