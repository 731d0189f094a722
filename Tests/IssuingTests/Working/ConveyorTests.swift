import Synchronization
import Testing

@testable import Issuing

/// What stops a line in these tests.
private struct Jam: Error, Equatable {}

/// Starts a worker; whoever runs tests has threads.
private func started<Outcome>(
  _ name: String,
  _ work: @escaping @Sendable () -> Outcome
) throws -> Worker<Outcome> {
  try #require(Worker(name, work))
}

@Suite(.timeLimit(.minutes(5))) struct ConveyorTests {
  @Test(arguments: [1, 2, 3, 8], [false, true])
  func valuesComeInTheOrderInWhichTheyWereSent(capacity: Int, resting: Bool) throws {
    let line = Conveyor<Int, Never>(capacity: capacity, resting: resting)
    let sender = try started("sender") {
      for value in 0..<1000 { line.send(value) }
      line.finish()
    }
    var taken: [Int] = []
    while let value = line.next() { taken.append(value) }
    #expect(taken == Array(0..<1000))
    sender.outcome()
  }

  @Test func theSenderIsNeverFurtherAheadThanTheLineIsLong() throws {
    let line = Conveyor<Int, Never>(capacity: 4)
    let sent = Mutex(0)
    let sender = try started("sender") {
      for value in 0..<200 {
        line.send(value)
        sent.withLock { $0 += 1 }
      }
      line.finish()
    }
    var taken = 0
    while line.next() != nil {
      taken += 1
      #expect(sent.withLock(\.self) <= taken + 4)
    }
    sender.outcome()
    #expect(taken == 200)
  }

  @Test func aLineHasRoomUntilItIsFull() {
    let line = Conveyor<Int, Never>(capacity: 2)
    #expect(line.hasRoom)
    line.send(1)
    #expect(line.hasRoom)
    line.send(2)
    #expect(!line.hasRoom)
    #expect(line.next() == 1)
    #expect(line.hasRoom)
  }

  @Test func aRestingSenderGoesOnWhenHalfTheLineIsFree() {
    let line = Conveyor<Int, Never>(capacity: 5, resting: true)
    for value in 0..<5 { line.send(value) }
    #expect(line.next() == 0)
    #expect(!line.hasRoom)
    #expect(line.next() == 1)
    #expect(line.hasRoom)
    line.send(5)
    line.send(6)
    #expect(!line.hasRoom)
  }

  /// Nobody may wait for a place that the taker, who waits for a value, keeps to itself.
  @Test func aRestingSenderKnowsAllPlacesOfAnEmptyLine() {
    let line = Conveyor<Int, Never>(capacity: 9, resting: true)
    for value in 0..<3 { line.send(value) }
    for value in 0..<3 { #expect(line.next() == value) }
    for value in 0..<9 {
      #expect(line.hasRoom, "\(value)")
      line.send(value)
    }
    #expect(!line.hasRoom)
  }

  @Test func theEndIsMetAgainAndAgain() {
    let line = Conveyor<Int, Never>(capacity: 1)
    line.send(7)
    line.finish()
    #expect(line.next() == 7)
    #expect(line.next() == nil)
    #expect(line.next() == nil)
  }

  @Test func anErrorIsMetBehindTheValuesSentBeforeIt() throws {
    let line = Conveyor<Int, Jam>(capacity: 2)
    line.send(1)
    line.fail(Jam())
    #expect(try line.next() == 1)
    #expect(throws: Jam.self) { try line.next() }
    #expect(throws: Jam.self) { try line.next() }
  }

  @Test func whoDoesNotWaitGetsWhatIsThere() throws {
    let line = Conveyor<Int, Jam>(capacity: 2)
    #expect(try line.nextIfThere() == nil)
    line.send(1)
    line.fail(Jam())
    #expect(try line.nextIfThere() == 1)
    #expect(throws: Jam.self) { try line.nextIfThere() }
  }

  @Test func theFirstEndCounts() throws {
    let line = Conveyor<Int, Jam>(capacity: 2)
    line.finish()
    line.fail(Jam())
    #expect(try line.next() == nil)
  }

  @Test func nothingIsSentBehindTheEnd() {
    let line = Conveyor<Int, Never>(capacity: 1)
    line.finish()
    #expect(!line.send(1))
    #expect(!line.send(2))
    #expect(line.next() == nil)
  }

  @Test func aSenderThatWaitsIsWokenByTheTakersCancelling() throws {
    let line = Conveyor<Int, Never>(capacity: 1)
    let sender = try started("sender") { () -> Int in
      var count = 0
      while line.send(count) { count += 1 }
      return count
    }
    #expect(line.next() == 0)
    line.cancel()
    #expect(sender.outcome() >= 1)
    #expect(!line.send(0))
  }

  @Test func aTakerThatWaitsIsWokenByTheEnd() throws {
    let line = Conveyor<Int, Never>(capacity: 1)
    let taker = try started("taker") { line.next() }
    line.finish()
    #expect(taker.outcome() == nil)
  }

  @Test func aTakerThatWaitsIsWokenByAnError() throws {
    let line = Conveyor<Int, Jam>(capacity: 1)
    let taker = try started("taker") { Result { () throws(Jam) in try line.next() } }
    line.fail(Jam())
    #expect(throws: Jam.self) { try taker.outcome().get() }
  }

  @Test func whatWaitsIsDroppedByCancelling() {
    let line = Conveyor<Token, Never>(capacity: 2)
    let count = Count()
    line.send(Token(count))
    line.send(Token(count))
    line.cancel()
    #expect(count.dropped.withLock(\.self) == 2)
    #expect(line.next() == nil)
  }

  @Test func severalTakersShareTheValues() throws {
    let line = Conveyor<Int, Never>(capacity: 2)
    let takers = try (0..<3).map { number in
      try started("taker \(number)") { () -> [Int] in
        var taken: [Int] = []
        while let value = line.next() { taken.append(value) }
        return taken
      }
    }
    for value in 0..<300 { line.send(value) }
    line.finish()
    #expect(takers.flatMap { $0.outcome() }.sorted() == Array(0..<300))
  }
}

@Suite(.timeLimit(.minutes(5))) struct WorkerTests {
  @Test func theOutcomeMayBeAskedForAgain() throws {
    let worker = try started("answer") { 42 }
    #expect(worker.outcome() == 42)
    #expect(worker.outcome() == 42)
  }

  @Test func theStackIsDeepEnoughForNestedWork() throws {
    #expect(try started("deep") { depth(20_000) }.outcome() == 20_000)
  }

  @Test func workGoesOnThoughNobodyKeepsTheWorker() throws {
    let line = Conveyor<Int, Never>(capacity: 1)
    _ = try started("forgotten") { _ = line.send(1) }
    #expect(line.next() == 1)
  }
}

/// Goes down `levels` calls and comes back.
@inline(never)
private func depth(_ levels: Int) -> Int { levels == 0 ? 0 : 1 + depth(levels - 1) }

/// Counts the tokens that died.
private final class Count: Sendable {
  let dropped = Mutex(0)
}

/// Tells when it dies.
private final class Token: Sendable {
  private let count: Count

  init(_ count: Count) { self.count = count }

  deinit { count.dropped.withLock { $0 += 1 } }
}
