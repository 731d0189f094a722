import TestSupport
import Testing

@testable import UnicodeText

/// The levels of text that runs in both directions.
struct BidiLevelsTests {
  /// Returns the level of each scalar as one digit.
  private func dump(_ text: String, values: [Range<Int>] = []) throws -> String {
    guard let levels = try BidiLevels(of: text, values: values) else { return "" }
    var offset = 0
    return text.unicodeScalars.map { scalar in
      defer { offset += UTF8.width(scalar) }
      return String(levels.level(at: offset))
    }.joined()
  }

  /// The lines where ICU 72 itself differs: isolates and brackets between explicit embeddings, which records never
  /// hold, marks after a bracket, and brackets nested more than sixty deep.
  private static let linesOfOtherMind: Set<Int> = [
    59, 60, 61, 62, 65, 66, 67, 68, 69, 70, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80, 83, 84, 85, 86,
    87, 88, 102, 108, 113, 120, 164,
  ]

  @Test func levelsAreThoseOfUnicodesOwnCases() throws {
    let cases = try BidiCase.all()
    #expect(cases.count == 91_707)
    var others: Set<Int> = []
    for one in cases {
      let found = try BidiLevels(of: one.text, isolating: [], base: one.base)
      var offset = 0
      for (scalar, level) in zip(one.text.unicodeScalars, one.levels) {
        if let level, found.level(at: offset) != level { others.insert(one.line) }
        offset += UTF8.width(scalar)
      }
    }
    #expect(others == Self.linesOfOtherMind)
  }

  @Test func stretchesCoverTheText() throws {
    for one in try BidiCase.all().prefix(2000) {
      let found = try BidiLevels(of: one.text, isolating: [], base: one.base)
      var end = 0
      for stretch in found.stretches {
        if stretch.range.lowerBound != end { Issue.record("line \(one.line)") }
        end = stretch.range.upperBound
      }
      if end != one.text.utf8.count { Issue.record("line \(one.line)") }
    }
  }

  @Test(arguments: ["", "长春", "José 2026-11-02", "“甲”——乙", "བོད", "ᠮᠣᠩᠭᠣᠯ", "葛\u{E0100}", "한글", "😀"])
  func otherTextHasNoLevels(text: String) throws {
    #expect(!mayRunRightToLeft(text))
    #expect(try BidiLevels(of: text) == nil)
  }

  @Test(arguments: ["ئا", "甲ئا", "\u{200F}", "\u{202E}a", "\u{FEDF}", "\u{10D00}", "\u{1EE00}"])
  func textThatMayRunBackwardsIsNoticed(text: String) { #expect(mayRunRightToLeft(text)) }

  @Test func aForeignNameMovesNothingBesideIt() throws {
    // Without isolation the comma and the number would go to the left of the name (UAX #9, W2 and N1).
    #expect(try dump("原名ئا，2026年") == "001100000000".prefix(10))
    #expect(try dump("ئا 2026年") == "1100000" + "0")
    #expect(try dump("（ئا）") == "0110")
    #expect(try dump("甲ئا. ئا乙") == "01111110")
  }

  @Test func aNumberInsideAPhraseRunsFromLeftToRight() throws {
    #expect(try dump("甲ئا 15 ئا乙") == "0111221110")
  }

  @Test func twoValuesSideBySideKeepTheirOrder() throws {
    let text = "甲ئا ئا"
    #expect(try dump(text) == "011111")
    #expect(try dump(text, values: [3..<7, 8..<12]) == "011011")
  }

  @Test func aTextWithoutHanFollowsItsFirstLetter() throws {
    #expect(try BidiLevels(of: "ئا abc")?.base == 1)
    #expect(try BidiLevels(of: "abc ئا")?.base == 0)
    #expect(try BidiLevels(of: "12 ئا abc")?.base == 1)
    #expect(try BidiLevels(of: "ئا 甲")?.base == 0)
    #expect(try BidiLevels(of: "ئا：2026", values: [0..<4])?.base == 0)
  }

  @Test func marksStayWithTheirLetter() throws {
    #expect(try dump("甲ب\u{64E}乙") == "0110")
  }
}
