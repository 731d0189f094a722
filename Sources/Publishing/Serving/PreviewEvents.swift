import Dispatch
import Synchronization

/// The events on their way to one open page: whoever tells never waits, and the connection's thread waits for the next.
final class PreviewEvents: Sendable {
  /// What is sent when there has been nothing to tell for a while: a comment, which pages pass over (HTML, § 9.2.6).
  ///
  /// It is how the server finds out that a page has been closed.
  static let signOfLife = ":\n"

  private let waiting = Mutex<[String?]>([])
  private let count = DispatchSemaphore(value: 0)

  /// Tells of `event`.
  func tell(_ event: String) { add(event) }

  /// Ends the events, after those that are waiting.
  func end() { add(nil) }

  private func add(_ event: String?) {
    waiting.withLock { $0.append(event) }
    count.signal()
  }

  /// Waits for the next event and returns it, or a sign of life after `patience` seconds; nothing when there are no more.
  func next(patience: Int = 15) -> String? {
    guard count.wait(timeout: .now() + .seconds(patience)) == .success else {
      return Self.signOfLife
    }
    return waiting.withLock { $0.removeFirst() }
  }
}
