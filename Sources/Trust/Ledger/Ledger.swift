import Databases
import Digests
import Foundation
import GRDB

/// The ledger of saved rosters, one SQLite file (`mingce.sqlite`).
///
/// It is kept in WAL mode with `synchronous=FULL`: what a transaction has committed outlasts a `kill -9` and a power
/// cut, what it has not never was. Every change is one `BEGIN IMMEDIATE` transaction, so that several processes take
/// turns. This module never makes, names or moves the file: it opens the path that it is given, as `Fonts` does.
public final class Ledger: Sendable {
  let queue: DatabaseQueue
  let salt: String

  /// Makes a whole new ledger in the new file at `path`, under a `salt` that nobody can guess.
  ///
  /// The caller makes it under a temporary name and links it into place, so that no process ever sees half of one.
  public static func create(
    at path: String,
    salt: String,
    time: ActionTime
  ) throws(LedgerFailure) {
    try telling {
      let queue = try DatabaseQueue(path: path, configuration: configuration(patience: 5))
      try queue.writeWithoutTransaction { db in
        // The mode stays in the file; whoever opens it finds it so.
        _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
        try db.inTransaction(.immediate) {
          try Schema.migrate(db)
          try db.execute(sql: "INSERT INTO ledger VALUES (1, ?)", arguments: [salt])
          try db.append(
            TrailAct(action: .begin, subject: "mingce", time: time),
            BeginPayload(salt: Digest(of: Array(salt.utf8)).hex)
          )
          return .commit
        }
      }
      try queue.close()
    }
  }

  /// Opens the ledger at `path`, waiting up to `patience` seconds whenever another process is writing.
  ///
  /// An older ledger is brought up to date; a newer one and any other file are refused as they are. Opened `forReading`
  /// nothing is changed. Where there is no file SQLite makes an empty one, which is refused too: look first.
  public init(
    at path: String,
    patience: Double = 60,
    forReading: Bool = false
  ) throws(LedgerFailure) {
    (queue, salt) = try telling {
      let configuration = Ledger.configuration(patience: patience)
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      let version = try queue.read { db in
        guard try Schema.isLedger(db) else { throw LedgerFailure.foreign }
        return try Schema.version(of: db)
      }
      guard version <= Schema.version else { throw LedgerFailure.newer(version: version) }
      if version < Schema.version, !forReading { try queue.change { try Schema.migrate($0) } }
      let salt = try queue.read { try String.fetchOne($0, sql: "SELECT salt FROM ledger") }
      guard let salt else { throw LedgerFailure.damaged("没有盐值") }
      return (queue, salt)
    }
  }

  private static func configuration(patience: Double) -> Configuration {
    // The keys of a large roster fall anywhere in five indexes, which must stay at hand: 32 MB.
    durableDatabase(patience: patience, cache: 32768)
  }

  /// Reads in one snapshot.
  func read<Value>(_ body: (Database) throws -> Value) throws(LedgerFailure) -> Value {
    try telling { try queue.read(body) }
  }

  /// Changes all that `body` changes, or nothing when it throws; other processes wait meanwhile.
  func change<Value>(_ body: (Database) throws -> Value) throws(LedgerFailure) -> Value {
    try telling { try queue.change(body) }
  }
}

/// What the first entry of a trail holds.
struct BeginPayload: Codable, Equatable {
  /// The hash of the salt, so that it cannot be exchanged.
  var salt: String
}

/// Turns whatever `body` throws into a failure of the ledger.
private func telling<Value>(_ body: () throws -> Value) throws(LedgerFailure) -> Value {
  do {
    return try body()
  } catch {
    throw LedgerFailure(error)
  }
}
