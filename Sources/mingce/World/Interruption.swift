import Diagnostics
import Foundation
import Glibc

/// Why a run ends before its work is done.
enum Interruption: Sendable {
  /// Somebody sent this signal, such as Ctrl-C.
  case signal(Int32)
  /// Nobody reads the report any more, as behind `| head`.
  case closedReport
  /// The report cannot be written, for this reason of the C library.
  case lostReport(Int32)

  /// Makes every signal that asks for an end an interruption, and every write that fails an error.
  ///
  /// It comes before any other thread begins, since threads inherit what is blocked. Signals that are ignored already, as
  /// under nohup(1), stay so. One thread waits for the others (sigwait(3)), so nothing is done within a signal handler.
  static func watch(_ console: Console) {
    for number in [SIGPIPE, SIGXFSZ] { Glibc.signal(number, SIG_IGN) }
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    for number in [SIGHUP, SIGINT, SIGTERM] where !isIgnored(number) {
      unsafe sigaddset(&signals, number)
    }
    unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
    Thread.detachNewThread { [signals] in
      var (wanted, number) = (signals, Int32(0))
      while unsafe sigwait(&wanted, &number) == 0 {
        UnfinishedWork.interrupt(because: .signal(number), telling: console)
      }
    }
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard unsafe sigaction(number, nil, &action) == 0 else { return false }
    let handler = unsafe action.__sigaction_handler.sa_handler
    let ignoring = unsafe unsafeBitCast(SIG_IGN, to: Int.self)
    return unsafe unsafeBitCast(handler, to: Int.self) == ignoring
  }

  /// What a person is told, if anybody is there.
  var message: Message? {
    let state: Message = "没有写完的文件已经删去，已经写完的都在；需要时请重新运行。"
    switch self {
    case .signal(SIGINT): return "已经中断。\(state)"
    case .signal: return "程序被要求结束。\(state)"
    case .closedReport: return nil
    case .lostReport(let reason):
      return "错误：无法写入标准输出：\(systemReason(reason))。请检查磁盘空间和写入权限。"
    }
  }

  /// Ends the process as its caller expects: by the signal itself, which shells know as 128 and its number, since a script
  /// goes on behind a program that only says so (https://www.cons.org/cracauer/sigint.html).
  func endProcess() -> Never {
    switch self {
    case .signal(let number): dieBySignal(number)
    case .closedReport: dieBySignal(SIGPIPE)
    case .lostReport: _exit(ExitStatus.cannotWrite.rawValue)
    }
  }
}

/// Ends the process by the signal `number`, whatever was arranged for it.
private func dieBySignal(_ number: Int32) -> Never {
  signal(number, SIG_DFL)
  var signals = sigset_t()
  unsafe sigemptyset(&signals)
  unsafe sigaddset(&signals, number)
  unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  raise(number)
  _exit(128 + number)
}
