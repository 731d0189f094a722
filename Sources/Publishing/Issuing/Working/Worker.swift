import Dispatch
import Foundation
import Synchronization

/// Work on a thread of its own.
///
/// The thread has the stack of a main thread, since documents nest and the threads of Dispatch have a sixteenth of it.
final class Worker<Outcome: Sendable>: Sendable {
  /// What the work came to, once it is done.
  private final class Place: Sendable {
    let outcome = Mutex<Outcome?>(nil)
    let isDone = DispatchSemaphore(value: 0)
  }

  private static var stackSize: Int { 8 << 20 }

  private let place = Place()

  /// Starts `work` on a thread called `name`; it goes on though nobody keeps the worker.
  ///
  /// Returns nothing when the system gives no thread, for want of memory or because there are too many
  /// (pthread_create(3)). Foundation's `Thread` keeps silent about that, and whoever waits for it waits for ever.
  init?(_ name: String, _ work: @escaping @Sendable () -> Outcome) {
    let place = place
    let isStarted = startThread(stackSize: Self.stackSize) {
      Thread.current.name = name
      let outcome = work()
      place.outcome.withLock { $0 = outcome }
      place.isDone.signal()
    }
    guard isStarted else { return nil }
  }

  /// Waits for the end of the work and returns what it came to; it may be asked more than once.
  func outcome() -> Outcome {
    place.isDone.wait()
    place.isDone.signal()
    guard let outcome = place.outcome.withLock({ $0 }) else {
      preconditionFailure("a worker says that it is done only behind its outcome")
    }
    return outcome
  }
}
