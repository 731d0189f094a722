import Testing

@testable import mingce_bench

@Suite struct VerdictTests {
  @Test func aRatioWithoutAGoalStandsAlone() {
    #expect(Verdict.ratio(of: 1.2, to: 0.5, goal: nil) == "2.4 倍")
    #expect(Verdict.ratio(of: 120, to: 1, goal: nil) == "120 倍")
  }

  @Test func aGoalIsReachedAtItsVeryRatio() {
    #expect(Verdict.ratio(of: 20, to: 2, goal: 10) == "10.0 倍（目标 10 倍，达到）")
  }

  @Test func aGoalThatIsNotReachedIsSaidToBeSo() {
    #expect(Verdict.ratio(of: 19.8, to: 2, goal: 10) == "9.9 倍（目标 10 倍，未达到）")
  }

  @Test func aRunThatTookNoTimeGivesNoRatio() {
    #expect(Verdict.ratio(of: 1, to: 0, goal: 10) == "—")
  }

  @Test func memoryIsComparedInMillionsOfBytes() {
    let contest = Contest(scene: .roster(1), form: "roster-new", megabytes: 250)
    let fits = Verdict.limits(seconds: 9, peakMiB: 238, of: contest)
    let bursts = Verdict.limits(seconds: 9, peakMiB: 239, of: contest)
    #expect(fits == "250 MB，目标 250 MB，达到")
    #expect(bursts == "251 MB，目标 250 MB，未达到")
  }

  @Test func timeIsComparedInSeconds() {
    let contest = Contest(scene: .certificates(1), form: "certificate", seconds: 0.08)
    #expect(Verdict.limits(seconds: 0.079, peakMiB: 1, of: contest) == "目标 0.080 秒，达到")
    #expect(Verdict.limits(seconds: 0.081, peakMiB: 1, of: contest) == "目标 0.080 秒，未达到")
  }
}
