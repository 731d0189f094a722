import DocumentTree
import Markdown
import TestSupport
import Testing

/// One input for each block and inline that guides use, and for each way in which they meet.
private let inputs = [
  "甲\n乙\n\n丙", "甲  \n乙", "甲\\\n乙", "标题\n===\n\n小标题\n---", "###### 六级", "####### 七级", "## 尾部 ##",
  "- 甲\n- 乙\n\n- 丙", "* 甲\n+ 乙", "3. 甲\n4. 乙", "1) 甲\n2) 乙", "- 甲\n  - 乙\n    - 丙",
  "- 甲\n\n  续段\n- 乙",
  "- [ ] 未办\n- [x] 已办\n- 无框", "1. 甲\n   > 引\n2. 乙", "> 甲\n> > 乙\n\n丙", "> 甲\n懒行",
  "> [!TIP]\n> 甲", "> [!警告] **自拟**标题\n> 甲", "> [!NOTE]\n>\n> - 甲", "> [!note]\n> 小写", "> [!提示]",
  "> [甲](x)\n> 乙", "```\n甲\n\n乙\n```", "```swift  x\nlet a = 1\n```", "~~~\n```\n~~~", "```\n未闭合",
  "    code\n\ttab", "***", "甲\n\n* * *\n\n乙", "| 甲 | 乙 |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |",
  "| 甲 |\n|:-:|", "|甲|\n|-|\n\n段", "甲[^1]乙[^b]\n\n[^b]: 二\n[^1]: 一", "甲[^无]",
  "甲[^a]再[^a]\n\n[^a]: 注",
  "[甲][x]\n\n[x]: http://a.cn '题'", "[甲](<a b.html>)", "![图](a.png)", "[![图](a.png)](b.html)",
  "`甲 `` 乙`",
  "``甲 ` 乙``", "&copy; &lt; &#20013;", "\\* \\_ \\`", "*甲*乙**丙**", "***甲***", "_甲_ __乙__",
  "~甲~ ~~乙~~",
  "<https://a.cn>", "<a@b.cn>", "甲<br/>乙", "<!-- 甲\n乙 -->\n\n丙", "甲 <!-- 注 --> 乙",
  "\u{3000}\u{3000}首行缩进",
  "1、甲\n2、乙", "| `a\\|b` | c |\n|---|---|\n| **甲：**乙 | ~~丙。~~丁 |",
]

@Test func everyBlockBecomesItsNode() throws {
  let cases = inputs.map { input in "=== \(input)\n\(body(input))\n" }
  try expectGolden(cases.joined(separator: "\n"), "blocks.txt")
}

@Test func formsReadPlainMarkdownAsGuidesDo() {
  for input in inputs where !input.contains("```") {
    #expect(form(input) == body(input), "\(input)")
  }
}

@Test func footnotesOfAFormAreNumberedThroughItsSections() {
  let text = "甲[^1]\n\n[^1]: 一\n\n{{#e.name}}\n乙[^1]\n\n[^1]: 二\n{{/e.name}}\n"
  #expect(
    form(text) == """
      paragraph body "甲" footnote(1)
      section present {{e.name}}
        paragraph body "乙" footnote(2)
      footnote 1 "1"
        paragraph body "一"
      footnote 2 "1"
        paragraph body "二"
      """
  )
}

@Test func headingsOfAFormAreAnchoredOnceAcrossItsSections() {
  let text = "# 证明\n{{#e.name}}\n# 证明\n{{/e.name}}\n{{^e.name}}\n# 证明\n{{/e.name}}\n"
  let ids = form(text).split(separator: "\n").compactMap { line in
    line.split(separator: " ").first { $0.hasPrefix("#") }
  }
  #expect(ids == ["#证明", "#证明-2", "#证明-3"])
}

@Test func tagsInsideFencedCodeAreText() {
  #expect(form("```text\n{{#a}}\n```") == #"code "text" "{{#a}}\n""#)
  #expect(form("~~~~\n```\n{{/a}}\n~~~~") == #"code "" "```\n{{/a}}\n""#)
}

@Test func sectionsInsideLinesMayNest() {
  let text = "```note\n{{#a}}\n甲\n{{^b}}\n乙\n{{/b}}\n{{/a}}\n丙\n```"
  #expect(
    form(text) == """
      section present {{a}}
        paragraph note "甲"
        section absent {{b}}
          paragraph note "乙"
      paragraph note "丙"
      """
  )
}
