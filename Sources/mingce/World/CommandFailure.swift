import Diagnostics
import Issuing

/// Why a command could not finish.
enum CommandFailure: Error {
  /// An input is missing or cannot be read.
  case inputMissing(path: String, reason: Message)
  /// An output cannot be written.
  case cannotWrite(path: String, reason: Message)
  /// The project, its forms or its fonts are not fit for use.
  case unfit([Diagnostic])
  /// The command line asks for something that cannot be.
  case usage(Message)
  /// Something that a person must mend, with the status that tells of it.
  case told([Diagnostic], ExitStatus)

  var status: ExitStatus {
    switch self {
    case .inputMissing: .inputMissing
    case .cannotWrite: .cannotWrite
    case .unfit: .failed
    case .usage: .usage
    case .told(_, let status): status
    }
  }

  /// The lines that tell a person what happened and what to do.
  var lines: [Message] {
    switch self {
    case .inputMissing(let path, let reason):
      ["错误：无法读取“\(path)”：\(reason)。请检查路径是否正确、文件是否存在。"]
    case .cannotWrite(let path, let reason):
      ["错误：无法写入“\(path)”：\(reason)。请检查磁盘空间和写入权限，或用 -o 另选位置。"]
    case .unfit(let diagnostics): diagnostics.map(\.whole)
    case .told(let diagnostics, _): diagnostics.map(\.whole)
    case .usage(let message): ["错误：\(message)"]
    }
  }
}

extension CommandFailure {
  /// Takes over a failure of issuing; a failure of our own files comes back as it was.
  init(_ failure: IssuingFailure) {
    switch failure {
    case .document(let diagnostics): self = .unfit(diagnostics)
    case .sink(let failure as CommandFailure): self = failure
    case .sink(let failure):
      self = .unfit([Diagnostic("output", .error, "输出中断：\(String(describing: failure))")])
    }
  }
}
