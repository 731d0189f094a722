import Calendar
import Diagnostics
import GRDB

/// A use of a seal as the trail tells of it.
public struct KeptSealUse: Sendable, Hashable {
  /// The moment on the clock.
  public let stamp: String
  /// The day it was judged by.
  public let day: String
  /// Which seal it was.
  public let seal: KeptSeal
  /// Who used it, and for what.
  public let use: SealUse
}

extension Ledger {
  /// Returns the seal `number` when `person` may use it for the employer `ownerCode` on the day of `time`.
  ///
  /// - Throws: `refused` for a seal that is void, out of its days or another employer's, and for a person without leave.
  public func usableSeal(
    _ number: String,
    by person: String,
    for ownerCode: String,
    at time: ActionTime
  ) throws(LedgerFailure) -> KeptSeal {
    try read { try $0.usableSeal(number, by: person, for: ownerCode, at: time) }
  }

  /// Enters `uses` of `seal`, all or none, and returns it as it is known now; whether they are allowed is
  /// judged anew when anybody has changed something about seals since it was looked up.
  ///
  /// The caller names the sealed files after this has returned: the trail may tell of files that a kill has taken, but
  /// no sealed file goes untold.
  public func useSeal(
    _ seal: KeptSeal,
    _ uses: [SealUse],
    at time: ActionTime
  ) throws(LedgerFailure) -> KeptSeal {
    try change { db in
      var seal = seal
      let changed = """
        SELECT EXISTS (SELECT 1 FROM trail WHERE sequence > ? AND action IN (\(SealRegistry.changes)))
        """
      if try Bool.fetchOne(db, sql: changed, arguments: [seal.lookedUpTo]) ?? true {
        let owner = seal.facts.ownerCode
        for person in Set(uses.map(\.person)).sorted() {
          seal = try db.usableSeal(seal.number, by: person, for: owner, at: time)
        }
      }
      let act = TrailAct(action: .useSeal, subject: seal.number, time: time)
      for use in uses { seal.lookedUpTo = try db.append(act, use).sequence }
      return seal
    }
  }

  /// Returns the uses of all seals from the day `first` on, the last one first; all of them when there is no such day.
  public func sealUses(since first: String? = nil) throws(LedgerFailure) -> [KeptSealUse] {
    try read { db in
      let registry = try db.sealRegistry()
      let sql = "SELECT * FROM trail WHERE action = ? AND day >= ? ORDER BY sequence DESC"
      let arguments: StatementArguments = [TrailAction.useSeal.rawValue, first ?? ""]
      return try Row.fetchAll(db, sql: sql, arguments: arguments).compactMap { row in
        let entry = TrailEntry(row)
        guard let use = readPayload(entry.payload, as: SealUse.self) else { return nil }
        let seal = try registry.seal(entry.subject)
        return KeptSealUse(stamp: entry.stamp, day: entry.day, seal: seal, use: use)
      }
    }
  }
}

extension Database {
  fileprivate func usableSeal(
    _ number: String,
    by person: String,
    for ownerCode: String,
    at time: ActionTime
  ) throws -> KeptSeal {
    var seal = try sealRegistry().seal(number)
    seal.lookedUpTo = try lastEntry().sequence
    if let refusal = seal.refusal(of: person, for: ownerCode, on: time.day.description) {
      throw LedgerFailure.refused([refusal])
    }
    return seal
  }
}
