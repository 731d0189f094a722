import Geometry
import LineBreaking
import Testing

struct SolidTextTests {
  @Test(arguments: [
    "甲", "劳动合同书", "一丁龥鿿", "220104199001011234", "HR-017", "5,500.00", "a@b.cn", "~!",
  ])
  func suchTextIsAsWideAsItsCharacters(text: String) throws {
    #expect(SolidText(text) != nil)
    let items = try TestMeasure.items(of: text)
    let sum = TestMeasure.clusters(of: text).reduce(Length.zero) { $0 + $1.advance }
    #expect(onlyLine(of: items).natural == sum)
    #expect(items.allSatisfy { $0.shift == .zero && $0.joint.natural == .zero })
  }

  @Test(arguments: [
    "", " ", "a b", "甲a", "a甲", "甲，", "（甲）", "甲·乙", "——", "é", "㐀", "𠀀", "\u{3FFF}", "\u{A000}",
    "\t", "\u{7F}",
    "甲\n", "가", "あ",
  ])
  func anyOtherTextIsNot(text: String) {
    #expect(SolidText(text) == nil)
  }

  @Test(arguments: [("HR-017", true), ("a@b.cn", true), ("5,500.00", false), ("~[{", false)])
  func lettersAreTold(text: String, hasLetters: Bool) {
    #expect(SolidText(text) == .ascii(hasLetters: hasLetters))
  }

  @Test func hanHasNoLettersOfOtherLanguages() {
    #expect(SolidText("劳动合同书") == .han)
    #expect(SolidText("甲")?.hasLetters == false)
  }
}
