import Diagnostics

/// Tells a person how far a long work has come: nothing in the first second, then one line.
///
/// On a terminal the line changes in place ten times a second; elsewhere a plain line is added every five seconds.
final class Progress {
  private let console: Console
  private let label: Message
  private let start = ContinuousClock.now
  private var next: ContinuousClock.Instant
  private var hasShown = false

  /// Starts the work called `label`.
  init(_ label: Message, on console: Console) {
    self.label = label
    self.console = console
    next = start + .seconds(1)
  }

  /// Says that `done` of `total` are done; without a total only the count is shown.
  func advance(to done: Int, of total: Int? = nil, unit: Message) {
    let now = ContinuousClock.now
    guard now >= next else { return }
    next = now + (console.showsLiveProgress ? .milliseconds(100) : .seconds(5))
    let part = total.map { "\(done)/\($0)" } ?? "\(done)"
    let line: Message = "\(label)：\(part) \(unit)"
    if console.showsLiveProgress {
      console.show("\r\u{1B}[K\(line.words(in: console.words))")
      hasShown = true
    } else {
      console.note(line)
    }
  }

  /// Takes the line away again.
  func finish() {
    if hasShown { console.show("\r\u{1B}[K") }
    hasShown = false
  }
}
