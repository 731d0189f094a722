import TestSupport
import Testing

@testable import Searching

/// Pairs counted in a table are those that sorting them all gives.
@Suite struct PairTallyTests {
  private typealias Text = (text: [Unicode.Scalar], rank: PairIndex.Rank)

  /// Returns the pairs of `texts` found by way of a dictionary of all of them.
  private func sorted(_ texts: [Text]) -> [UInt64] {
    var ranks: [UInt64: [UInt64]] = [:]
    for (text, rank) in texts {
      for (first, second) in zip(text, text.dropFirst() + ["\0"]) {
        ranks[UInt64(first.value) << 21 | UInt64(second.value), default: []].append(rank.rawValue)
      }
    }
    return ranks.map { pair, ranks in
      let highest = ranks.max() ?? 0
      return pair << 2 | (highest == 0 && ranks.count > 2 ? 1 : highest)
    }.sorted()
  }

  @Test func randomTextsGiveTheSamePairsEitherWay() {
    let letters = Array("甲乙丙丁名册备案aZ09\u{10FFFF}𠮷".unicodeScalars)
    let ranks: [PairIndex.Rank] = [.mentioned, .mentioned, .mentioned, .repeated, .heading, .title]
    for seed in UInt64(0)..<200 {
      var random = SeededGenerator(seed: seed)
      let variety = Int.random(in: 1...letters.count, using: &random)
      let texts: [Text] = (0..<Int.random(in: 0...5, using: &random)).map { _ in
        let count = Int.random(in: 0...60, using: &random)
        let text = (0..<count).map { _ in letters[Int.random(in: 0..<variety, using: &random)] }
        return (text, ranks[Int.random(in: ranks.indices, using: &random)])
      }
      #expect(PairIndex.pairs(of: texts) == sorted(texts), "seed \(seed)")
    }
  }
}
