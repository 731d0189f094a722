import Diagnostics
import DocumentTree
import Markdown
import TestSupport
import Testing

private let roster = """
  # {{form.title}}

  ```subtitle
  （{{batch.asOf:中文日期}}）
  ```

  ```fields
  单位名称（盖章）：{{emp.name}} | 统一社会信用代码：{{emp.uscc}}
  填报日期：{{batch.asOf:中文日期}} | 单位：元
  ```

  ```table filings
  序号 | seq | 10 | 中
  姓名 | e.name | 22 | 中
  年限 | {{t.serviceYears}}年{{t.serviceMonths}}个月 | 20
  月工资 | c.wage.monthly:千分位 | 20 | 右
  签名 | | 10 | 左
  @closing （以下空白）
  @total 合计 | {{roster.wageSum:千分位}} |
  ```

  ```signatures
  单位负责人：{{_:8}} | 经办人：{{emp.agent.name:8}}
  {{盖章:employer:40}} | **日期：**{{batch.asOf:中文日期:无线}}
  ```
  """

@Test func aRosterIsReadWhole() throws {
  let (document, diagnostics) = readForm(roster, file: "body.md")
  #expect(diagnostics.isEmpty)
  try expectGolden(document.dump(showsOrigins: true), "roster.txt")
}

private let contract = """
  # 劳动合同书

  **第一条**　本合同自{{c.startDate:中文日期}}起。
  {{#c.endDate}}
  至{{c.endDate:中文日期:12}}止。
  {{#c.probation.has}}
  试用期至{{c.probation.endDate:中文日期}}止。
  {{/c.probation.has}}
  {{/c.endDate}}
  {{^c.endDate}}
  无固定期限。
  {{/c.endDate}}
  {{#c.wage.type=monthly}}
  - 月工资{{c.wage.monthly:千分位:8}}元（**{{c.wage.monthly:大写}}**）
  {{/c.wage.type=monthly}}

  ```lines
  甲方：{{emp.name}}
  {{#c.clauses}}
  {{item.no}}、{{item.text}}
  {{/c.clauses}}
  ```
  ```pagebreak
  ```
  """

@Test func aContractKeepsItsSections() throws {
  let fixed = contract.replacing("{{/c.wage.type=monthly}}", with: "{{/c.wage.type}}")
  let (document, diagnostics) = readForm(fixed, file: "body.md")
  #expect(diagnostics.isEmpty)
  try expectGolden(document.dump(), "contract.txt")
}

@Test func aClosingTagTakesNoValue() {
  #expect(
    formComplaints("{{#a=x}}\n甲\n{{/a=x}}\n")
      == ["body.md:1:1 form.unclosedSection", "body.md:3:1 form.sectionSyntax"]
  )
}

