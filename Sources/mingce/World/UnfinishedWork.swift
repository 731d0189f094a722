import Glibc
import Synchronization

/// What the process has begun and not ended, so that an interruption can undo it.
///
/// A run that is killed outright gets no such chance: then its next run puts in order what it finds, or a file under a
/// temporary name is left that nobody takes for a whole one.
enum UnfinishedWork {
  fileprivate struct State {
    var undos: [Int: @Sendable () -> Void] = [:]
    var nextNumber = 0
    var undividedCount = 0
    /// The interruption that waits for undivided work.
    var waiting: (interruption: Interruption, console: Console)?
    var farewell: (@Sendable () -> Void)?
  }

  fileprivate static let state = Mutex(State())

  /// From now on a signal is how the command is meant to end: `farewell` is done, and the status is 0.
  static func endsBySignal(_ farewell: @escaping @Sendable () -> Void) {
    state.withLock { $0.farewell = farewell }
  }

  /// Ends the process, or has it end as soon as no undivided work is under way.
  static func interrupt(because interruption: Interruption, telling console: Console) {
    if case .signal = interruption, let farewell = state.withLock({ $0.farewell }) {
      farewell()
      end { _exit(ExitStatus.ok.rawValue) }
    }
    let mustWait = state.withLock { state in
      if state.undividedCount > 0 { state.waiting = state.waiting ?? (interruption, console) }
      return state.undividedCount > 0
    }
    guard !mustWait else { return }
    end {
      if console.showsLiveProgress { console.show("\r\u{1B}[K") }
      interruption.message.map(console.note)
      interruption.endProcess()
    }
  }

  /// Undoes everything, the latest first, and ends the process by `exit`; nothing else can begin meanwhile.
  private static func end(_ exit: () -> Never) -> Never {
    state.withLock { state in
      for (_, undo) in state.undos.sorted(by: { $0.key > $1.key }) { undo() }
      exit()
    }
  }
}

/// Something that is undone if the run is interrupted while this is kept.
final class Undoing: Sendable {
  private let number: Int

  private init(number: Int) { self.number = number }

  deinit { UnfinishedWork.state.withLock { _ = $0.undos.removeValue(forKey: number) } }

  /// Does `begin`, which no interruption can come into, and has `undo` ready from then on.
  static func begin<Value, Failure: Error>(
    undo: @escaping @Sendable () -> Void,
    _ begin: () throws(Failure) -> sending Value
  ) throws(Failure) -> (Undoing, Value) {
    try UnfinishedWork.state.withLock { state throws(Failure) in
      let value = try begin()
      let number = state.nextNumber
      state.nextNumber += 1
      state.undos[number] = undo
      return (Undoing(number: number), value)
    }
  }
}

/// Work that is done as a whole: an interruption waits until this is let go, so it is to be short.
final class UndividedWork: Sendable {
  init() { UnfinishedWork.state.withLock { $0.undividedCount += 1 } }

  deinit {
    let waiting = UnfinishedWork.state.withLock { state in
      state.undividedCount -= 1
      return state.undividedCount == 0 ? state.waiting : nil
    }
    guard let waiting else { return }
    UnfinishedWork.interrupt(because: waiting.interruption, telling: waiting.console)
  }
}
