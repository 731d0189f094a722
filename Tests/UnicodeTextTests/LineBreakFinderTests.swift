import TestSupport
import Testing
import UnicodeText

struct LineBreakFinderTests {
  private func pieces(_ text: String, locale: String = "zh@lb=strict") throws -> String {
    let finder = try LineBreakFinder(locale: locale)
    return pieces(text, at: try finder.breaks(in: text))
  }

  private func pieces(_ text: String, at breaks: [LineBreak]) -> String {
    var parts: [String] = []
    var start = text.utf8.startIndex
    for place in breaks {
      let end = text.utf8.index(text.utf8.startIndex, offsetBy: place.offset)
      parts.append(String(text[start..<end]))
      start = end
    }
    return parts.joined(separator: "|")
  }

  @Test func strictChineseKeepsMarksWithTheirText() throws {
    #expect(try pieces("甲方（盖章）：“长春”示例") == "甲|方|（盖|章）：|“长|春”|示|例")
    #expect(try pieces("5,500.00元") == "5,500.00|元")
    #expect(try pieces("——……") == "——……")
    #expect(try pieces("合同80%的") == "合|同|80%|的")
  }

  @Test func latinWordsBreakAfterSpacesOnly() throws {
    #expect(try pieces("see Form 7 now") == "see |Form |7 |now")
  }

  @Test func lineFeedsAreMandatory() throws {
    let breaks = try LineBreakFinder().breaks(in: "甲\n乙")
    #expect(
      breaks == [LineBreak(offset: 4, isMandatory: true), LineBreak(offset: 7, isMandatory: false)]
    )
  }

  @Test(arguments: ["\n", "\r", "\r\n", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}"])
  func everyLineEndOfUnicodeIsMandatory(end: String) throws {
    let breaks = try LineBreakFinder().breaks(in: "甲\(end)乙")
    #expect(breaks.map(\.isMandatory) == [true, false])
    #expect(breaks.first?.offset == 3 + end.utf8.count)
    #expect(try LineBreakFinder().breaks(in: end).map(\.isMandatory) == [true])
  }

  @Test func clustersAreNeverTorn() throws {
    #expect(try pieces("e\u{301}甲\u{E0100}👨‍👩‍👧乙") == "e\u{301}|甲\u{E0100}|👨‍👩‍👧|乙")
    #expect(try pieces("甲\u{2060}乙\u{A0}丙\u{200B}丁") == "甲\u{2060}乙\u{A0}丙\u{200B}|丁")
  }

  @Test func addressesBreakAfterTheirStrokes() throws {
    #expect(try pieces("https://example.org/a/b") == "https://|example.org/|a/|b")
    #expect(try pieces("HR-2024-017") == "HR-2024-017")
  }

  @Test func rulesOfAnotherLocaleCanBeAskedFor() throws {
    #expect(try pieces("甲々", locale: "zh@lb=loose") == "甲|々")
    #expect(try pieces("甲々") == "甲々")
  }

  @Test func aFinderForgetsTheTextBefore() throws {
    let finder = try LineBreakFinder()
    for count in [5000, 1, 0, 300] {
      let text = String(repeating: "甲", count: count)
      #expect(try finder.breaks(in: text).map(\.offset) == (0..<count).map { 3 * ($0 + 1) })
    }
  }

  @Test func emptyTextHasNoBreaks() throws {
    #expect(try LineBreakFinder().breaks(in: "").isEmpty)
  }

  @Test func offsetsCountBytesOfRareCharacters() throws {
    let breaks = try LineBreakFinder().breaks(in: "𬭼㛃")
    #expect(breaks.map(\.offset) == [4, 7])
  }

  @Test func aFinderServesManyTexts() throws {
    let finder = try LineBreakFinder()
    #expect(pieces("甲乙", at: try finder.breaks(in: "甲乙")) == "甲|乙")
    #expect(pieces("ab c", at: try finder.breaks(in: "ab c")) == "ab |c")
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func breaksAscendAndReachTheEnd(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let alphabet = Array("甲乙，。（）“”——…ab1 \n\u{3000}%¥年😀\u{301}\u{200B}\u{0}")
    let text = String(
      (0..<Int.random(in: 1...60, using: &random)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
      }
    )
    let offsets = try LineBreakFinder().breaks(in: text).map(\.offset)
    #expect(offsets.last == text.utf8.count, "seed \(seed)")
    #expect(zip(offsets, offsets.dropFirst()).allSatisfy(<), "seed \(seed)")
  }
}
