import GRDB
public import Records

/// The filings that the ledger knows to be void or revoked, whatever records say of them; it stays in one task.
public struct EndedFilings {
  private let keys: Set<TraceKey>
  private let traces: TraceMaker

  fileprivate init(_ keys: [TraceKey], _ traces: TraceMaker) {
    self.keys = Set(keys)
    self.traces = traces
  }

  /// Returns whether `filing` of `batch` has ended.
  public func contains(_ filing: Filing, in batch: Batch) -> Bool {
    !keys.isEmpty && keys.contains(traces.trace(of: filing, in: batch).filing)
  }
}

extension Ledger {
  /// Returns the filings that have ended by now.
  public func endedFilings() throws(LedgerFailure) -> EndedFilings {
    let traces = traceMaker()
    return try read { db in
      EndedFilings(try TraceKey.fetchAll(db, sql: "SELECT filing FROM filingEnd"), traces)
    }
  }
}
