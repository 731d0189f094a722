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

  @Test func aCrewThatIsLetGoLeavesItsJobs() {
    let crew = Crew<Int, Int>("crew", size: 1, capacity: 4) { { $0 } }
    for job in 0..<4 { crew.give(job) }
    #expect(crew.next() == 0)
  }
}
