import Diagnostics
import TestSupport
import Testing

@testable import Markdown

@Test(arguments: [
  ("1.登录系统", "a.md:1:1"), ("#标题", "a.md:1:1"), ("＃ 标题", "a.md:1:1"), ("-项目", "a.md:1:1"),
  ("正文\n\n  12.保存", "a.md:3:3"), ("|姓名｜说明|", "a.md:1:1"), ("｜姓名｜", "a.md:1:1"),
  ("1.\u{3000}登录", "a.md:1:1"), ("##\u{3000}标题", "a.md:1:1"),
])
func aHabitThatIsNotMarkdownIsNamed(_ text: String, _ place: String) {
  let diagnostics = readGuide(text, file: "a.md").1
  #expect(diagnostics.map(\.code) == ["markdown.habit"])
  #expect(diagnostics.first?.origin.description == place)
}

@Test(arguments: [
  "1. 登录", "# 标题", "- 项目", "3.5元", "-5度", "2021.10.8日", "#1 号窗口", "---", "| 姓名 | 说明 |",
  "```\n#标题\n1.登录\n```", "（1）登录",
  "-——破折号",
])
func otherLinesAreLeftInPeace(_ text: String) {
  #expect(guideComplaints(text) == [])
}

@Test func indentationThatMakesCodeIsNamed() {
  let text = "第一段\n\n    首行缩进的一段\n\n    let x = 1\n"
  #expect(guideComplaints(text).count == 1)
  #expect(guideComplaints("段\n\n    let x = 1\n") == [])
}

@Test func stepsStayOneListAroundTheirPictures() {
  let text = """
    1. 打开

    ![图](a.png)

    2. 登录

    > [!NOTE]
    > 须先注册

    ![图](b.png)
    ![图](c.png)

    3. 保存
    """
  #expect(
    body(text) == """
      list from 1
        item
          paragraph body "打开"
          paragraph body image(a.png: "图" "")
        item
          paragraph body "登录"
          callout note "说明"
            paragraph body "须先注册"
          paragraph body image(b.png: "图" "") " " image(c.png: "图" "")
        item
          paragraph body "保存"
      """
  )
}

@Test func listsThatDoNotGoOnCountingStayApart() {
  let text = "1. 甲\n\n![图](a.png)\n\n1. 乙\n\n文字\n\n2. 丙\n"
  #expect(body(text).split(separator: "\n").count { $0.hasPrefix("list") } == 3)
}

@Test func everyLineWithAHabitIsSeenFromItsFirstBytes() {
  var generator = SeededGenerator(seed: 5)
  let characters = Array("  ##＃-+0127９１.．、）)（(|｜①⑴⒈字，\u{3000}a")
  var count = 0
  for _ in 1...20_000 {
    let length = Int.random(in: 1...6, using: &generator)
    let line = String((0..<length).map { _ in characters.randomElement(using: &generator) ?? "字" })
    guard WritingHabit(line) != nil || CountedItem(line) != nil else { continue }
    count += 1
    #expect(WritingHabits.mayShowHabit(line), "\(line)")
  }
  #expect(count > 1000)
}