@Test(arguments: [
  ("甲{{e.name", "body.md:1:2 form.unclosedHole"),
  ("甲}}乙", "body.md:1:2 form.strayBraces"),
  ("第一行\n**“甲”**{{e.name}} {{", "body.md:2:19 form.unclosedHole"),
  ("甲{{e.\nname}}", "body.md:1:2 form.unclosedHole"),
  ("甲{{}}", "body.md:1:2 form.holeSyntax"),
  ("甲{{姓名}}", "body.md:1:2 form.holeSyntax"),
  ("甲{{e.name：大写}}", "body.md:1:2 form.holeSyntax"),
  ("甲{{e.name:}}", "body.md:1:2 form.holeSyntax"),
  ("甲{{e.name:900}}", "body.md:1:2 form.holeSyntax"),
  ("甲{{_:宽}}", "body.md:1:2 form.holeSyntax"),
  ("甲{{盖章}}", "body.md:1:2 form.holeSyntax"),
  ("甲{{盖章:a:900}}", "body.md:1:2 form.holeSyntax"),
  ("甲{{#e.name}}", "body.md:1:2 form.misplacedSection"),
  ("{{#e.name}}\n甲", "body.md:1:1 form.unclosedSection"),
  ("甲\n\n  {{/e.name}}", "body.md:3:3 form.straySection"),
  ("{{#e}}\n甲\n{{#f}}\n乙\n{{/e}}", "body.md:3:1 form.crossedSections"),
  ("```lines\n甲 {{e.name\n```", "body.md:2:3 form.unclosedHole"),
  ("```lines\n甲 |  乙}}\n```", "body.md:2:7 form.strayBraces"),
  ("```lines\n{{#e}}\n```", "body.md:2:1 form.unclosedSection"),
  ("```table\n甲 | e.name\n```", "body.md:1:1 form.table"),
  ("```table filings\n```", "body.md:1:1 form.table"),
  ("```table filings\n甲 | e.name\n乙\n```", "body.md:3:1 form.column"),
  ("```table filings\n甲 | e.name | 宽\n```", "body.md:2:14 form.column"),
  ("```table filings\n甲 | e.name | 3 | 上\n```", "body.md:2:18 form.column"),
  ("```table filings\n甲 | 姓名 | 3\n```", "body.md:2:5 form.holeSyntax"),
  ("```table filings\n甲 | e.name\n@totla 合计\n```", "body.md:3:1 form.tableOption"),
  ("```table filings\n甲 | e.name\n@total 合计 | 1\n```", "body.md:3:1 form.tableOption"),
  ("```fields x\n甲\n```", "body.md:1:1 form.fence"),
])
func aMistakeInAFormNamesItsPlace(_ text: String, _ expected: String) {
  #expect(formComplaints(text).first == expected)
  #expect(formComplaints(text).count <= 2)
}

@Test func allMistakesAreReportedInOrder() {
  let text = "{{e.name\n\n{{姓}} }}\n\n```lines\n{{_:x}}\n```\n{{/x}}\n"
  #expect(
    formComplaints(text) == [
      "body.md:1:1 form.unclosedHole",
      "body.md:3:1 form.holeSyntax",
      "body.md:3:7 form.strayBraces",
      "body.md:6:1 form.holeSyntax",
      "body.md:8:1 form.straySection",
    ]
  )
}

@Test func bracesInCodeAreLiteral() {
  #expect(
    form("写作 `{{e.name}}` 或 `{{`") == #"paragraph body "写作 " code("{{e.name}}") " 或 " code("{{")"#
  )
  #expect(form("```text\n{{e.name}} {{#x}}\n```") == #"code "text" "{{e.name}} {{#x}}\n""#)
  #expect(formComplaints("`{{姓名}}` 和 `}}`") == [])
}

@Test func charactersOfAHoleAreNeverMarkup() {
  #expect(form("甲{{_:3}}乙{{_:4}}丙") == #"paragraph body "甲" fillIn(3: ) "乙" fillIn(4: ) "丙""#)
  #expect(
    form("*甲{{c.a_b}}*乙_{{c.a_b}}") == #"paragraph body emphasis("甲" {{c.a_b}}) "乙_" {{c.a_b}}"#
  )
  #expect(form("**{{e.name}}**同志") == #"paragraph body strong({{e.name}}) "同志""#)
  #expect(form("| a |\n|---|\n| {{盖章:employer}} |").contains("stamp(employer 42)"))
}

@Test func bracesMayTouchOtherBraces() {
  #expect(form("{{{e.name}}}") == #"paragraph body "{" {{e.name}} "}""#)
  #expect(form("{{a {{e.name}}").contains("{{e.name}}"))
}

@Test func aLineOfFormYAMLIsReadWithItsPlace() {
  let start = SourceLocation(file: "form.yaml", line: 4, column: 10)
  let line = readFormLine("第 {{page}} 页 共 {{pages}} 页", at: start)
  #expect(line.content.count == 5)
  #expect(line.diagnostics.isEmpty)
  let wrong = readFormLine("第 {{page 页", at: start)
  #expect(wrong.diagnostics.map(\.origin.description) == ["form.yaml:4:12"])
}
