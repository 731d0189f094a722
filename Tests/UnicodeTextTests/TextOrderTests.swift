import Testing
import UnicodeText

struct TextOrderTests {
  private func sorted(_ texts: [String], locale: String = "zh-u-co-pinyin") throws -> [String] {
    let order = try TextOrder(locale: locale)
    return try texts.sorted { left, right in try order.precedes(left, right) }
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

  @Test func aTextNeverPrecedesItself() throws {
    let order = try TextOrder()
    #expect(try !order.precedes("王芳", "王芳"))
    #expect(try !order.precedes("", ""))
    #expect(try order.precedes("", "王"))
  }

  @Test func composedFormJoinsMarks() throws {
    #expect(Array(try composed("e\u{301}").unicodeScalars) == ["\u{E9}"])
    #expect(try composed("名册") == "名册")
    #expect(try composed("") == "")
    #expect(Array(try composed("\u{FB2C}").unicodeScalars).count == 3)
  }
}
