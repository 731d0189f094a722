import Diagnostics
import Forms
import Records
import Testing

@Test func theThingsOfAListAreNumberedInADocumentOfOneFiling() throws {
  let text = FormText.filing("{{#c.insuranceKinds}}\n\n{{seq}}{{item}}\n\n{{/c.insuranceKinds}}\n")
  let printed = try bound(text, try RecordSet.sample())
  #expect(
    printed
      == "paragraph body \"1\" \"企业职工基本养老保险\"\nparagraph body \"2\" \"失业保险\"",
    "\(printed)"
  )
}

/// Each mistake that a reference can make in a document of one filing, as the operator reads it.
@Test(arguments: [
  ("{{e.nmae}}", "没有字段“e.nmae”；现为“{{e.nmae}}”；是否想写“e.name”？ [form.unknownField]"),
  ("{{完}}", "花括号内应是字段名；现为“{{完}}”；应为形如 e.name 的字段名，可加“:过滤器”或“:宽度” [form.holeSyntax]"),
  ("{{qqqqqqqq}}", "没有字段“qqqqqqqq”；现为“{{qqqqqqqq}}”；用 mingce forms 可查看全部字段 [form.unknownField]"),
  ("{{item}}", "item 只能用在列表字段的分段之内；现为“{{item}}”；请先写“{{#列表字段}}” [form.itemOutsideList]"),
  ("{{item.no}}", "item 只能用在列表字段的分段之内；现为“{{item.no}}”；请先写“{{#列表字段}}” [form.itemOutsideList]"),
  ("{{seq}}", "序号只能用在名册表格的列中；现为“{{seq}}” [form.fieldOutsideRows]"),
  (
    "{{roster.count}}",
    "只有名册才有汇总字段；现为“{{roster.count}}”；请在 form.yaml 中写“scope: roster”，或删去此字段 [form.rosterField]"
  ),
  ("{{c.startDate:年:月}}", "一个字段只能用一个过滤器；现为“{{c.startDate:年:月}}” [form.filters]"),
  ("{{c.startDate:日期}}", "不认识的过滤器“日期”；现为“{{c.startDate:日期}}”；"),
  (
    "{{c.startDate:中文日其}}",
    "不认识的过滤器“中文日其”；现为“{{c.startDate:中文日其}}”；是否想写“中文日期”？ [form.unknownFilter]"
  ),
  (
    "{{c.wage.monthly:完全不同的}}",
    "不认识的过滤器“完全不同的”；现为“{{c.wage.monthly:完全不同的}}”；"
      + "可用：中文日期、汉字日期、紧凑日期、大写、千分位、中文数字、年、月、日、去分、周岁、满月数、年月、勾选、遮盖 [form.unknownFilter]"
  ),
  ("{{e.sex:年}}", "过滤器“年”不适用于代码字段；现为“{{e.sex:年}}”；应为日期字段 [form.filterKind]"),
  (
    "{{c.clauses:千分位}}", "过滤器“千分位”不适用于列表字段；现为“{{c.clauses:千分位}}”；应为金额或整数字段 [form.filterKind]"
  ),
  ("{{c.sequence:去分}}", "过滤器“去分”不适用于整数字段；现为“{{c.sequence:去分}}”；应为金额字段 [form.filterKind]"),
])
func aReferenceThatCannotBePrintedSaysWhy(_ reference: String, _ expected: String) {
  let (form, diagnostics) = FormText.filing("甲乙\(reference)丙").open()
  #expect(form == nil)
  #expect(diagnostics.count == 1)
  #expect(diagnostics.first?.description.hasPrefix("body.md:1:3：错误：" + expected) == true)
}

@Test func aFieldOfOneFilingInTheHeadOfARosterIsLedElsewhere() {
  let (_, diagnostics) = FormText.roster("甲{{e.name}}").open()
  #expect(
    diagnostics.map(\.description) == [
      "body.md:1:2：错误：名册的表格之外不能引用单条备案的字段；现为“{{e.name}}”；"
        + "请把“e.name”移到表格的列中，或改用 roster. 开头的汇总字段 [form.fieldOutsideRows]"
    ]
  )
}

private let lists = RecordList.allCases.map(\.rawValue).joined(separator: "、")

