import Diagnostics
import Testing

/// A message says in another language what it says in Chinese, with the same values.
@Suite struct MessageTests {
  private let english = Vocabulary([
    "已写入“{0}”：{1}": "{1} went to “{0}”", "{0} 份": "{0} documents", "姓名": "name", "缺少{0}": "no {0}",
    "，是否要写“{0}”": "; did you mean “{0}”?", "、": ", ", "空": "{0} {x} {",
  ])

  @Test func valuesFindTheirHoles() {
    let message: Message = "已写入“\("a{1}b")”：\("\(3) 份" as Message)"
    #expect(message.pattern == "已写入“{0}”：{1}")
    #expect(message.description == "已写入“a{1}b”：3 份")
    #expect(message.words(in: english) == "3 documents went to “a{1}b”")
    #expect(message.words(in: .chinese) == message.description)
  }

  @Test func onlyTermsAreLookedUp() {
    #expect(("缺少\("姓名")" as Message).words(in: english) == "no 姓名")
    #expect(("缺少\(term: "姓名")" as Message).words(in: english) == "no name")
    #expect(Message(value: "姓名").words(in: english) == "姓名")
    #expect(Message(term: "姓名").words(in: english) == "name")
  }

  /// A name that is printed or typed in Chinese stays, with what it means before it.
  @Test func namesKeepTheirChineseBehindWhatTheyMean() {
    let known: Message = "缺少\("姓名.pdf", meaning: "姓名")"
    #expect(known.description == "缺少姓名.pdf")
    #expect(known.words(in: english) == "no name (姓名.pdf)")
    #expect(("缺少\("甲.pdf", meaning: "甲")" as Message).words(in: english) == "no 甲.pdf")
  }

  @Test func whatSpeaksForItselfIsAMessageInside() {
    struct Lack: Worded {
      let message: Message = "缺少\(term: "姓名")"
    }
    #expect("\(Lack())" == "缺少姓名")
    #expect(("已写入“\("a")”：\(Lack())" as Message).words(in: english) == "no name went to “a”")
  }

  @Test func whatHasNoWordsStaysChinese() {
    let message: Message = "没有这句，\("\(2) 份" as Message)"
    #expect(message.words(in: english) == "没有这句，2 documents")
  }

  @Test func bracesThatAreNoHolesStay() {
    #expect(("空" as Message).words(in: english) == "{0} {x} {")
  }

  @Test func messagesAreJoined() {
    let list = ["姓名", "甲"].map { Message(term: $0) }.joined(separator: "、")
    #expect(list.description == "姓名、甲" && list.words(in: english) == "name, 甲")
    #expect([Message]().joined(separator: "、").isEmpty)
    var longer: Message = "\(1) 份"
    longer += "，是否要写“\("b")”"
    #expect(longer.words(in: english) == "1 documents; did you mean “b”?")
  }

  @Test func valuesAreListedWithTheMarksOfTheLanguage() {
    let message: Message = "缺少\(list: ["姓名", "甲"])"
    #expect(message.description == "缺少姓名、甲")
    #expect(message.words(in: english) == "no 姓名, 甲")
    #expect("缺少\(list: ["甲", "乙"], by: "或者")" as Message == "缺少甲或者乙")
  }

  @Test func whatPutsKnownMessagesTogetherIsKnown() {
    let copies: Message = "\(1) 份"
    #expect(copies.isKnown(to: english) && (copies + "").isKnown(to: english))
    #expect((copies + "，是否要写“\("b")”").isKnown(to: english))
    #expect(!(copies + "没有这句").isKnown(to: english))
    #expect(!Message(value: "姓名").isKnown(to: english) && !("" as Message).isKnown(to: english))
  }

  @Test func whatSaysTheSameIsEqual() {
    #expect("一\(2)三" as Message == "一2三")
    #expect(Set(["一\(2)", "一2"] as [Message]).count == 1)
  }
}
