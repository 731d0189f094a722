import Testing

@testable import mingce_bench

@Suite struct InstructionBudgetTests {
  private let budget = InstructionBudget(counts: ["check": 1_000_000, "roster": 250])

  @Test func aBudgetIsReadBackAsItWasWritten() throws {
    let text = budget.text(comment: "made by the test")
    #expect(text == "# made by the test\ncheck 1_000_000\nroster 250\n")
    #expect(try InstructionBudget(text: text) == budget)
  }

  @Test(arguments: ["check", "check many", "check -5", "check 0", "check 1 2"])
  func aLineThatIsNoNameAndCountIsRefused(_ line: String) {
    #expect(throws: BudgetFailure.unreadable(line: line)) {
      try InstructionBudget(text: "roster 250\n\(line)\n")
    }
  }

  @Test func aTaskMayStandInTheFileOnlyOnce() {
    #expect(throws: BudgetFailure.repeated(name: "check")) {
      try InstructionBudget(text: "check 5\ncheck 6\n")
    }
  }

  @Test(arguments: [
    (1_000_000, InstructionBudget.Judgement.within(change: 0)),
    (1_062_500, .within(change: 0.0625)),
    (1_125_000, .over(change: 0.125)),
    (937_500, .within(change: -0.0625)),
    (875_000, .under(change: -0.125)),
  ])
  func aCountIsJudgedByItsDistanceFromTheBudget(
    count: Int,
    expected: InstructionBudget.Judgement
  ) {
    #expect(budget.judgement(of: "check", count: count, margin: 0.08) == expected)
  }

  @Test func aTaskWithoutABudgetIsNotLetThrough() {
    #expect(budget.judgement(of: "portal", count: 1, margin: 0.08) == .unknown)
  }

  @Test(arguments: [(7, "7"), (999, "999"), (1000, "1_000"), (12_345_678, "12_345_678")])
  func groupsOfThreeDigitsAreSetApart(count: Int, text: String) {
    #expect(InstructionBudget.grouped(count) == text)
  }

  @Test func theKeptFileHasABudgetForEveryTaskAndNoOther() throws {
    let text = try StageSample.text(of: "Tests/Benchmarks/budget.txt")
    let names = Set(try InstructionBudget(text: text).counts.keys)
    #expect(names == Set(GuardedTask.all.map(\.name)))
  }
}
