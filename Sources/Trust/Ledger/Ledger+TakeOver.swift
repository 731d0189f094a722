import Calendar
import Diagnostics
import Digests
import GRDB
public import Records

/// What the entry of a take-over holds.
struct TakeOverPayload: Codable, Equatable {
  /// The employer's name.
  var employer: String
  /// How many filings were taken over.
  var count: Int
  /// The hash over their rows.
  var rows: String
}

/// A filing that another system has put into a roster.
public struct TakenFiling: Sendable {
  let trace: FilingTrace
  let rosterKind: String
  let roster: String
  let content: Digest
}

/// How a take-over ended.
public struct TakeOverCount: Sendable, Hashable {
  /// How many filings were taken over.
  public var taken = 0
  /// How many the ledger held already.
  public var known = 0
}

extension Filing {
  /// Whether the record shows the filing approved and in a roster of the office, by number.
  public func isInRoster(in batch: Batch) -> Bool {
    rostered && rosterNo != nil && kind.rosterKind != nil
      && rosterExclusion(of: self, in: batch, kinds: [kind]) == nil
  }
}

extension TraceMaker {
  /// Returns `filing` as it can be taken over, or nothing when its record does not show it in a roster by number.
  ///
  /// `content` is the filing as canonical JSON; only its hash is kept, since what others have printed is not printed
  /// again from here.
  public func taken(_ filing: Filing, in batch: Batch, content: [UInt8]) -> TakenFiling? {
    guard filing.isInRoster(in: batch), let roster = filing.rosterNo,
      let kind = filing.kind.rosterKind
    else { return nil }
    return TakenFiling(
      trace: trace(of: filing, in: batch),
      rosterKind: kind,
      roster: roster,
      content: Digest(of: content)
    )
  }
}

extension Ledger {
  /// Takes over the filings that `next` gives, all or none; those that the ledger holds already are passed over.
  public func takeOver(
    from batch: Batch,
    at time: ActionTime,
    next: () throws -> TakenFiling?
  ) throws(LedgerFailure) -> TakeOverCount {
    try change { db in
      let entry = try db.lastEntry().sequence + 1
      var count = TakeOverCount()
      let hash = SHA256()
      while let filing = try next() {
        guard try db.roster(of: filing.trace.filing, kind: filing.rosterKind) == nil else {
          count.known += 1
          continue
        }
        count.taken += 1
        hash.combine(filing.netstrings(at: count.taken))
        try db.insert(filing, entry: entry, position: count.taken)
      }
      guard count.taken > 0 else { return count }
      let payload = TakeOverPayload(
        employer: batch.employer.name,
        count: count.taken,
        rows: hash.finish().hex
      )
      let act = TrailAct(action: .takeOver, subject: batch.employer.uscc, time: time)
      try db.append(act, payload)
      return count
    }
  }
}

extension FilingKind {
  /// The code of the office's roster that filings of the kind enter; nothing for changes, which enter none.
  var rosterKind: String? {
    switch self {
    case .new, .import: "new"
    case .renew: "renew"
    case .terminate: "terminate"
    case .change: nil
    }
  }
}

extension TakenFiling {
  /// The row as the take-over's hash covers it.
  func netstrings(at position: Int) -> [UInt8] {
    Ledger.takenRow(position, trace.fields, content, rosterKind, roster)
  }
}

extension Ledger {
  /// Returns a row of a take-over in its canonical encoding.
  static func takenRow(
    _ position: Int,
    _ trace: [String],
    _ content: Digest,
    _ rosterKind: String,
    _ roster: String
  ) -> [UInt8] {
    netstrings([String(position)] + trace + [content.hex, rosterKind, roster])
  }
}

extension Database {
  fileprivate func insert(_ filing: TakenFiling, entry: Int, position: Int) throws {
    let trace = filing.trace
    let sql = "INSERT INTO imported VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    try cachedStatement(sql: sql).execute(arguments: [
      entry, position, trace.filing, trace.kind.rawValue, trace.opens.number, trace.opens.start,
      trace.follows.number, trace.follows.start, filing.content.blob, filing.rosterKind,
      filing.roster,
    ])
  }
}
