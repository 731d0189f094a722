import Diagnostics
import DocumentTree
import Markdown
import Testing

@Test(arguments: [
  ("1.登录系统后点击保存按钮", "序号后没有空格，不会成为列表；现为“1.登录系统后点击保存按”；请写成“1. ”，点后加一个空格"),
  ("12．保存", "序号后没有空格，不会成为列表；现为“12．保存”；请写成“1. ”，点后加一个空格"),
  ("##标题", "井号后没有空格，不会成为标题；现为“##标题”；请在井号后加一个空格"),
  ("＃ 标题", "全角井号不会成为标题；现为“＃ 标题”；请改用半角的“# ”"),
  ("-项目", "列表符号后没有空格，不会成为列表；现为“-项目”；请在“-”后加一个空格"),
  ("+项目", "列表符号后没有空格，不会成为列表；现为“+项目”；请在“+”后加一个空格"),
  ("|姓名｜说明|", "全角竖线不能分隔表格的格子；现为“|姓名｜说明|”；请改用半角的“|”"),
])
func aHabitIsNamedWithWhatToTypeInstead(_ line: String, _ expected: String) {
  #expect(guideComplaints("甲\n\n  \(line)\n") == ["a.md:3:3：警告：\(expected) [markdown.habit]"])
  #expect(guideComplaints("```\n\(line)\n```\n~~~\n\(line)\n~~~\n") == [])
}

@Test(arguments: [
  "123.保存", "1.5 元", "1.a", "1。登录", "1、登录", "#1", "#hash", "-a", "--删除", "-（一）", "+1", "*项目",
  "姓名｜说明", "2021.12.1 登录", "1.“登录”",
])
func aLineThatMayBeMeantAsItStandsIsLeftInPeace(_ line: String) {
  #expect(guideComplaints(line) == [])
}

@Test func fourSpacesBeforeChineseAreNamed() {
  #expect(
    guideComplaints("甲\n\n    首行缩进的一段文字不是代码，应当删去空格\n") == [
      "a.md:3:5：警告：行首四个空格会成为代码，不会成为首行缩进；现为“首行缩进的一段文字不是代”；"
        + "请删去行首的空格；首行缩进由样式决定 [markdown.indentedCode]"
    ]
  )
}

@Test(
  arguments: [
    ("<b>", "<b>"), ("</b>", "</b>"), ("<a href=\"x\">", "<a href=\"x\">"), ("<必填 x>", nil),
    ("<name>", "<name>"),
    ("< b>", nil), ("<3", nil), ("<!DOCTYPE a>", "<!DOCTYPE a>"),
  ] as [(String, String?)]
)
func rawHTMLIsPrintedAndNamed(_ tag: String, _ found: String?) {
  let text = "甲\(tag)乙"
  #expect(body(text).replacing("\" \"", with: "").contains(tag.replacing("\"", with: "\\\"")))
  let complaint = "a.md:1:2：警告：不支持 HTML，已按文字打印；现为“"
  #expect(
    guideComplaints(text).map { $0.hasPrefix(complaint + (found ?? "")) }
      == (found == nil ? [] : [true])
  )
}

@Test func longHTMLIsNamedByItsBeginning() {
  let text = "<div>" + String(repeating: "字", count: 100) + "</div>"
  let found = readGuide(text, file: "a.md").1.first?.found
  #expect(found == "<div>" + String(repeating: "字", count: 35))
}

@Test func tooDeepNestingIsNamedOnce() {
  let text = "甲\n\n" + String(repeating: "> ", count: 100) + "乙\n"
  #expect(
    guideComplaints(text) == ["a.md:1：警告：列表、引用或强调嵌套过深，已按 60 层处理 [markdown.depth]"]
  )
  #expect(guideComplaints(String(repeating: "> ", count: 50) + "乙") == [])
}

private let unused =
  "a.md:1:1：警告：文件开头两条 --- 之间的内容没有使用；标题、日期等设置写在 guide.yaml；若是正文，请在第一条 --- 之前空一行 [markdown.frontMatter]"

@Test(
  arguments: [
    "---\na: 1\n---\n文", "---\n---\n文", "\u{FEFF}---\na: 1\n---\n文", "---  \na: 1\n---\t\n文",
    "---\r\na: 1\r\n---\r\n文", "---\n\na: 1\n---\n文",
  ]
)
func frontMatterIsLeftOutWithAWarning(_ text: String) {
  #expect(body(text) == "paragraph body \"文\"")
  #expect(guideComplaints(text) == [unused])
}

@Test(arguments: ["----\na: 1\n---\n", " ---\na: 1\n---\n", "\n---\na: 1\n---\n", "---\na: 1\n"])
func marksElsewhereAreNoFrontMatter(_ text: String) {
  #expect(body(text).contains("a: 1"))
  #expect(!guideComplaints(text).contains(unused))
}

