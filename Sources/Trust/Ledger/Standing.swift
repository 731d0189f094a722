import GRDB

/// How a filing came to its end.
public enum FilingEnd: String, Sendable, CaseIterable {
  /// Declared void before its approval.
  case void
  /// Revoked after its approval.
  case revoked

  /// The word that lists print.
  public var label: String { self == .void ? "作废" : "撤销" }
}

/// What the ledger knows of a filing that asks to enter a roster.
struct Standing: Sendable {
  /// The roster of the same kind that holds it already.
  var roster: String?
  /// How it ended, if it did.
  var end: FilingEnd?
  /// Whether the contract that it follows on is in a saved roster; true for all that follow on none.
  var hasPrior: Bool
}

extension RosterKind {
  /// Whether rosters of the kind take only what follows on a contract of a saved roster (V-27).
  var needsPrior: Bool { code == "renew" || code == "terminate" }
}

extension Database {
  /// Returns what is known of the filing of `trace` when it asks to enter a roster of `kind`.
  func standing(of trace: FilingTrace, for kind: RosterKind) throws -> Standing {
    Standing(
      roster: try roster(of: trace.filing, kind: kind.code),
      end: try end(of: trace.filing),
      hasPrior: try !kind.needsPrior || hasOpened(trace.follows)
    )
  }

  /// Returns the roster of `kind` that holds the filing, void ones not counted.
  func roster(of filing: TraceKey, kind: String) throws -> String? {
    let sql = "SELECT roster FROM standing WHERE filing = ? AND rosterKind = ? LIMIT 1"
    return try String.fetchOne(cachedStatement(sql: sql), arguments: [filing, kind])
  }

  /// Returns any roster that holds the filing, void ones not counted.
  func anyRoster(of filing: TraceKey) throws -> String? {
    let sql = "SELECT roster FROM standing WHERE filing = ? LIMIT 1"
    return try String.fetchOne(cachedStatement(sql: sql), arguments: [filing])
  }

  /// Returns how the filing ended.
  func end(of filing: TraceKey) throws -> FilingEnd? {
    let sql = "SELECT state FROM filingEnd WHERE filing = ?"
    return try String.fetchOne(cachedStatement(sql: sql), arguments: [filing])
      .flatMap(FilingEnd.init)
  }

  /// Returns whether a saved roster of first contracts or renewals holds the contract.
  private func hasOpened(_ contract: ContractTrace) throws -> Bool {
    for (column, key) in [("opensNumber", contract.number), ("opensStart", contract.start)] {
      guard let key else { continue }
      let sql = """
        SELECT 1 FROM standing WHERE \(column) = ? AND rosterKind IN ('new', 'renew') LIMIT 1
        """
      if try Int.fetchOne(cachedStatement(sql: sql), arguments: [key]) != nil { return true }
    }
    return false
  }

  /// Returns a roster of renewals or terminations that follows on the contract, void ones not counted.
  func rosterFollowing(_ contract: ContractTrace) throws -> String? {
    for (column, key) in [("followsNumber", contract.number), ("followsStart", contract.start)] {
      guard let key else { continue }
      let sql = """
        SELECT roster FROM standing
        WHERE \(column) = ? AND rosterKind IN ('renew', 'terminate') LIMIT 1
        """
      if let roster = try String.fetchOne(cachedStatement(sql: sql), arguments: [key]) {
        return roster
      }
    }
    return nil
  }
}
