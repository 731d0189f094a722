import TestSupport
import Testing

@testable import UnicodeText

@Suite struct ForeignPhrasesTests {
  private func phrases(_ text: String) -> [String] {
    foreignPhrases(in: text).map { phrase in
      let bytes = Array(text.utf8)[phrase.range]
      return "\(phrase.script):" + String(decoding: bytes, as: UTF8.self)
    }
  }

  @Test(
    "words in other scripts than Han are told apart",
    arguments: [
      ("用人单位填写 Excel 模板", ["latin:Excel"]),
      ("另存为PDF文件", ["latin:PDF"]),
      ("Adobe Acrobat Reader 打开", ["latin:Adobe Acrobat Reader"]),
      ("José，Müller", ["latin:José", "latin:Müller"]),
      ("ئابدۇللا 的合同", ["arabic:ئابدۇللا"]),
      ("བསོད་ནམས 与 Tom", ["tibetan:བསོད་ནམས", "latin:Tom"]),
      ("ᠮᠣᠩᠭᠣᠯ", ["mongolian:ᠮᠣᠩᠭᠣᠯ"]),
      ("请用 Excel. 再试", ["latin:Excel"]),
      ("well-known 词", ["latin:well-known"]),
      ("Excel བོད", ["latin:Excel", "tibetan:བོད"]),
    ]
  )
  func words(text: String, expected: [String]) {
    #expect(phrases(text) == expected)
  }

  @Test(
    "codes, addresses and single letters are read out in Chinese",
    arguments: [
      "91110000MA01ABCD2X", "11010119900307123X", "hr@unit.example.cn", "A类", "第3A条", "5,500.00元",
      "花名册", "", "（一）", "V-02b", "C:\\temp",
    ]
  )
  func codes(text: String) {
    #expect(phrases(text) == [])
  }

  @Test("a text is foreign as a whole, in no part, or neither")
  func whole() {
    #expect(isForeign("Senior Engineer") == true)
    #expect(isForeign("2026-11-02") == false)
    #expect(isForeign("Excel 2019") == nil)
  }

  @Test("ranges are in order, apart, and hold whole characters", arguments: 0..<200)
  func ranges(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    let pool = Array("a Bé9@名，ئوབོᠮ.-\u{301}".unicodeScalars)
    var text = ""
    for _ in 0..<24 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text.unicodeScalars.append(pool[Int(state >> 33) % pool.count])
    }
    let bytes = Array(text.utf8)
    var end = 0
    for phrase in foreignPhrases(in: text) {
      #expect(phrase.range.lowerBound >= end && !phrase.range.isEmpty, "\(text)")
      end = phrase.range.upperBound
      #expect(String(validating: bytes[phrase.range], as: UTF8.self) != nil, "\(text)")
    }
    #expect(end <= bytes.count)
  }

  @Test("a Han character parts whatever stands beside it", arguments: 0..<200 as Range<UInt64>)
  func parting(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pool = Array("a Bé9@，ئوབོᠮ.-_\u{301}".unicodeScalars)
    func text() -> String {
      var text = ""
      for _ in 0..<8 { text.unicodeScalars.append(pool.randomElement(using: &generator) ?? "a") }
      return text
    }
    let (one, other) = (text(), text())
    let start = one.utf8.count + 3
    let apart =
      foreignPhrases(in: one).map(\.range)
      + foreignPhrases(in: other).map { start + $0.range.lowerBound..<start + $0.range.upperBound }
    #expect(foreignPhrases(in: one + "名" + other).map(\.range) == apart, "\(one)名\(other)")
  }
}
