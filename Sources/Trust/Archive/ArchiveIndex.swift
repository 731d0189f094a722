import Databases
import Digests
import GRDB

/// The index of an archive, one SQLite file, in which documents are found by what their bags tell of them.
///
/// It holds nothing that the bags do not: whenever it is missing or damaged it is made anew from them. It is kept with a
/// rollback journal, not in WAL mode as the ledger is, so that an archive on a read-only disk can be searched; what it
/// says is kept outlasts a power cut (`synchronous=FULL`), and every change is one `BEGIN IMMEDIATE` transaction. This
/// module never makes folders, names or moves files: it opens the path that it is given.
public final class ArchiveIndex: Sendable {
  let queue: DatabaseQueue
  let salt: String

  /// Makes a new index in the new file at `path`, under a `salt` that nobody can guess; it is to be filled and closed.
  ///
  /// It is under a temporary name as long and is made anew when it is not finished. So its journal stays in memory, and
  /// whoever takes away the one file has taken away all; the caller waits until it is on the disk.
  public static func create(at path: String, salt: String) throws(IndexFailure) -> ArchiveIndex {
    try telling {
      var configuration = durableDatabase(patience: 5)
      configuration.prepareDatabase { db in
        _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = MEMORY")
        try db.execute(sql: "PRAGMA synchronous = OFF")
      }
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.writeWithoutTransaction { db in
        try db.inTransaction(.immediate) {
          try db.execute(sql: IndexSchema.tables)
          try db.execute(sql: "INSERT INTO archive VALUES (1, ?)", arguments: [salt])
          return .commit
        }
      }
      return ArchiveIndex(queue, salt: salt)
    }
  }

  private init(_ queue: DatabaseQueue, salt: String) {
    (self.queue, self.salt) = (queue, salt)
  }

  /// Opens the index at `path`, waiting up to `patience` seconds whenever another process is writing.
  ///
  /// - Throws: `unusable` for anything that is no index of this version.
  public init(at path: String, patience: Double = 60) throws(IndexFailure) {
    (queue, salt) = try telling {
      let queue = try DatabaseQueue(
        path: path,
        configuration: durableDatabase(patience: patience)
      )
      let salt = try queue.read { db in
        guard try Int.fetchOne(db, sql: "PRAGMA application_id") == IndexSchema.applicationID,
          try Int.fetchOne(db, sql: "PRAGMA user_version") == IndexSchema.version
        else { throw IndexFailure.unusable }
        return try String.fetchOne(db, sql: "SELECT salt FROM archive")
      }
      guard let salt else { throw IndexFailure.unusable }
      return (queue, salt)
    }
  }

  /// Lets go of the file.
  public func close() throws(IndexFailure) {
    try telling { try queue.close() }
  }

  /// Reads in one snapshot.
  func read<Value>(_ body: (Database) throws -> Value) throws(IndexFailure) -> Value {
    try telling { try queue.read(body) }
  }

  /// Changes all that `body` changes, or nothing when it throws; other processes wait meanwhile.
  func change(_ body: (Database) throws -> Void) throws(IndexFailure) {
    try telling { try queue.change(body) }
  }
}

/// Turns whatever `body` throws into a failure of the index.
private func telling<Value>(_ body: () throws -> Value) throws(IndexFailure) -> Value {
  do {
    return try body()
  } catch {
    throw IndexFailure(error)
  }
}
