import Diagnostics
import DocumentTree
import TestSupport
import Testing

@testable import Forms
@testable import Records

/// Forms over the lists of the head: their rows, sums, counts and documents of their own.
struct ListFormTests {
  private let lists = #"""
    "insuranceChanges":[
     {"employee":{"name":"李示例","idNumber":"220104198605040039"},"direction":"减","changeDate":"2026-11","reason":"合同期满","wage":"3000"},
     {"employee":{"name":"王示例","idNumber":"220104198605040039"},"direction":"增","changeDate":"2026-11","wage":"4000.50"}],
    "injuryProofs":[
     {"section":"单位","periods":[{"kind":"工伤保险","from":"2021-01"},{"kind":"失业保险"}]},
     {"section":"个人","name":"李示例","periods":[]}]
    """#

  private func batch(_ filings: [String] = []) throws -> (Batch, [Filing]) {
    let text = RecordFixtures.document(filings).dropLast(2) + "," + lists + "}"
    var rows: [Filing] = []
    let source = ByteSource(name: "记录.json", bytes: Array(String(text).utf8))
    let file = try openRecords(source) { outcome in
      if case .accepted(let filing) = outcome { rows.append(filing) }
    }
    #expect(file.diagnostics.map(\.description) == [])
    return (file.batch, rows)
  }

  private func lines(_ text: FormText, _ filings: [String] = []) throws -> [String] {
    let (batch, rows) = try batch(filings)
    let form = try text.opened()
    let document = try bindRoster(
      form,
      batch: batch,
      facts: RosterFacts(),
      rows: FilingSource(rows)
    )
    return body(of: document).split(separator: "\n").map { String($0.drop { $0 == " " }) }
  }

  @Test func aTableListsTheRowsOfAListInItsOrder() throws {
    let text = FormText.roster(
      "```table insuranceChanges\n序 | seq\n增减 | i.direction\n姓名 | e.name\n@total 合计 | {{合计:i.wage}}\n```",
      "order: [i.direction, e.name]\n"
    )
    let form = try text.opened()
    #expect(!form.takesFilings)
    #expect(form.lineCount(in: try batch().0) == 2)
    // 增 comes before 减 though its code point is greater: the order is that of the list of words.
    #expect(
      try lines(text).suffix(3) == [
        #"row: "1" | "增" | "王示例""#, #"row: "2" | "减" | "李示例""#, #"foot: 2×1 "合计" | "7000.50""#,
      ]
    )
  }

  @Test func aConditionChoosesRowsAndSumsFollowIt() throws {
    let table =
      "```table insuranceChanges i.direction=增\n姓名 | e.name\n工资 | i.wage\n@total 合计 | {{合计:i.wage}}\n```"
    let all = "增{{行数:insuranceChanges i.direction=增}}人，共{{行数:insuranceChanges}}人，{{合计:i.wage}}元"
    let said = try lines(.roster("\(all)\n\n\(table)"))
    #expect(said.first?.contains(#""增" "1" "人，共" "2" "人，" "7000.50" "元""#) == true)
    #expect(said.suffix(2) == [#"row: "王示例" | "4000.50""#, #"foot: "合计" | "4000.50""#])
  }

  @Test func aFormMayChooseTheRowsOfAListForAllThatItPrints() throws {
    let table =
      "```table insuranceChanges i.changeDate=2026-11\n姓名 | e.name\n工资 | i.wage\n@total 合计 | {{合计:i.wage}}\n```"
    let all = "{{列出:i.direction}}{{行数:insuranceChanges}}人，{{合计:i.wage}}元"
    let text = FormText.roster("\(all)\n\n\(table)", "select: {where: i.direction=减}\n")
    #expect(try text.opened().lineCount(in: try batch().0) == 1)
    let said = try lines(text)
    #expect(said.first == #"paragraph body "减" "1" "人，" "3000.00" "元""#, "\(said)")
    #expect(said.suffix(2) == [#"row: "李示例" | "3000.00""#, #"foot: "合计" | "3000.00""#], "\(said)")
  }

  @Test func aChoiceAmongTheRowsOfOneListLeavesOtherListsAlone() throws {
    let text = FormText.roster(
      "```table insuranceChanges\n姓名 | e.name\n```\n\n共{{行数:injuryProofs}}份",
      "select: {where: i.direction=减}\n"
    )
    #expect(try lines(text).last == #"paragraph body "共" "2" "份""#)
  }

  @Test(arguments: [
    (
      "甲", "k.status=已确认",
      "where 选取工伤费用的各行，但是表单没有列出它们；现为“k.status=已确认”；请在正文里写表格“table injuryClaims”"
    ),
    (
      "```table injuryClaims\n甲 | k.name\n```", "k.statu=已确认",
      "备案没有字段“k.statu”；现为“k.statu=已确认”；是否想写“k.status”"
    ),
  ])
  func aChoiceOfNoRowsIsAMistake(_ body: String, _ condition: String, _ expected: String) {
    let said = FormText.roster(body, "select: {where: \(condition)}\n").open().1.map(\.description)
    #expect(said.count == 1)
    #expect(said.first?.contains(expected) == true, "\(said)")
  }

  @Test func aHeadListsEachValueOfTheRowsOnce() throws {
    let table = "```table insuranceChanges\n姓名 | e.name\n```"
    let said = try lines(
      .roster("变更{{列出:i.changeDate:年月}}，{{列出:i.direction}}，{{列出:i.remark}}。\n\n\(table)")
    )
    #expect(said.first == #"paragraph body "变更" "2026-11" "，" "减、增" "，" "。""#, "\(said)")
    let form = try FormText.roster("{{列出:i.wage}}").opened()
    #expect(form.usedLists == [.insuranceChanges])
  }

  @Test(arguments: [
    "{{列出:emp.name}}", "```table insuranceChanges\n甲 | {{列出:i.wage}}\n```",
  ])
  func onlyAHeadListsValues(_ body: String) {
    let (form, diagnostics) = FormText.roster(body).open()
    #expect(form == nil)
    #expect(diagnostics.map(\.code) == ["form.values"])
  }

  /// Rows of the greatest amount that a record may hold, more than a sum can take, and one of another insurance.
  private func endlessBatch() throws -> Batch {
    let row =
      #"{"month":"2026-11","kind":"110","income":"999999999999.99","expense":"0.00"}"#
    let other = row.replacing("110", with: "210")
    let rows = Array(repeating: row, count: 10_001) + [other]
    let text =
      RecordFixtures.head().dropLast() + #","balances":[\#(rows.joined(separator: ","))]}"#
    return try openRecords(ByteSource(name: "记录.json", bytes: Array(String(text).utf8))) { _ in }
      .batch
  }

  private func bindEndless(_ body: String) throws -> Document<Never> {
    try bindRoster(
      try FormText.roster(body).opened(),
      batch: endlessBatch(),
      facts: RosterFacts(),
      rows: FilingSource([])
    )
  }

  @Test(arguments: [
    "共收入{{合计:bl.income}}元",
    "```table balances\n年月 | bl.month\n收入 | bl.income\n@total 合计 | {{合计:bl.income}}\n```",
    "```table balances bl.kind=110\n年月 | bl.month\n收入 | bl.income\n@total 合计 | {{合计:bl.income:大写}}\n```",
  ])
  func aSumOverAListTooLargeToBePrintedIsAFailure(_ body: String) throws {
    #expect(throws: BindFailure.sumTooLarge(field: "缴费金额")) { try bindEndless(body) }
  }

  @Test func aSumOverThePartOfAListThatATableShowsMayBePrinted() throws {
    let table =
      "```table balances bl.kind=210\n年月 | bl.month\n收入 | bl.income\n@total 合计 | {{合计:bl.income}}\n```"
    #expect(body(of: try bindEndless(table)).contains(#""合计" | "999999999999.99""#))
    #expect(body(of: try bindEndless("共{{行数:balances}}行，支出{{合计:bl.expense}}元")).contains("10002"))
  }

  @Test func eachRowOfAListMayHaveADocument() throws {
    let yaml = "title: 证明\nsummary: 测试\nscope: injuryProofs\nselect: {where: p.section=单位}\n"
    let text = "对象{{p.section}}\n\n```table p.periods\n险种 | item.kind\n起 | item.from\n```"
    let form = try FormText(yaml: yaml, body: text).opened()
    let (batch, _) = try batch()
    let lines = form.documentLines(in: batch)
    #expect(lines.map(\.row) == [1])
    let document = try bind(form, line: try #require(lines.first), batch: batch)
    #expect(body(of: document).contains(#""对象" "单位""#))
    #expect(body(of: document).contains(#"row: "工伤保险" | "2021-01""#))
    #expect(body(of: document).contains(#"row: "失业保险" | "—""#))
  }

  @Test func aRowOfFilingsPrintsWhatTheListSaysOfItsPerson() throws {
    let filing = RecordFixtures.filing(3)
    let text = FormText.roster("```table filings\n姓名 | e.name\n工资 | i.wage\n```")
    #expect(try text.opened().joinsLists)
    #expect(try lines(text, [filing]).last == #"row: "张示例" | "—""#)
  }

  @Test(arguments: [
    ("{{i.wage}}", "参保变更的字段只能用在它的各行里；现为“{{i.wage}}”；请把“i.wage”移到表格“table insuranceChanges”的列中"),
    (
      "```table wages\n甲 | i.wage\n```",
      "参保变更的字段只能用在它的各行里；现为“{{i.wage}}”；请把“i.wage”移到表格“table insuranceChanges”的列中"
    ),
    (
      "```table wages\n甲 | c.no\n```", "缴费工资没有字段“c.no”；现为“{{c.no}}”；用 mingce forms --fields 可查看全部字段"
    ),
    (
      "```table wages w.nam=甲\n甲 | w.name\n```",
      "缴费工资没有字段“w.nam”；现为“{{wages w.nam=甲}}”；是否想写“w.name”？"
    ),
    (
      "```table filings f.kind=new\n甲 | e.name\n```",
      "只有列表可以选取各行：f.kind=new；现为“{{filings f.kind=new}}”；备案请在 form.yaml 的 select 中选取"
    ),
    ("{{行数:wage}}", "没有列表“wage”；现为“{{行数:wage}}”；是否想写“wages”？"),
    ("{{合计:w.name}}", "“w.name”不能求和；现为“{{合计:w.name}}”；应为备案或列表中的金额或整数字段，例如 c.wage.monthly"),
  ])
  func aMistakeIsNamed(_ body: String, _ expected: String) {
    let said = FormText.roster(body).open().1.map(\.description)
    #expect(said.count == 1)
    #expect(said.first?.contains("错误：" + expected + " [") == true, "\(said)")
  }

  @Test func aScopeMustBeKnown() {
    let said = FormText(yaml: "title: 甲\nsummary: 乙\nscope: wagez\n", body: "丙").open().1
    #expect(said.first?.description.contains("应为roster、filing 或者列表的名称：insuranceChanges、") == true)
  }
}
