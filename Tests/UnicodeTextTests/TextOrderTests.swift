import TestSupport
import Testing
import UnicodeText

struct TextOrderTests {
  private func sorted(_ texts: [String], locale: String = "zh-u-co-pinyin") throws -> [String] {
    let order = try TextOrder(locale: locale)
    return try texts.map { (text: $0, key: try order.key(of: $0)) }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map(\.text)
  }

  @Test func namesFollowPinyin() throws {
    #expect(try sorted(["王芳", "李娜", "张伟", "陈堃"]) == ["陈堃", "李娜", "王芳", "张伟"])
  }

  @Test func namesCanFollowStrokes() throws {
    #expect(try sorted(["李一", "王一", "丁一"], locale: "zh-u-co-stroke") == ["丁一", "王一", "李一"])
  }

  @Test func rareCharactersStandLast() throws {
    #expect(try sorted(["𬭼", "赵", "㛃"]).first == "赵")
  }

  @Test func anEmptyTextStandsFirst() throws {
    #expect(try sorted(["王", "", "3"]) == ["", "3", "王"])
  }

  @Test func localesThatAreNoneAreRefused() {
    #expect(throws: UnicodeFailure.unavailable(locale: "zh@lb=;;;=", status: 1)) {
      try TextOrder(locale: "zh@lb=;;;=")
    }
  }

  @Test func unknownLocalesFallBackToTheOrderOfAllScripts() throws {
    #expect(try sorted(["b", "á", "a"], locale: "xx") == ["a", "á", "b"])
  }

  @Test func digitsStandBeforeHanAndHanBeforeLetters() throws {
    #expect(
      try sorted(["王芳", "Bob", "alice", "3号", "12号"]) == ["12号", "3号", "王芳", "alice", "Bob"]
    )
  }

  @Test func tonesAndStrokesSettleEqualSyllables() throws {
    // mā má mǎ mà; then 伟 and 玮 of the same sound and tone by strokes.
    #expect(try sorted(["骂", "马", "麻", "妈"]) == ["妈", "麻", "马", "骂"])
    #expect(try sorted(["玮", "伟"]) == ["伟", "玮"])
  }

  @Test func readingsOfSurnamesAreThoseOfTheCharacter() throws {
    // 曾 sorts under céng and 单 under dān: a promise of what not to expect.
    #expect(try sorted(["陈", "曾", "程"]) == ["曾", "陈", "程"])
    #expect(try sorted(["邓", "单", "党"]) == ["单", "党", "邓"])
  }

  @Test func equivalentTextsHaveTheSameKey() throws {
    let order = try TextOrder()
    #expect(try order.key(of: "e\u{301}") == order.key(of: "\u{E9}"))
  }

  @Test func namesWithZeroBytesAreComparedToTheirEnd() throws {
    #expect(try sorted(["王\u{0}b", "王\u{0}a"]) == ["王\u{0}a", "王\u{0}b"])
  }
}

struct ComposedTextTests {
  @Test func composedFormJoinsMarks() throws {
    #expect(Array(try composed("e\u{301}").unicodeScalars) == ["\u{E9}"])
    #expect(try composed("名册") == "名册")
    #expect(try composed("") == "")
    #expect(Array(try composed("\u{FB2C}").unicodeScalars).count == 3)
  }

  @Test func oneByteTextsAreLeftAsTheyAre() throws {
    let text = "Form HR-017\u{0}\t~"
    #expect(try composed(text) == text)
  }

  @Test func compatibilityIdeographsBecomeTheirUnifiedTwins() throws {
    // Names typed with either form are found alike; printing never goes through this form.
    #expect(Array(try composed("\u{F9D4}").unicodeScalars) == ["\u{502B}"])
  }

  @Test func fullWidthLettersAndRareCharactersStay() throws {
    for text in ["ＡＢ１２", "𬭼㛃䶮", "①（一）", "甲\u{200B}乙\u{E0100}"] {
      #expect(Array(try composed(text).utf8) == Array(text.utf8))
    }
  }

  @Test func textsThatGrowMostHaveRoom() throws {
    // Three bytes for one: UAX #15 names U+1D160 and U+0390.
    let text = String(repeating: "\u{1D160}\u{390}", count: 500)
    let result = try composed(text)
    #expect(result.utf8.count == 500 * (12 + 2))
    #expect(try composed(result).utf8.elementsEqual(result.utf8))
  }

  @Test func zeroBytesEndNothing() throws {
    #expect(
      Array(try composed("e\u{301}\u{0}e\u{301}").unicodeScalars) == ["\u{E9}", "\u{0}", "\u{E9}"]
    )
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func composingIsStableAndKeepsTheMeaning(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let text = String(
      String.UnicodeScalarView(
        (0..<80).compactMap { _ in Unicode.Scalar(UInt32.random(in: 0...0x2FFFF, using: &random)) }
      )
    )
    let once = try composed(text)
    // Swift compares strings by canonical equivalence, worked out by tables of its own.
    #expect(once == text, "seed \(seed)")
    #expect(try composed(once).utf8.elementsEqual(once.utf8), "seed \(seed)")
  }
}
