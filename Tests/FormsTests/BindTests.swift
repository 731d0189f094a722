import Calendar
import Diagnostics
import DocumentTree
import Forms
import Records
import TestSupport
import Testing

@Test func aCertificateIsBoundWhole() throws {
  let text = """
    # {{form.title}}

    ```right
    编号：{{t.certificate.no}}
    ```

    兹证明{{e.name:4}}（性别：{{e.sex}}）在我单位任{{c.position:8}}，户籍{{e.hukouAddress}}，备注{{f.remark:无线}}。

    {{#t.type=终止}}
    于{{t.date:中文日期}}终止，工龄{{t.serviceYears:中文数字:无线}}年。
    {{/t.type}}
    {{#t.type=解除}}
    于{{t.date:中文日期}}解除。
    {{/t.type}}

    {{#t.compensation.paid}}
    补偿{{t.compensation.amount:千分位}}元（{{t.compensation.amount:大写}}）。
    {{/t.compensation.paid}}
    {{^t.noticeDate}}
    **{{f.remark}}**
    {{/t.noticeDate}}

    ```signatures
    {{盖章:employer}} | 日期：{{batch.asOf:中文日期}}
    ```
    """
  let form = try FormText.filing(text, "fillIn: ruled\n").opened()
  let records = try RecordSet.sample()
  let document = try bind(form, filing: records.filings[1], batch: records.batch)
  try expectGolden(document.dump(showsOrigins: true), "certificate.txt")
}

@Test func listsRepeatTheirSection() throws {
  let text = FormText.filing(
    "{{#c.clauses}}\n第{{item.no}}条：{{item.text}}\n{{/c.clauses}}\n{{^c.clauses}}\n无约定\n{{/c.clauses}}\n"
      + "```lines\n{{#c.insuranceKinds}}\n- {{item}}\n{{/c.insuranceKinds}}\n```\n"
  )
  let records = try RecordSet.sample()
  #expect(
    try bound(text, records) == """
      paragraph body "第" "1" "条：" "保守秘密"
      paragraph body "第" "2" "条：" "*不得*兼职"
      paragraph line "- " "企业职工基本养老保险"
      paragraph line "- " "失业保险"
      """
  )
  #expect(try bound(text, records, 1).hasPrefix(#"paragraph body "无约定""#))
}

@Test func aTableMayListTheThingsOfAFiling() throws {
  let text = FormText.filing(
    "```table c.clauses\n条 | item.no | 1 | 中\n内容 | {{item.text}}。 | 9\n```"
  )
  #expect(
    try bound(text, try RecordSet.sample()) == """
      table [centre 1, start 9]
        head: "条" | "内容"
        row: "1" | "保守秘密" "。"
        row: "2" | "*不得*兼职" "。"
      """
  )
}

@Test(arguments: [
  "*|<b>{{x}}", "{{#e.name}}", "{{/c.no}} {{_:9}}", "| a | b |", "**粗** `码` ~~删~~", "# 标题",
  "<br><!-- -->",
  "https://a.cn/**“x”**", "&lt;&amp;", "![x](y) [a](b)", "{form.title}",
])
func aValueIsNeverMarkup(_ value: String) throws {
  let records = try RecordSet.sample(position: value)
  let text = FormText.filing("岗位：{{c.position}}，**{{c.position}}**")
  let form = try text.opened()
  let document = try bind(form, filing: records.filings[0], batch: records.batch)
  guard case .paragraph(let paragraph)? = document.body.first, paragraph.content.count == 4,
    case .text(let plain, let origin) = paragraph.content[1],
    case .strong(let strong) = paragraph.content[3], case .text(let inner, _)? = strong.first
  else {
    Issue.record("another tree: \(document.dump())")
    return
  }
  #expect(plain == value)
  #expect(inner == value)
  #expect(origin == .field(FieldLocation(row: 1, field: "c.position")))
}

@Test func whatBecomesEmptyDisappears() throws {
  let text = FormText.filing(
    """
    # {{f.remark}}

    {{f.remark}}

    **{{f.remark}}** {{e.hukouAddress}}

    - {{f.remark}}

    > {{f.remark}}

    留下{{f.remark}}
    """
  )
  #expect(try bound(text, try RecordSet.sample()) == #"paragraph body "留下""#)
}

@Test func absentValuesLeaveABlankOnlyWhereFormsAreRuled() throws {
  let records = try RecordSet.sample()
  let body = "甲{{f.remark}}乙{{f.remark:9}}丙{{f.remark:无线}}丁{{e.name}}戊{{form.title}}"
  #expect(
    try bound(.filing(body), records)
      == #"paragraph body "甲" "乙" fillIn(9: ) "丙" "丁" "张三" "戊" "吉林证明""#
  )
  #expect(
    try bound(.filing(body, "fillIn: ruled\n"), records)
      == #"paragraph body "甲" fillIn(6: ) "乙" fillIn(9: ) "丙" "丁" fillIn(2: "张三") "戊" "吉林证明""#
  )
}

