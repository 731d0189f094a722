import Dispatch
import Synchronization

/// A bounded line of values between threads, taken in the order in which they were sent.
///
/// Either side may end it: the sender by `finish` or `fail`, the taker by `cancel`. Each of the three wakes whoever
/// waits on the other side, so that no thread is left hanging.
final class Conveyor<Value: Sendable, Failure: Error>: Sendable {
  private struct State {
    var values: [Value] = []
    /// How the sender has ended the line.
    var ending: Result<Void, Failure>?
    var isCancelled = false
    /// How many places are free of which the sender does not know yet.
    var kept = 0

    /// Frees the place of a value that was just taken; returns how many the sender is to learn of now.
    mutating func freedPlaces(giving batch: Int) -> Int {
      kept += 1
      guard values.isEmpty || kept >= batch else { return 0 }
      defer { kept = 0 }
      return kept
    }
  }

  private let state = Mutex(State())
  /// How many places the sender is given back at once.
  private let batch: Int
  /// Counts the free places; a line that has ended or was cancelled never runs out of them.
  private let room = DispatchSemaphore(value: 0)
  /// Counts the values, and the end as one more.
  private let goods = DispatchSemaphore(value: 0)

  /// Creates an empty line that holds at most `capacity` values.
  ///
  /// With `resting` a sender that waits for a free place goes on only when half of them are free, or all: it then makes
  /// several values before it waits again, and a change of threads takes longer than to make one.
  init(capacity: Int, resting: Bool = false) {
    precondition(capacity > 0, "a line has room for a value")
    batch = resting ? max(1, capacity / 2) : 1
    // A semaphore may not be let go below the value that it was made with, so it starts at nothing.
    for _ in 0..<capacity { room.signal() }
  }

  /// Whether a value can be sent without waiting, as long as nobody else sends any.
  var hasRoom: Bool {
    guard room.wait(timeout: .now()) == .success else { return false }
    room.signal()
    return true
  }

  /// Sends `value`, waiting while the line is full; returns false when nobody will take it any more.
  @discardableResult
  func send(_ value: Value) -> Bool {
    room.wait()
    let isTaken = state.withLock { state in
      guard !state.isCancelled, state.ending == nil else { return false }
      state.values.append(value)
      return true
    }
    (isTaken ? goods : room).signal()
    return isTaken
  }

  /// Ends the line behind the last value.
  func finish() { end(.success(())) }

  /// Ends the line behind the last value with an error, which the taker meets there.
  func fail(_ failure: Failure) { end(.failure(failure)) }

  /// Returns the next value, waiting while there is none, or nothing after the last.
  func next() throws(Failure) -> Value? {
    goods.wait()
    return try take()
  }

  /// Returns the next value where there is one, without waiting.
  func nextIfThere() throws(Failure) -> Value? {
    guard goods.wait(timeout: .now()) == .success else { return nil }
    return try take()
  }

  /// Takes what a signal of `goods` has promised.
  private func take() throws(Failure) -> Value? {
    let (value, ending, freed) = state.withLock { state in
      guard !state.values.isEmpty else { return (nil as Value?, state.ending, 0) }
      let value = state.values.removeFirst()
      return (value, state.ending, state.freedPlaces(giving: batch))
    }
    for _ in 0..<freed { room.signal() }
    if let value { return value }
    // Whoever asks again, here or on another thread, shall not wait for what does not come.
    goods.signal()
    try ending?.get()
    return nil
  }

  /// Tells the sender that nothing more is taken, and drops what waits.
  func cancel() {
    let dropped = state.withLock { state in
      state.isCancelled = true
      defer { state.values = [] }
      return state.values
    }
    // Values are let go outside the lock: what they own may take time to die.
    withExtendedLifetime(dropped) {}
    room.signal()
    goods.signal()
  }

  private func end(_ ending: Result<Void, Failure>) {
    state.withLock { $0.ending = $0.ending ?? ending }
    room.signal()
    goods.signal()
  }
}
