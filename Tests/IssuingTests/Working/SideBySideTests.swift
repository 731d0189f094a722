import Issuing
import Testing

@Suite struct SideBySideTests {
  @Test(arguments: [1, 2, 4])
  func whatIsMadeIsTakenInTheOrderOfTheJobs(workers: Int) {
    let jobs = Array(0..<100)
    var taken: [Int] = []
    let made = madeSideBySide(
      "test",
      jobs,
      workers: workers,
      meanwhile: { #expect(taken.isEmpty) },
      taking: { taken.append($0) },
      make: { $0 * 2 }
    )
    #expect(made == jobs.map { $0 * 2 })
    #expect(taken == made)
  }
}
