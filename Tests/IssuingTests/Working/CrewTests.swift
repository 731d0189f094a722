import Dispatch
import Synchronization
import Testing

@testable import Issuing

@Suite(.timeLimit(.minutes(5))) struct CrewTests {
  @Test func outcomesComeInTheOrderOfTheJobs() {
    let crew = Crew<Int, Int>("crew", size: 3, capacity: 8) {
      { job in
        // Early jobs take longest, so that later ones are done before them.
        (0..<((100 - job) * 1000)).reduce(job) { $0 &+ $1 &* 0 }
      }
    }
    var taken: [Int] = []
    for job in 0..<100 {
      crew.give(job)
      if crew.count == 8, let outcome = crew.next() { taken.append(outcome) }
    }
    while let outcome = crew.next() { taken.append(outcome) }
    #expect(taken == Array(0..<100))
    #expect(crew.count == 0)
  }

  @Test func everyThreadBeginsOnce() {
    let begun = Mutex(0)
    do {
      let crew = Crew<Int, Int>("crew", size: 4, capacity: 4) {
        begun.withLock { $0 += 1 }
        return { $0 }
      }
      for job in 0..<4 { crew.give(job) }
      while crew.next() != nil {}
    }
    #expect(begun.withLock(\.self) == 4)
  }

  /// The only thread waits for what the last job does, so the caller has to do that.
  @Test func aCallerWhoHelpsWorksInsteadOfWaiting() {
    let isLastDone = DispatchSemaphore(value: 0)
    let isFirstBegun = DispatchSemaphore(value: 0)
    let crew = Crew<Int, Int>("crew", size: 1, jobs: CrewJobs(capacity: 3), callerHelps: true) {
      { job in
        if job == 0 {
          isFirstBegun.signal()
          isLastDone.wait()
        }
        if job == 2 { isLastDone.signal() }
        return job * 10
      }
    }
    for job in 0..<3 { crew.give(job) }
    isFirstBegun.wait()
    #expect((0..<3).map { _ in crew.next() } == [0, 10, 20])
    #expect(crew.next() == nil)
  }

  @Test func whoeverKnowsTheJobsMayDoOne() {
    let jobs = CrewJobs<Int, Int>(capacity: 4)
    let isFirstBegun = DispatchSemaphore(value: 0)
    let mayGoOn = DispatchSemaphore(value: 0)
    let crew = Crew<Int, Int>("crew", size: 1, jobs: jobs) {
      { job in
        isFirstBegun.signal()
        mayGoOn.wait()
        return job
      }
    }
    #expect(!jobs.doOneIfThere { $0 })
    crew.give(1)
    isFirstBegun.wait()
    crew.give(2)
    #expect(jobs.doOneIfThere { $0 * 100 })
    #expect(!jobs.doOneIfThere { $0 * 100 })
    mayGoOn.signal()
    #expect([crew.next(), crew.next(), crew.next()] == [1, 200, nil])
  }

  @Test func aCrewThatIsLetGoLeavesItsJobs() {
    let crew = Crew<Int, Int>("crew", size: 1, capacity: 4) { { $0 } }
    for job in 0..<4 { crew.give(job) }
    #expect(crew.next() == 0)
  }
}
