import Diagnostics
import Testing

@testable import mingce

@Suite struct ProgressTests {
  /// Returns what is shown of a work that is told of three times at once and comes to its end.
  private func shown(changesInPlace: Bool, silence: Duration) -> String {
    var shown = ""
    let progress = Progress("核对", changesInPlace: changesInPlace, silence: silence) { shown += $0 }
    for count in 1...3 { progress.advance(to: count, of: 9, unit: "行") }
    progress.finish()
    progress.finish()
    return shown
  }

  @Test func aTerminalsLineIsTakenAwayOnceInTheEnd() {
    let (clear, line) = ("\r\u{1B}[K", "核对：1/9 行")
    #expect(shown(changesInPlace: true, silence: .zero).hasPrefix(clear + line))
    #expect(shown(changesInPlace: true, silence: .zero).hasSuffix("行" + clear))
  }

  @Test func elsewhereALineStays() {
    #expect(shown(changesInPlace: false, silence: .zero) == "核对：1/9 行\n")
  }

  @Test(arguments: [true, false])
  func nothingIsSaidOfAShortWork(changesInPlace: Bool) {
    #expect(shown(changesInPlace: changesInPlace, silence: .seconds(3600)).isEmpty)
  }

  @Test func aWorkWithoutATotalIsCounted() {
    var shown = ""
    let progress = Progress("归档", changesInPlace: false, silence: .zero) { shown += $0 }
    progress.advance(to: 5, unit: "件")
    #expect(shown == "归档：5 件\n")
  }
}
