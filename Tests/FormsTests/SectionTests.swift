import DocumentTree
import Forms
import Records
import Testing

/// Returns whether the section that `tag` opens is kept for the sample filing `index`.
private func isKept(_ tag: String, _ index: Int = 0) throws -> Bool {
  let path = tag.dropFirst().prefix { $0 != "=" }
  let text = FormText.filing("{{\(tag)}}\n留\n{{/\(path)}}")
  let dump = try bound(text, try RecordSet.sample(), index)
  #expect(dump.isEmpty || dump.contains("留"))
  return !dump.isEmpty
}

/// Every kind of value, present and absent; the first filing is running, the second has ended.
@Test(arguments: [
  ("#e.name", true, true), ("^e.name", false, false),
  ("#f.remark", false, false), ("^f.remark", true, true),
  ("#t.date", false, true), ("^t.date", true, false),
  ("#t.compensation.amount", false, true), ("#t.serviceMonths", false, true),
  ("#t.compensation.paid", false, true), ("^t.compensation.paid", true, false),
  ("#f.rostered", false, false), ("^f.rostered", true, true),
  ("#c.probation.has", false, false), ("#c.clauses", true, false), ("^c.clauses", false, true),
  ("#e.sex=男", true, false), ("#e.sex=女", false, true), ("#e.sex=male", false, false),
  ("#c.termType=fixed", true, true), ("#c.termType=固定期限", true, true),
  ("#c.termType=open", false, false), ("#t.type=终止", false, true), ("#t.type=解除", false, false),
  ("#f.rostered=否", true, true), ("#f.rostered=false", true, true),
  ("#f.rostered=是", false, false), ("#f.rostered=true", false, false),
  ("#c.startDate=2021-10-08", true, true), ("#c.wage.monthly=3500.00", true, false),
  ("#c.sequence=1", true, true), ("#e.name=张三", true, false), ("#f.remark=", false, false),
])
func aSectionIsKeptByWhatItsFieldHolds(_ tag: String, _ first: Bool, _ second: Bool) throws {
  #expect(try isKept(tag) == first)
  #expect(try isKept(tag, 1) == second)
}

@Test func sectionsStandInsideEachOther() throws {
  let text = FormText.filing(
    """
    {{#e.sex=男}}
    {{#c.clauses}}
    {{#item.no}}
    {{item.no}}{{e.name}}
    {{/item.no}}
    {{/c.clauses}}
    {{^t.date}}
    在职
    {{/t.date}}
    {{/e.sex}}
    {{#e.sex=女}}
    女
    {{/e.sex}}
    """
  )
  let records = try RecordSet.sample()
  #expect(
    try bound(text, records) == """
      paragraph body "1" "张三"
      paragraph body "2" "张三"
      paragraph body "在职"
      """
  )
  #expect(try bound(text, records, 1) == #"paragraph body "女""#)
}

@Test func aListWithinAListNamesItsOwnThings() throws {
  let text = FormText.filing(
    """
    {{#c.clauses}}
    {{item.no}}
    {{#c.insuranceKinds}}
    {{item.code}}
    {{/c.insuranceKinds}}
    {{item.no}}
    {{/c.clauses}}
    """
  )
  let dump = try bound(text, try RecordSet.sample())
  let words = dump.matches(of: /"([^"]*)"/).map { String($0.1) }
  #expect(words == ["1", "110", "210", "1", "2", "110", "210", "2"])
}

@Test func aTableInsideASectionOverAListNamesItsOwnThings() throws {
  let text = FormText.filing(
    "{{#c.clauses}}\n{{item.no}}\n\n```table c.insuranceKinds\n险种 | item.label\n```\n{{/c.clauses}}"
  )
  let dump = try bound(text, try RecordSet.sample())
  #expect(dump.matches(of: /row: "企业职工基本养老保险"/).count == 2)
}

@Test(arguments: ["no", "text", "label", "code"])
func aThingWithoutTheMemberPrintsNothing(_ member: String) throws {
  let text = FormText.filing("{{#c.insuranceKinds}}\n甲{{item.\(member)}}\n{{/c.insuranceKinds}}")
  let first = try bound(text, try RecordSet.sample()).split(separator: "\n").first
  let expected = [
    "no": "", "text": " \"企业职工基本养老保险\"", "label": " \"企业职工基本养老保险\"", "code": " \"110\"",
  ]
  #expect(first == "paragraph body \"甲\"\(expected[member] ?? "?")")
}

@Test func aTableOfAnEmptyListHasItsHeadAndNoRow() throws {
  let text = FormText.filing("```table c.clauses\n条 | item.no | 1\n@closing （以下空白）\n```")
  #expect(
    try bound(text, try RecordSet.sample(), 1) == """
      table [start 1]
        head: "条"
        closing "（以下空白）"
      """
  )
}

/// A block of every kind whose content depends on sections or holes keeps its shape.
@Test func everyKindOfBlockIsBound() throws {
  let body = """
    ## 第{{c.sequence}}节

    1. {{e.name}}
    2. {{f.remark}}

    > {{e.sex}}

    > [!NOTE] 须知
    > {{c.no}}

    ```text
    {{e.name}}
    ```

    | {{e.name}} |
    |:-:|
    | {{f.remark}} |

    ---

    *{{e.name}}*~~{{e.sex}}~~`{{e.name}}`[{{c.no}}](a.html)![图](b.png)[^1]\\
    完

    ```pagebreak
    ```

    [^1]: {{emp.name}}
    """
  #expect(
    try bound(.filing(body), try RecordSet.sample()) == """
      heading 2 #第节 "第" "1" "节"
      list from 1 tight
        item
          paragraph body "张三"
      quote
        paragraph body "男"
      callout note "须知"
        paragraph body "LD-f1"
      code "text" "{{e.name}}\\n"
      table [centre]
        head: "张三"
        row: "—"
      divider
      paragraph body emphasis("张三") strikethrough("男") code("{{e.name}}") link(a.html: "LD-f1") \
      image(b.png: "图" "") footnote(1) break "完"
      page break
      footnote 1 "1"
        paragraph body "长春示例经贸有限公司"
      """
  )
}

@Test(arguments: [
  "# {{f.remark}}", "{{f.remark}}", "**{{f.remark}}**", "*{{f.remark}}* ~~{{f.remark}}~~",
  "[{{f.remark}}](x)", "{{f.remark}}\\\n{{f.remark}}", "- {{f.remark}}\n- {{f.remark}}",
  "> - {{f.remark}}", "> [!NOTE]\n> {{f.remark}}", "```lines\n{{f.remark}}\n```",
  "\u{3000}{{f.remark}}\u{3000}",
])
func whatLeavesNoInkDisappears(_ body: String) throws {
  #expect(try bound(.filing(body), try RecordSet.sample()) == "")
}

@Test(arguments: ["`码`", "![](x)", "{{_}}", "{{盖章:a}}", "{{f.remark:4}}", "甲[^1]\n\n[^1]: 注"])
func whatLeavesInkStays(_ body: String) throws {
  #expect(try bound(.filing(body + "{{f.remark}}"), try RecordSet.sample()) != "")
}
