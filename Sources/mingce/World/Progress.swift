import Diagnostics

/// Tells a person how far a long work has come: nothing in the first second, then one line.
///
/// On a terminal the line changes in place ten times a second; elsewhere a plain line is added every five seconds.
final class Progress {
  private let label: Message
  private let changesInPlace: Bool
  private let words: Vocabulary
  private let show: (String) -> Void
  private var next: ContinuousClock.Instant
  private var hasShown = false

  /// Starts the work called `label`.
  convenience init(_ label: Message, on console: Console) {
    self.init(
      label,
      changesInPlace: console.showsLiveProgress,
      words: console.words,
      show: console.show
    )
  }

  /// Starts the work called `label`, of which nothing is told for as long as `silence`.
  init(
    _ label: Message,
    changesInPlace: Bool,
    silence: Duration = .seconds(1),
    words: Vocabulary = .chinese,
    show: @escaping (String) -> Void
  ) {
    self.label = label
    self.changesInPlace = changesInPlace
    self.words = words
    self.show = show
    next = ContinuousClock.now + silence
  }

  /// Says that `done` of `total` are done; without a total only the count is shown.
  func advance(to done: Int, of total: Int? = nil, unit: Message) {
    let now = ContinuousClock.now
    guard now >= next else { return }
    next = now + (changesInPlace ? .milliseconds(100) : .seconds(5))
    let part = total.map { "\(done)/\($0)" } ?? "\(done)"
    let message: Message = "\(label)：\(part) \(unit)"
    let line = message.words(in: words)
    show(changesInPlace ? "\r\u{1B}[K\(line)" : line + "\n")
    hasShown = true
  }

  /// Takes the line away again.
  func finish() {
    if hasShown, changesInPlace { show("\r\u{1B}[K") }
    hasShown = false
  }
}