@Test func frontMatterIsNeitherPrintedNorJudged() {
  #expect(body("---\n#标题\n1.登录\n---\n文") == "paragraph body \"文\"")
  #expect(guideComplaints("---\n#标题\n<b>\n---\n文") == [unused])
  #expect(guideComplaints("---\na: 1\n---\n<b>甲").last?.hasPrefix("a.md:4:1：") == true)
}

@Test func aFormHasNoFrontMatter() {
  #expect(form("---\na: 1\n---\n").hasPrefix("divider"))
}

@Test func footnotesAreNumberedByTheirFirstMark() {
  let text = "甲[^乙]、[^a-1]、[^乙]\n\n[^a-1]: 一\n\n    二\n[^乙]: 三[^c]\n[^c]: 四\n[^没用]: 五\n"
  #expect(
    body(text) == """
      paragraph body "甲" footnote(1) "、" footnote(2) "、" footnote(1)
      footnote 1 "乙"
        paragraph body "三" footnote(3)
      footnote 2 "a-1"
        paragraph body "一"
        paragraph body "二"
      footnote 3 "c"
        paragraph body "四"
      """
  )
}

@Test func footnotesMayBeMarkedInCellsAndHeadings() {
  let text = "# 甲[^x]\n\n| 乙[^y] |\n|---|\n\n[^x]: 一\n[^y]: 二\n"
  let dump = body(text)
  #expect(dump.contains("heading 1 #甲 \"甲\" footnote(1)"))
  #expect(dump.contains("head: \"乙\" footnote(2)"))
  #expect(dump.contains("footnote 1 \"x\""))
  #expect(dump.contains("footnote 2 \"y\""))
}

@Test(arguments: [
  ("|甲|乙|\n|:--|--:|", "start, end"), ("|甲|乙|\n|:-:|---|", "centre, start"),
  ("甲|乙\n-|-", "start, start"),
])
func columnsAreAlignedByTheirRule(_ text: String, _ alignment: String) {
  #expect(body(text).hasPrefix("table [\(alignment)]\n  head: \"甲\" | \"乙\""))
}

@Test func aCellHoldsEveryInline() {
  let text = "| **甲**`a\\|b` | [乙](x) ~~丙~~ |\n|---|---|\n| ![图](p.png) | 丁<br>戊 \\| 己 |\n"
  #expect(
    body(text) == """
      table [start, start]
        head: strong("甲") code("a|b") | link(x: "乙") " " strikethrough("丙")
        row: image(p.png: "图" "") | "丁" break "戊 | 己"
      """
  )
}

@Test func picturesAndCalloutsBetweenStepsBelongToTheStepBefore() {
  let inner = [
    "![图](a.png)", "> [!NOTE]\n> 注", "![图](a.png)\n\n> [!TIP]\n> 注\n\n![图](b.png)",
    "![图](a.png)\\\n![图](b.png)",
  ]
  for between in inner {
    let lists = body("3. 甲\n\n\(between)\n\n4. 乙\n").split(separator: "\n").filter {
      $0.hasPrefix("list")
    }
    #expect(lists == ["list from 3"], "\(between)")
  }
}

@Test(arguments: [
  "文字", "![图](a.png) 文字", "## 题", "> 引", "| 表 |\n|---|", "```\n码\n```", "***",
])
func anythingElseBetweenStepsPartsTheList(_ between: String) {
  let lists = body("1. 甲\n\n\(between)\n\n2. 乙\n").split(separator: "\n").filter {
    $0.hasPrefix("list")
  }
  #expect(lists == ["list from 1 tight", "list from 2 tight"])
}

@Test(arguments: [
  ("1. 甲", "3. 乙"), ("1. 甲", "1. 乙"), ("2. 甲", "2. 乙"), ("- 甲", "2. 乙"), ("1. 甲", "- 乙"),
])
func stepsThatDoNotFollowStayApart(_ first: String, _ second: String) {
  let lists = body("\(first)\n\n![图](a.png)\n\n\(second)\n").split(separator: "\n").filter {
    $0.hasPrefix("list")
  }
  #expect(lists.count == 2)
}

@Test func stepsInsideOtherBlocksAreMendedToo() {
  let dump = body("> 1. 甲\n>\n> ![图](a.png)\n>\n> 2. 乙\n")
  #expect(dump.split(separator: "\n").count { $0.contains("list from") } == 1)
  let inner = body("- 子\n\n  1. 甲\n\n  ![图](a.png)\n\n  2. 乙\n")
  #expect(inner.split(separator: "\n").count { $0.contains("list from") } == 1)
}

@Test func emptyTextsAreEmptyDocuments() {
  for text in ["", "\n", " \n\t\n", "\u{FEFF}", "<!-- 注 -->\n"] {
    #expect(body(text) == "", "\(text.debugDescription)")
    #expect(guideComplaints(text) == [])
  }
}

@Test func aFormIsNotWarnedOfWhatGuidesAreWarnedOf() {
  for text in ["甲\n\n    首行缩进\n", "1.登录\n", "#标题\n", "|甲｜乙|\n"] {
    #expect(formComplaints(text) == [], "\(text)")
    #expect(guideComplaints(text).count == 1, "\(text)")
  }
}
