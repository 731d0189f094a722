import GRDB

/// Why the index could not do what was asked.
public enum IndexFailure: Error, Sendable {
  /// Could not be used because it is missing, damaged, of another version or something else: it has to be made anew.
  case unusable
  /// Could not be used because another program holds it.
  case locked
  /// Could not be written because the file or its folder is read-only.
  case readOnly
  /// Could not be written because the disk is full, or no file may grow that long.
  case full
  /// Could not go on because of something else that the database says.
  case failed(String)

  /// Takes over an error of the database.
  init(_ error: any Error) {
    if let failure = error as? IndexFailure {
      self = failure
      return
    }
    guard let error = error as? DatabaseError else {
      self = .failed("\(type(of: error))")
      return
    }
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked
    case .SQLITE_READONLY, .SQLITE_PERM: self = .readOnly
    case .SQLITE_FULL, .SQLITE_IOERR: self = .full
    case .SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_CANTOPEN: self = .unusable
    // Values never stand in these messages, only names of tables and columns.
    default: self = .failed(error.message ?? "SQLite \(error.extendedResultCode.rawValue)")
    }
  }
}
