import Diagnostics
import Markdown
import Testing

/// Returns what is said about a form as the terminal prints it.
private func complaints(_ text: String) -> [String] {
  readForm(text, file: "body.md").1.map(\.description)
}

@Test(arguments: [
  ("{{#e.name}}", "present {{e.name}}"), ("{{^e.name}}", "absent {{e.name}}"),
  ("  {{# e.name }}  ", "present {{e.name}}"), ("\t{{^\te.name}}", "absent {{e.name}}"),
  ("{{#e.name=张三}}", "equals(\"张三\") {{e.name}}"),
  ("{{#e.name = 张 三 }}", "equals(\"张 三\") {{e.name}}"),
  ("{{#e.name=}}", "equals(\"\") {{e.name}}"), ("{{#e.name=a=b}}", "equals(\"a=b\") {{e.name}}"),
  ("{{#e.name=#^/}}", "equals(\"#^/\") {{e.name}}"),
])
func aTagOnItsOwnLineOpensASection(_ tag: String, _ expected: String) {
  for close in ["{{/e.name}}", "  {{/ e.name }}"] {
    #expect(
      form("甲\n\(tag)\n乙\n\(close)\n丙") == """
        paragraph body "甲"
        section \(expected)
          paragraph body "乙"
        paragraph body "丙"
        """
    )
    #expect(form("```lines\n\(tag)\n乙\n\(close)\n```").hasPrefix("section \(expected)"))
  }
}

private let expected = "应为{{#字段}}、{{^字段}}、{{#字段=值}} 或 {{/字段}} [form.sectionSyntax]"

@Test(arguments: [
  "{{#}}", "{{#姓名}}", "{{^e.name=张三}}", "{{/e.name=张三}}", "{{#=张三}}", "{{# e name}}",
  "{{#e.name:年}}", "{{/}}", "{{^e..name}}",
])
func aTagThatCannotBeReadIsNamedOnce(_ tag: String) {
  #expect(complaints("甲\n\n  \(tag)\n\n乙") == ["body.md:3:3：错误：分段标记的写法有误；现为“\(tag)”；\(expected)"])
  #expect(form("甲\n\n  \(tag)\n\n乙") == "paragraph body \"甲\"\nparagraph body \"乙\"")
  #expect(
    complaints("```lines\n \(tag)\n```") == ["body.md:2:2：错误：分段标记的写法有误；现为“\(tag)”；\(expected)"]
  )
}

@Test(arguments: [
  "甲{{#e.name}}", "{{#e.name}}乙", "{{#e.name}}{{/e.name}}", "- {{#e.name}}", "> {{/e.name}}",
])
func aTagBesideOtherTextOpensNothing(_ line: String) {
  #expect(!form(line).contains("section"))
  #expect(formComplaints(line).allSatisfy { $0.hasSuffix("form.misplacedSection") })
  #expect(!formComplaints(line).isEmpty)
}

@Test func whatIsLeftOpenIsNamedWithItsEnd() {
  #expect(
    complaints("甲\n{{#a}}\n {{^b}}\n乙") == [
      "body.md:2:1：错误：分段没有结束标记；现为“{{#a}}”；请补上独占一行的“{{/a}}” [form.unclosedSection]",
      "body.md:3:2：错误：分段没有结束标记；现为“{{^b}}”；请补上独占一行的“{{/b}}” [form.unclosedSection]",
    ]
  )
}

@Test func anEndWithoutABeginningIsNamed() {
  #expect(
    complaints("甲\n{{/a}}\n乙") == [
      "body.md:2:1：错误：没有与此结束标记对应的开始标记；现为“{{/a}}”；请删去此行，或补上“{{#a}}” [form.straySection]"
    ]
  )
  #expect(form("甲\n{{/a}}\n乙") == "paragraph body \"甲\"\nparagraph body \"乙\"")
}

@Test func sectionsThatCrossAreNamedWithBothTags() {
  #expect(
    complaints("{{#a=1}}\n{{^b}}\n甲\n{{/a}}\n{{/b}}") == [
      "body.md:2:1：错误：分段交叉：此段应在第 4 行的 {{/a}} 之前结束；现为“{{^b}}”；请补上独占一行的“{{/b}}” [form.crossedSections]",
      "body.md:5:1：错误：没有与此结束标记对应的开始标记；现为“{{/b}}”；请删去此行，或补上“{{#b}}” [form.straySection]",
    ]
  )
}

@Test func anEndClosesTheInnermostOfItsName() {
  #expect(
    form("{{#a}}\n{{#a=1}}\n甲\n{{/a}}\n乙\n{{/a}}") == """
      section present {{a}}
        section equals("1") {{a}}
          paragraph body "甲"
        paragraph body "乙"
      """
  )
}

@Test func anEmptySectionStays() {
  #expect(form("{{#a}}\n{{/a}}") == "section present {{a}}")
}

@Test func blocksDoNotReachOverATag() {
  #expect(
    form("甲\n{{#a}}\n乙\n{{/a}}\n- 丙\n{{#b}}\n- 丁\n{{/b}}") == """
      paragraph body "甲"
      section present {{a}}
        paragraph body "乙"
      list bulleted tight
        item
          paragraph body "丙"
      section present {{b}}
        list bulleted tight
          item
            paragraph body "丁"
      """
  )
}

@Test(arguments: [29, 30])
func thirtySectionsAreTheDeepest(_ depth: Int) {
  let open = (0..<depth).map { "{{#a\($0)}}\n" }.joined()
  let close = (0..<depth).reversed().map { "{{/a\($0)}}\n" }.joined()
  let found = formComplaints(open + "内容\n" + close)
  #expect(found.isEmpty == (depth < 30))
  #expect(form(open + "内容\n" + close).contains("paragraph body \"内容\""))
}

@Test func tagsInsideFencedCodeOfTildesAndIndentationAreText() {
  #expect(formComplaints("~~~\n{{#a}}\n~~~") == [])
  #expect(formComplaints("   ```text\n{{#a}}\n   ```") == [])
  #expect(formComplaints("```text\n{{#a}}") == [])
  #expect(formComplaints("```text\n{{/a}}\n``\n{{/b}}\n```") == [])
  #expect(formComplaints("```text\n```\n{{/b}}") == ["body.md:3:1 form.straySection"])
  #expect(formComplaints("``` `a`\n{{/b}}") == ["body.md:2:1 form.straySection"])
}
