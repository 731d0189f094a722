import Diagnostics
import Forms
import Geometry
import Records
import Styling
import Testing

/// Returns the complaints about a form as the terminal prints them.
private func complaints(_ text: FormText) -> [String] {
  text.open().1.map(\.description)
}

@Test func everySettingIsTaken() throws {
  let yaml = """
    name: test
    title: {default: 名册, CN-YN-ZHANYI: 花名册}
    summary: 一句话
    scope: roster
    select: {kinds: [new, import], gate: roster}
    order: [approvedAt, e.name, id]
    fillIn: ruled
    copies: {default: 3, CN-JL: 2}
    paper: A4
    orientation: landscape
    margins: [20, 15, 18, 15]
    masthead: repeat
    footer: {start: "{{emp.name}}", centre: "第 {{page}} 页"}
    empty: 无
    fileName: "{form.title}_{batch.asOf:中文日期}"
    """
  let form = try FormText(yaml: yaml, body: "正文").opened()
  #expect(form.title(for: .law) == "名册")
  #expect(form.title(for: .zhanyi) == "花名册")
  #expect(form.copies(for: .jilin) == 2)
  #expect(form.copies(for: .zhuzhou) == 3)
  #expect(form.selection == FormSelection(kinds: [.new, .import], gate: .roster))
  #expect(form.order == ["f.approvedAt", "e.name", "f.id"])
  #expect(form.style.paper.width == .mm(297))
  #expect(form.emptyText == "无")
  #expect(form.fillIn == .ruled)
  #expect(form.scope == .roster)
}

@Test func aFormWithFiveMistakesReportsAllFive() {
  let text = FormText(
    yaml: "title: {CN-JL: 证明}\nsummary: 测试\nscope: filing\nmargin: [1, 2, 3, 4]\n"
      + "styles: {body: {size: 大号}}\n",
    body: "姓名：{{e.nmae}}\n\n工资：{{c.wage.monthly:大些}}元\n\n日期：{{e.name:中文日期}}\n"
  )
  #expect(text.open().0 == nil)
  #expect(
    complaints(text) == [
      "form.yaml:1:8：错误：缺少必填的键“default”；请补上“default: …” [yaml.missingKey]",
      "form.yaml:5:23：错误：“size”的值不合要求；现为“大号”；应为4 至 120 的磅数，或字号："
        + "初号、小初、一号、小一、二号、小二、三号、小三、四号、小四、五号、小五、六号、小六、七号 [yaml.value]",
      "form.yaml:4:1：警告：不认识的键“margin”；是否想写“margins”？ [yaml.unknownKey]",
      "body.md:1:4：错误：没有字段“e.nmae”；现为“{{e.nmae}}”；是否想写“e.name”？ [form.unknownField]",
      "body.md:3:4：错误：不认识的过滤器“大些”；现为“{{c.wage.monthly:大些}}”；是否想写“大写”？ [form.unknownFilter]",
      "body.md:5:4：错误：过滤器“中文日期”不适用于文字字段；现为“{{e.name:中文日期}}”；应为日期字段 [form.filterKind]",
    ]
  )
}

@Test func mistakesOfTextAndSettingsAreReportedTogether() {
  let text = FormText(yaml: "a: [\n", body: "{{e.name\n")
  let codes = text.open().1.map(\.code)
  #expect(codes == ["yaml.syntax", "form.unclosedHole"])
  #expect(FormText(yaml: "一段话\n", body: "文字").open().1.map(\.code) == ["yaml.kind"])
}

@Test(arguments: [
  ("{{e.name}}", "form.fieldOutsideRows"),
  ("{{seq}}", "form.fieldOutsideRows"),
  ("```fields\n{{c.no}}\n```", "form.fieldOutsideRows"),
  ("{{#t.date}}\n甲\n{{/t.date}}", "form.fieldOutsideRows"),
  ("```table c.clauses\n甲 | item.text\n```", "form.fieldOutsideRows"),
  ("```table filings\n甲 | item.text\n```", "form.itemOutsideList"),
  ("```table filings\n甲 | e.name\n@total {{e.name}}\n```", "form.fieldOutsideRows"),
  ("{{item}}", "form.itemOutsideList"),
  ("{{e.name:大写:千分位}}", "form.fieldOutsideRows"),
  ("{{emp.name:大写:千分位}}", "form.filters"),
])
func aRosterRefusesWhatItCannotPrint(_ body: String, _ code: String) {
  let (form, diagnostics) = FormText.roster(body).open()
  #expect(form == nil)
  #expect(diagnostics.map(\.code) == [code])
}

@Test(arguments: [
  ("{{roster.count}}", "form.rosterField"),
  ("{{seq}}", "form.fieldOutsideRows"),
  ("```table filings\n甲 | e.name\n```", "form.tableSubject"),
  ("```table e.name\n甲 | 乙{{e.sex}}\n```", "form.tableSubject"),
  ("{{#c.clauses=x}}\n甲\n{{/c.clauses}}", "form.sectionKind"),
  ("{{#c.clauses}}\n{{item.txet}}\n{{/c.clauses}}", "form.unknownField"),
  ("{{#c.endDaet}}\n甲\n{{/c.endDaet}}", "form.unknownField"),
])
func aFormOfOneFilingRefusesWhatItCannotPrint(_ body: String, _ code: String) {
  let (form, diagnostics) = FormText.filing(body).open()
  #expect(form == nil)
  #expect(diagnostics.map(\.code) == [code])
}

@Test(arguments: [
  ("scope: both\n", "yaml.value"),
  ("scope: filing\nselect: {kinds: [hire]}\n", "yaml.value"),
  ("scope: filing\nselect: {gate: shut}\n", "yaml.value"),
  ("scope: filing\norder: [e.nmae]\n", "form.unknownField"),
  ("scope: filing\ncopies: 99\n", "yaml.value"),
  ("scope: filing\ncopies: {CN-XX: 2}\n", "yaml.unknownKey"),
  ("scope: filing\nmargins: [1, 2]\n", "yaml.value"),
  ("scope: filing\nfooter: {centre: '{{pagse}}'}\n", "form.holeSyntax"),
  ("scope: filing\nfooter: {centre: '{{emp.nmae}}'}\n", "form.unknownField"),
  ("scope: filing\nfileName: '{e.nmae}'\n", "form.unknownField"),
  ("scope: filing\nfileName: '{e.name'\n", "form.fileName"),
  ("scope: filing\nname: other\n", "form.name"),
])
func aMistakeInTheSettingsIsReported(_ settings: String, _ code: String) {
  let text = FormText(yaml: "title: 证明\nsummary: 测试\n" + settings, body: "正文")
  let codes = text.open().1.map(\.code)
  #expect(codes == [code] || code == "form.holeSyntax" && codes == ["form.unknownField"])
}

@Test func aWarningLeavesTheFormUsable() {
  let (form, diagnostics) = FormText.filing("正文", "colour: red\n").open()
  #expect(form != nil)
  #expect(diagnostics.map(\.severity) == [.warning])
}

@Test func theFieldsOfAFormAreListedOnce() throws {
  let form = try FormText.filing("{{e.name}}{{c.no}}{{e.name}}\n\n{{#t.date}}\n甲\n{{/t.date}}")
    .opened()
  #expect(form.fieldPaths == ["e.name", "c.no", "t.date"])
}
