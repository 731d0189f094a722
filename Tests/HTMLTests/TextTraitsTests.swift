import Testing

@testable import HTML

/// What is seen from the bytes of a text is never less than what its characters need.
@Suite struct TextTraitsTests {
  /// All characters up to U+FFFF, and a few beyond.
  private let scalars = (0...0x1_0FFF).compactMap { Unicode.Scalar(UInt32($0)) }

  private func expectAll(
    _ traits: TextTraits,
    where isMeant: (Unicode.Scalar) -> Bool
  ) {
    let meant = scalars.filter(isMeant)
    #expect(!meant.isEmpty)
    let overlooked = meant.filter { !TextTraits(of: "字\($0)，a").contains(traits) }
    #expect(overlooked == [])
  }

  @Test func whatMayNotStandAsItIsIsSeen() {
    expectAll(.special) { scalar in
      if scalar == "\n" || scalar == "\t" { return false }
      let isMarkup = ["\"", "&", "'", "<", ">"].contains(scalar)
      let properties = scalar.properties
      return isMarkup || properties.generalCategory == .control
        || properties.isNoncharacterCodePoint
    }
  }

  @Test(arguments: ["ARABIC LETTER", "TIBETAN LETTER", "MONGOLIAN LETTER"])
  func lettersOfForeignScriptsAreSeen(kind: String) {
    expectAll(.foreign) { $0.properties.name?.hasPrefix(kind) == true && $0.value < 0x1_0000 }
  }

  @Test func latinLettersAreSeen() {
    let letters = scalars.filter { $0.value < 0x250 && $0.properties.isAlphabetic }
    #expect(letters.contains("ß"))
    let overlooked = letters.filter { !["ª", "µ", "º"].contains($0) }
      .filter { !TextTraits(of: "字\($0)字").contains(.foreign) }
    #expect(overlooked == [])
  }

  @Test(arguments: ["HEBREW LETTER", "ARABIC LETTER", "SYRIAC LETTER", "PHOENICIAN LETTER"])
  func scriptsFromRightToLeftAreSeen(kind: String) {
    expectAll(.rightToLeft) { $0.properties.name?.hasPrefix(kind) == true }
  }

  @Test func onlyTheBracketOpensAName() {
    #expect(scalars.filter { TextTraits(of: "字\($0)字").contains(.name) } == ["【"])
  }

  @Test func chineseNeedsNothing() {
    let marks = "，。、；：？！（）《》〈〉“”‘’…—·【】〔〕「」『』￥％＋１２Ａ\u{3000}0123456789.,-+/() \n"
    let han = (0x4E00...0x9FFF).compactMap { Unicode.Scalar(UInt32($0)) }
    let needy = (han + Array(marks.unicodeScalars))
      .filter { !TextTraits(of: String($0)).subtracting(.name).isEmpty }
    #expect(needy == [])
  }
}