@Test func aRuledFormRulesNeitherTablesNorFieldLinesNorCentredLines() throws {
  let body = """
    # {{e.name}}

    ```fields
    姓名：{{e.name}} | 备注：{{f.remark}}
    ```

    ```centre
    {{e.name}}
    ```

    | 姓名 | 备注 |
    |---|---|
    | {{e.name}} | {{f.remark}} |
    """
  #expect(
    try bound(.filing(body, "fillIn: ruled\nempty: 无\n"), try RecordSet.sample()) == """
      heading 1 #s1 "张三"
      fields
        "姓名：" "张三" | "备注："
      paragraph centre "张三"
      table [start, start]
        head: "姓名" | "备注"
        row: "张三" | "无"
      """
  )
}

@Test func titlesAndCopiesFollowTheProfile() throws {
  let text = FormText.filing(
    "{{form.title}}一式{{form.copies:中文数字}}份，{{copy.label}}",
    "copies: {default: 3, CN-JL: 2}\n"
  )
  let form = try text.opened()
  let jilin = try RecordSet.sample()
  let other = try RecordSet.sample(profile: "CN")
  let copy = FormCopy(number: 1, label: "存根")
  let first = try bind(form, filing: jilin.filings[0], batch: jilin.batch, copy: copy)
  #expect(first.title == "吉林证明")
  #expect(body(of: first) == #"paragraph body "吉林证明" "一式" "二" "份，" "存根""#)
  let second = try bind(form, filing: other.filings[0], batch: other.batch)
  #expect(body(of: second) == #"paragraph body "证明" "一式" "三" "份，""#)
}

@Test func theWrongScopeIsATypedFailure() throws {
  let records = try RecordSet.sample()
  let roster = try FormText.roster("名册").opened()
  let single = try FormText.filing("证明").opened()
  #expect(throws: BindFailure.listsAllFilings(form: "test")) {
    try bind(roster, filing: records.filings[0], batch: records.batch)
  }
  let rows = FilingSource(records.filings)
  #expect(throws: BindFailure.takesOneFiling(form: "test")) {
    try bindRoster(single, batch: records.batch, facts: RosterFacts(), rows: rows)
  }
}

@Test(arguments: [
  ("{{f.remark}}元", #""—""#),
  ("**{{f.remark}}**元", #""—""#),
  ("**共{{f.remark}}**{{e.hukouAddress}}元", #""—""#),
  ("{{f.remark:6}}元", #"fillIn(6: ) "元""#),
  ("{{f.remark}}、{{_:6}}", #""—" "、" fillIn(6: )"#),
  ("{{f.remark}}、{{e.name}}", #""—" "、" "张三""#),
  ("共**{{e.name}}**", #""共" strong("张三")"#),
  ("无字段", #""无字段""#),
])
func wordsGoFromACellWhereEveryValueIsAbsentAndNothingIsToBeWritten(
  _ cell: String,
  _ expected: String
) throws {
  let text = FormText.filing("| 栏 |\n|---|\n| \(cell) |")
  let row = try bound(text, try RecordSet.sample()).split(separator: "\n").last
  #expect(row == "  row: \(expected)")
}

@Test(arguments: [
  ("{{e.name}}", "body", true), ("```lines\n{{e.name}}\n```", "line", true),
  ("```subtitle\n{{e.name}}\n```", "subtitle", false),
  ("```centre\n{{e.name}}\n```", "centre", false),
  ("```right\n{{e.name}}\n```", "right", false), ("```note\n{{e.name}}\n```", "note", false),
])
func aRuledFormRulesRunningTextAlone(_ body: String, _ role: String, _ isRuled: Bool) throws {
  let value = isRuled ? "fillIn(2: \"张三\")" : "\"张三\""
  let dump = try bound(.filing(body, "fillIn: ruled\n"), try RecordSet.sample())
  #expect(dump == "paragraph \(role) \(value)")
  let wished = try bound(
    .filing(body.replacing("}}", with: ":7}}"), "fillIn: ruled\n"),
    try RecordSet.sample()
  )
  #expect(wished == "paragraph \(role) fillIn(7: \"张三\")")
}

@Test(arguments: [
  ("{{e.name}}", "第 1 行 e.name"), ("{{f.id}}", "第 1 行 f.id"), ("{{emp.name}}", "emp.name"),
  ("{{batch.asOf}}", "batch.asOf"), ("{{form.title}}", "form.title"),
  ("{{#c.clauses}}\n{{item}}\n{{/c.clauses}}", "第 1 行 item"),
  ("{{#c.clauses}}\n{{item.no}}\n{{/c.clauses}}", "第 1 行 item.no"),
])
func aValueKnowsTheRowAndTheFieldItCameFrom(_ text: String, _ origin: String) throws {
  let records = try RecordSet.sample()
  let document = try bind(
    FormText.filing(text).opened(),
    filing: records.filings[0],
    batch: records.batch
  )
  let first = body(of: document, showsOrigins: true).split(separator: "\n").first
  #expect(first?.hasSuffix("\"@\(origin)") == true)
}
