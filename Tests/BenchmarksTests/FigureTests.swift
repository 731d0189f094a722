import Testing

@testable import mingce_bench

@Suite struct FigureTests {
  @Test(
    arguments: [([], 0), ([3], 3), ([9, 1, 2], 2), ([4, 1, 2, 9], 3)] as [([Double], Double)]
  )
  func theMedianStandsInTheMiddle(values: [Double], median: Double) {
    #expect(Figure.median(values) == median)
  }

  @Test(arguments: [
    (0.0, 0, "0"), (2.5, 0, "3"), (1.005, 1, "1.0"), (12.34, 3, "12.340"), (0.049, 2, "0.05"),
  ])
  func aNumberHasAsManyDecimalsAsAsked(value: Double, places: Int, text: String) {
    #expect(Figure.fixed(value, places) == text)
  }

  @Test(arguments: [(0.0714, "0.071"), (9.9994, "9.999"), (41.62, "41.6")])
  func longTimesNeedNoThousandths(seconds: Double, text: String) {
    #expect(Figure.seconds(seconds) == text)
  }

  @Test func aRateIsThatOfASecond() {
    #expect(Figure.rate(of: 100_000, in: 0.8) == "125000")
    #expect(Figure.rate(of: nil, in: 0.8) == "—")
    #expect(Figure.rate(of: 1, in: 0) == "—")
  }

  @Test func sharesCountTheStagesThatFollowOneAnother() {
    let times = [
      ("find-fonts", 9.0), ("decode", 1), ("lay-out", 2), ("deflate", 5), ("write-pdf", 1),
    ]
    let shares = StagesCommand.shares(of: times.map { (name: $0.0, seconds: $0.1) })
    #expect(shares.hasSuffix("：decode 25 %，lay-out 50 %，write-pdf 25 %"))
  }

  @Test func everyStageOfTheRosterLineIsMeasured() {
    let names = Set(StageBenchmark.all.map(\.name))
    #expect(names.count == StageBenchmark.all.count)
    #expect(names.isSuperset(of: StageBenchmark.rosterLine))
  }
}
