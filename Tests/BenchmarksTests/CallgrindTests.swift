import Testing

@testable import mingce_bench

@Suite struct CallgrindTests {
  @Test func theSumOfAllThreadsIsTaken() {
    let text = "version: 1\nevents: Ir\nfn=(1)\n12 80\n\ntotals: 533471793\n"
    #expect(Callgrind.total(in: text) == 533_471_793)
  }

  @Test func aFileThatWasCutShortHasNoSum() {
    #expect(Callgrind.total(in: "version: 1\nevents: Ir\n12 80\n") == nil)
  }

  @Test func onlyTheFontsOfTheHousesPackagesAreLookedAt() throws {
    let plan = Callgrind.fontPlan(try StageSample.text(of: "fonts/fonts.yaml"))
    #expect(!plan.contains("  - /usr/share/fonts\n"))
    #expect(plan.contains("  - /usr/share/fonts/opentype/noto\n"))
  }
}
