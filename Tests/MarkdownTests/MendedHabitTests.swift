import Diagnostics
import Markdown
import Testing

@Test(arguments: [
  ("1.登录", "1. 登录"), ("12．保存", "12. 保存"), ("1.\u{3000}登录", "1. 登录"),
  ("#标题", "# 标题"), ("###标题", "### 标题"), ("＃＃ 标题", "## 标题"), ("-项目", "- 项目"),
  ("   2.缩进的", "   2. 缩进的"), ("|姓名｜说明|", "|姓名|说明|"), ("｜姓名｜", "|姓名|"),
])
func aHabitIsMended(before: String, after: String) {
  let (text, lines) = mendHabits(in: "段落\n\n\(before)\r\n尾\n")
  #expect(text == "段落\n\n\(after)\r\n尾\n")
  #expect(lines.map { ["\($0.number)", $0.before, $0.after] } == [["3", before, after]])
  #expect(readGuide(text, file: "a.md").1.filter { $0.code == "markdown.habit" } == [])
}

@Test(arguments: [
  ("（1）登录\n\n（2）保存\n\n（5）另一处\n", "1. 登录\n\n2. 保存\n\n（5）另一处\n"),
  ("1、登录\n\n  2、 保存\n\n5、另一处\n", "1. 登录\n\n  2. 保存\n\n5、另一处\n"),
])
func numbersAreAListWhereTheyCount(text: String, mended: String) {
  let complaints = readGuide(text, file: "a.md").1
  #expect(complaints.map(\.origin.description.count) == [8, 8])
  #expect(complaints.map(\.code) == ["markdown.habit", "markdown.habit"])
  #expect(mendHabits(in: text).text == mended)
}

@Test(arguments: [
  "1. 登录\n", "```\n#标题\n1、登录\n```\n", "（1）登录\n", "1、登录\n", "3.5元\n", "", "\u{FEFF}# 标题",
])
func otherTextStaysByteForByte(text: String) {
  let (mended, lines) = mendHabits(in: text)
  #expect(Array(mended.utf8) == Array(text.utf8))
  #expect(lines == [])
}
