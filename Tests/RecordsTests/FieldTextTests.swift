import TestSupport
import Testing

@testable import Records

/// Characters of every kind that a record may hold, wanted or not.
private let characters: [Unicode.Scalar] = [
  "a", "Z", "0", "~", " ", "\t", "\n", "\u{7F}", "\u{85}", "\u{A0}", "é", "e", "\u{301}", "中", "㛃",
  "䶮", "（", "）",
  "，", "：", "ａ", "ｶ", "\u{FF9E}", "\u{3000}", "“", "—", "·", "\u{200B}", "\u{2028}", "\u{FEFF}",
  "\u{FFFD}",
  "\u{FFFE}", "\u{FFFF}", "\u{E000}", "\u{F8FF}", "\u{F9D4}", "\u{FE0F}", "𠀀", "\u{20000}",
  "\u{10FFFF}",
]

@Test func textThatCountsAsCleanIsPrintedAsItStands() {
  for seed in UInt64(1)...2000 {
    var random = SeededGenerator(seed: seed)
    var text = ""
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      text.unicodeScalars.append(characters[Int.random(in: characters.indices, using: &random)])
    }
    guard FieldText.isClean(Array(text.utf8)[...]) else { continue }
    let read = FieldText(text)
    #expect(read.text.unicodeScalars.elementsEqual(text.unicodeScalars), "seed \(seed)")
    #expect(!read.hadLineBreaks && !read.hadInvisibles && !read.wasDecomposed, "seed \(seed)")
    #expect(read.control == nil && read.privateUse.isEmpty, "seed \(seed)")
  }
}

@Test(arguments: ["劳动合同书（备案试运行文本）2018", "示例街，1号：甲", "ＡＢＣ", "中文 English"])
func ordinaryTextCountsAsClean(_ text: String) {
  #expect(FieldText.isClean(Array(text.utf8)[...]))
}

@Test(arguments: ["\u{E000}", "\u{FEFF}中", "\u{FFFE}", " 中", "中 ", "e\u{301}"])
func textToBeMendedDoesNotCountAsClean(_ text: String) {
  #expect(!FieldText.isClean(Array(text.utf8)[...]))
}