@Test(arguments: [
  (
    "```table e.name\n甲 | e.sex\n```",
    "body.md:1:1：错误：“e.name”不是列表，不能逐行打印；现为“{{e.name}}” [form.tableSubject]"
  ),
  (
    "```table filings\n甲 | e.sex\n```",
    "body.md:1:1：错误：单人文书没有“filings”可逐行打印；现为“{{filings}}” [form.tableSubject]"
  ),
  (
    "```table filing\n甲 | e.sex\n```",
    "body.md:1:1：错误：没有“filing”可逐行打印；应为filings、outcomes，或者列表：\(lists)；是否想写“filings”？ [form.tableSubject]"
  ),
  (
    "```table wage\n甲 | e.sex\n```",
    "body.md:1:1：错误：没有“wage”可逐行打印；应为filings、outcomes，或者列表：\(lists)；是否想写“wages”？ [form.tableSubject]"
  ),
  (
    "{{#c.clauses=x}}\n甲\n{{/c.clauses}}",
    "body.md:1:1：错误：列表“c.clauses”不能与一个值比较；现为“{{c.clauses}}” [form.sectionKind]"
  ),
])
func asAListOnlyAListServes(_ body: String, _ expected: String) {
  let (form, diagnostics) = FormText.filing(body).open()
  #expect(form == nil)
  #expect(diagnostics.map(\.description) == [expected])
}

/// A wrong reference is one complaint wherever it stands.
@Test(arguments: [
  "# {{e.nmae}}", "**{{e.nmae}}**", "*{{e.nmae}}*", "~~{{e.nmae}}~~", "[{{e.nmae}}](x)",
  "- {{e.nmae}}", "1. 甲\n   - {{e.nmae}}", "> {{e.nmae}}", "> [!NOTE]\n> {{e.nmae}}",
  "| {{e.nmae}} |\n|---|", "| 甲 |\n|---|\n| {{e.nmae}} |", "甲[^1]\n\n[^1]: {{e.nmae}}",
  "```fields\n甲 | {{e.nmae}}\n```", "```signatures\n甲 | {{e.nmae}}\n```",
  "```lines\n{{e.nmae}}\n```", "```note\n**{{e.nmae}}**\n```",
  "```table c.clauses\n甲 | e.nmae\n```", "```table c.clauses\n{{e.nmae}} | item\n```",
  "```table c.clauses\n甲 | item\n@total {{e.nmae}}\n```",
  "```table c.clauses\n甲 | item\n@caption {{e.nmae}}\n```",
  "```table e.nmae\n甲 | item.no\n```", "{{#e.nmae}}\n{{item}}\n{{/e.nmae}}",
  "{{#e.nmae=x}}\n甲\n{{/e.nmae}}", "{{^e.nmae}}\n甲\n{{/e.nmae}}",
  "{{#e.name}}\n{{^e.sex}}\n{{e.nmae}}\n{{/e.sex}}\n{{/e.name}}",
  "```lines\n{{#c.clauses}}\n{{e.nmae}}\n{{/c.clauses}}\n```",
])
func aWrongReferenceIsFoundInEveryPlaceOnce(_ body: String) {
  let (form, diagnostics) = FormText.filing(body).open()
  #expect(form == nil)
  #expect(diagnostics.map(\.code) == ["form.unknownField"])
}

@Test(arguments: [
  ("{{c.startDate:中文日期}}", "2021年10月8日"), ("{{c.startDate:汉字日期}}", "二〇二一年十月八日"),
  ("{{c.startDate:紧凑日期}}", "20211008"), ("{{c.startDate:年}}", "2021"),
  ("{{c.startDate:月}}", "10"), ("{{c.startDate:日}}", "8"), ("{{c.startDate}}", "2021-10-08"),
  ("{{c.wage.monthly:大写}}", "叁仟伍佰元整"), ("{{c.wage.monthly:千分位}}", "3,500.00"),
  ("{{c.wage.monthly:去分}}", "3500"), ("{{c.wage.monthly}}", "3500.00"),
  ("{{c.sequence:中文数字}}", "一"), ("{{f.rostered}}", "否"), ("{{e.sex}}", "男"),
  ("{{c.termType}}", "固定期限"), ("{{c.insuranceKinds}}", "企业职工基本养老保险、失业保险"),
  ("{{ c.startDate : 年 }}", "2021"),
])
func aFieldPrintsAsItsFilterSays(_ reference: String, _ printed: String) throws {
  #expect(try bound(.filing(reference), try RecordSet.sample()) == "paragraph body \"\(printed)\"")
}

@Test func theFieldsOfAFormAreThoseOfAllItsParts() throws {
  let text = FormText.filing(
    "{{#t.date}}\n{{e.sex}}\n{{/t.date}}\n\n```table c.clauses\n甲 | item.no\n```",
    "footer: {end: '{{emp.name}}'}\nfileName: '{c.no}'\n"
  )
  let paths = try text.opened().fieldPaths
  #expect(Set(paths).count == paths.count)
  #expect(paths.starts(with: ["t.date", "e.sex", "c.clauses", "item.no"]))
  #expect(paths.contains("emp.name"))
}
