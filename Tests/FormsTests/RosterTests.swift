import Diagnostics
import DocumentTree
import Forms
import Records
import TestSupport
import Testing

private let roster = FormText.roster(
  """
  # {{form.title}}

  ```fields
  单位名称（盖章）：{{emp.name}} | 统一社会信用代码：{{emp.uscc}} | 填报日期：{{batch.asOf:中文日期}}
  ```

  ```table filings
  序号 | seq | 10 | 中
  姓名 | e.name | 22 | 中
  合同终止日期 | c.endDateText | 22 | 中
  月工资（元） | c.wage.monthly:千分位 | 20 | 右
  补偿 | {{t.compensation.amount:去分}}元 | 20
  备注 | f.remark | 10 | 左
  @closing （以下空白）
  @total 合计{{roster.count}}人 | {{roster.wageSum:千分位}} | {{roster.compensationSum:大写}} |
  ```

  ```signatures
  男{{roster.male}}人，女{{roster.female}}人，终止{{roster.terminated}}人，解除{{roster.dissolved}}人 | 经办人：{{_:8}}
  ```
  """,
  "masthead: repeat\nfooter: {start: '{{emp.name}}', centre: '第 {{page}} 页 共 {{pages}} 页'}\n"
)

/// Returns the facts of `filings`.
private func facts(of filings: [Filing]) -> RosterFacts {
  var facts = RosterFacts()
  for filing in filings { facts.add(filing) }
  return facts
}

@Test func aRosterIsBoundWhole() throws {
  let records = try RecordSet.sample()
  let document = try bindRoster(
    try roster.opened(),
    batch: records.batch,
    facts: facts(of: records.filings),
    rows: FilingSource(records.filings)
  )
  try expectGolden(document.dump(showsOrigins: true), "roster.txt")
}

@Test func rowsAreBoundOnlyWhenTheyAreAskedFor() throws {
  let records = try RecordSet.sample()
  let filings = records.filings
  let failing = FilingSource(count: 3) { () throws(RowSource.Failure) -> FilingSource.Pull in
    var number = 0
    return { () throws(RowSource.Failure) -> RosterEntry? in
      number += 1
      guard number <= 2 else { throw RowSource.Failure(Diagnostic("x", .error, "文件中断")) }
      return .filing(filings[number - 1])
    }
  }
  let document = try bindRoster(
    try roster.opened(),
    batch: records.batch,
    facts: RosterFacts(),
    rows: failing
  )
  guard case .table(let table)? = document.body.first, case .pulled(let rows) = table.body else {
    Issue.record("no table")
    return
  }
  #expect(rows.count == 3)
  for pass in 1...2 {
    let pull = try rows.start()
    for (number, filing) in filings.enumerated() {
      let row = try #require(try pull())
      #expect(row.cells[0].content.plainText == String(number + 1), "pass \(pass)")
      #expect(row.cells[1].content.plainText == filing.employee.name, "pass \(pass)")
      #expect(row.origin == .field(FieldLocation(row: filing.row, field: "f.id")))
    }
    #expect(throws: RowSource.Failure.self) { try pull() }
  }
}

@Test func anEmptyRosterHasNoRows() throws {
  let records = try RecordSet.sample()
  let document = try bindRoster(
    try roster.opened(),
    batch: records.batch,
    facts: RosterFacts(),
    rows: FilingSource([])
  )
  #expect(body(of: document).contains("pulled 0"))
}

@Test func factsCountPersonsAndMoney() throws {
  var facts = facts(of: try RecordSet.sample().filings)
  facts.excluded = 4
  #expect(facts.count == 2)
  #expect(facts.male == 1)
  #expect(facts.female == 1)
  #expect(facts.wageSum.total == 750_050)
  #expect(facts.compensationSum.total == 1_200_150)
  #expect(facts.terminated == 1)
  #expect(facts.dissolved == 0)
  #expect(facts.compensated == 1)
}

/// Rows of the largest amount a record may hold, more than a sum can take.
private func endlessFacts(for form: Form) throws -> (RecordSet, RosterFacts) {
  let records = try RecordSet.sample(wages: ("999999999999.99", "999999999999.99"))
  var facts = RosterFacts()
  for _ in 0..<10_001 {
    facts.add(records.filings[0])
    facts.addSums(of: records.filings[0], in: records.batch, for: form)
  }
  return (records, facts)
}

@Test(arguments: ["{{roster.wageSum}}", "{{合计:c.wage.monthly}}"])
func aSumTooLargeToBeWrittenIsAFailure(_ sum: String) throws {
  let form = try FormText.roster("```table filings\n姓名 | e.name\n@total 合计\(sum)\n```\n").opened()
  let (records, facts) = try endlessFacts(for: form)
  let field = sum.contains("roster") ? "月工资合计" : "月工资"
  #expect(throws: BindFailure.sumTooLarge(field: field)) {
    try bindRoster(form, batch: records.batch, facts: facts, rows: FilingSource(records.filings))
  }
  #expect(BindFailure.sumTooLarge(field: "甲").description.contains("“甲”的合计达到一亿亿元，不能打印"))
}

@Test func aSumThatNobodyPrintsMayBeTooLarge() throws {
  let form = try FormText.roster("```table filings\n月工资 | c.wage.monthly\n```\n").opened()
  let (records, facts) = try endlessFacts(for: form)
  #expect(facts.wageSum.total == nil && facts.count == 10_001)
  _ = try bindRoster(form, batch: records.batch, facts: facts, rows: FilingSource(records.filings))
}
