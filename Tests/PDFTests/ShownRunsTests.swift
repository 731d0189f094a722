import Pages
import Testing

@testable import PDF

/// Which runs are held with the operators that show them.
@Suite struct ShownRunsTests {
  private let operators: [UInt8] = Array("<7533> Tj\n".utf8)

  private func held(_ run: SharedRun, by runs: inout ShownRuns) {
    runs.hold(run, shownBy: operators[...])
  }

  @Test("a run is worth holding when it comes again")
  func again() {
    var runs = ShownRuns()
    let run = SharedRun(.fake("甲"))
    #expect(runs.known(ObjectIdentifier(run)) == nil)
    let isKnownAtFirst = runs.meet(ObjectIdentifier(run))
    #expect(!isKnownAtFirst && runs.known(ObjectIdentifier(run)) == nil)
    let isMetAgain = runs.meet(ObjectIdentifier(run))
    #expect(isMetAgain)
    held(run, by: &runs)
    #expect(runs.known(ObjectIdentifier(run))?.operators == operators)
  }

  @Test("no other run is taken for one that is held, even where its memory was")
  func identity() {
    var runs = ShownRuns()
    var kept: [SharedRun] = []
    for number in 0..<10_000 {
      let run = SharedRun(.fake("甲"))
      #expect(runs.known(ObjectIdentifier(run)) == nil, "run \(number)")
      if runs.meet(ObjectIdentifier(run)) { held(run, by: &runs) }
      _ = runs.meet(ObjectIdentifier(run))
      held(run, by: &runs)
      if number.isMultiple(of: 3) { kept.append(run) }
    }
    let known = kept.filter { runs.known(ObjectIdentifier($0)) != nil }
    #expect(!known.isEmpty && known.count <= 1024)
  }
}
