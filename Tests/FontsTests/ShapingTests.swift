import Fonts
import Pages
import Styling
import TestSupport
import Testing

@Suite struct ShapingTests {
  let library: FontLibrary

  init() throws {
    library = try TestFonts.library()
  }

  /// Returns the advances in thousandths of an em.
  private func advances(_ text: String, _ family: FontFamily = .song) throws -> [Int] {
    try library.shape(text, family: family, weight: .regular).flatMap(\.glyphs).map {
      $0.advance / 1000
    }
  }

  @Test func hanCharactersAndTheirPunctuationAreOneEmWide() throws {
    let text = "吉林省，（甲方）“长春”《》；：？！……、。"
    #expect(try advances(text) == Array(repeating: 1000, count: text.unicodeScalars.count))
  }

  @Test func rareCharactersFindAFace() throws {
    #expect(try advances("𬭼㛃䶮𠮷").count == 4)
    #expect(try advances("𬭼㛃䶮𠮷", .kai).count == 4)
  }

  @Test func emptyTextHasNoRuns() throws {
    #expect(try library.shape("", family: .song, weight: .regular).isEmpty)
  }

  @Test func everyMissingCharacterIsNamed() throws {
    let error = #expect(throws: MissingGlyphs.self) {
      try library.shape("张\u{E000}三\u{10FFFD}", family: .song, weight: .regular)
    }
    #expect(error?.missing.map(\.codePoints) == ["U+E000", "U+10FFFD"])
    #expect(error?.missing.map(\.textOffset) == [3, 9])
  }
}
