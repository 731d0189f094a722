public import Diagnostics
import GRDB

/// Why the ledger could not do what was asked.
public enum LedgerFailure: Error {
  /// Could not be opened because there is no such file.
  case missing
  /// Could not be used because another program holds it.
  case locked
  /// Could not be used because a newer program made it, with this version of its tables.
  case newer(version: Int)
  /// Could not be opened because the file is something else.
  case foreign
  /// Could not be written because the file or its folder is read-only.
  case readOnly
  /// Could not be written because the disk is full.
  case full
  /// Could not be read because the file is damaged.
  case damaged(String)
  /// Could not go on because of something else that the database says.
  case failed(String)
  /// Could not be done because of what a person must mend first.
  case refused([Diagnostic])
  /// Could not be saved because printing failed.
  case printing(any Error)

  /// Takes over an error of the database, or one that came up inside a transaction.
  init(_ error: any Error) {
    switch error {
    case let failure as LedgerFailure: self = failure
    case let error as DatabaseError: self = LedgerFailure(error)
    default: self = .printing(error)
    }
  }

  private init(_ error: DatabaseError) {
    let message = error.message ?? "SQLite \(error.extendedResultCode.rawValue)"
    // What could not be written may have met a quota instead of a full disk (SQLite tells no more).
    let unwritten: [ResultCode] = [
      .SQLITE_IOERR_WRITE, .SQLITE_IOERR_TRUNCATE, .SQLITE_IOERR_FSYNC, .SQLITE_IOERR_SHMSIZE,
      .SQLITE_IOERR_SHMOPEN,
    ]
    switch error.resultCode {
    case .SQLITE_IOERR where unwritten.contains(error.extendedResultCode): self = .full
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN: self = .readOnly
    case .SQLITE_FULL: self = .full
    case .SQLITE_NOTADB: self = .foreign
    case .SQLITE_CORRUPT: self = .damaged(message)
    // Values never stand in these messages, only names of tables and columns.
    default: self = .failed(message)
    }
  }
}

extension LedgerFailure {
  /// Returns what to tell a person about the ledger at `path`; nothing for failures of printing.
  public func diagnostics(at path: String) -> [Diagnostic] {
    switch self {
    case .refused(let diagnostics): diagnostics
    case .printing: []
    default: told.map { [Diagnostic($0, .error, $1(path), advice: $2)] } ?? []
    }
  }

  /// The code, the message about a path, and the advice.
  private var told: (String, (String) -> Message, Message)? {
    switch self {
    case .missing:
      ("ledger.missing", { "没有名册账本“\($0)”" }, "保存名册、登记印章、单位签名时会自动建立；账本在别处时用 --ledger 指明")
    case .locked:
      ("ledger.locked", { "名册账本“\($0)”正被别的程序占用，等候超时" }, "请等那个程序结束后重试；若没有别的程序在用，请检查是否有程序没有退出")
    case .newer(let version):
      ("ledger.newer", { "名册账本“\($0)”由更新版本的程序建立（第 \(version) 版）" }, "请升级本程序后再用，不要用旧程序改动它")
    case .foreign:
      ("ledger.foreign", { "“\($0)”不是名册账本" }, "请检查 --ledger 的路径；原文件没有改动")
    case .readOnly:
      ("ledger.readOnly", { "名册账本“\($0)”或所在文件夹不能写入" }, "请检查写入权限，或用 --ledger 另选位置")
    case .full:
      ("ledger.full", { "名册账本“\($0)”写不下，没有改动" }, "请腾出磁盘空间，或者提高文件大小的限额，然后重试")
    case .damaged(let reason):
      (
        "ledger.damaged", { "名册账本“\($0)”已损坏：\(reason)" },
        "请停止使用，保留此文件，从备份恢复后用 mingce ledger verify 检查"
      )
    case .failed(let reason):
      ("ledger.failed", { "名册账本“\($0)”操作失败：\(reason)" }, "账本没有改动；请用 mingce ledger verify 检查")
    case .refused, .printing: nil
    }
  }
}
