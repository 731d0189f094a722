import Diagnostics
import DocumentTree
import Forms
import Records
import TestSupport
import Testing

/// Groups, merged cells, sums and struck cells of a roster's table.
struct TableFormTests {
  private let columns =
    "序号 | seq | 10mm\n类别 | c.termType | 20 | 中 | 合并\n月工资 | c.wage.monthly | 20 | 右\n"

  private func form(_ table: String, _ settings: String = "") -> FormText {
    .roster("```table filings\n\(table)\n```\n", settings)
  }

  /// Binds a roster of the sample filings at `picks`.
  private func roster(_ text: FormText, _ picks: [Int]) throws -> Document<Never> {
    let form = try text.opened()
    let records = try RecordSet.sample()
    let filings = picks.map { records.filings[$0] }
    var facts = RosterFacts()
    for filing in filings {
      facts.add(filing)
      facts.addSums(of: filing, in: records.batch, for: form)
    }
    return try bindRoster(
      form,
      batch: records.batch,
      facts: facts,
      rows: FilingSource(filings)
    )
  }

  private func table(_ document: Document<Never>) throws -> Table<Never> {
    guard case .table(let table)? = document.body.first else { throw NoTable() }
    return table
  }

  private struct NoTable: Error {}

  // MARK: Groups

  @Test func rowsOfOneValueAreAGroup() throws {
    let document = try roster(form("姓名 | e.name\n@group e.name"), [0, 0, 1, 0])
    #expect(
      body(of: document).split(separator: "\n").suffix(4).map { $0.drop { $0 == " " } } == [
        #"row: "张三""#, #"row joined: "张三""#, #"row: "王㛃""#, #"row: "张三""#,
      ]
    )
  }

  @Test func equalCellsOfAGroupAreMerged() throws {
    let text = form("岗位 | c.position | 1 | 左 | 合并\n姓名 | e.name | 1 | 左 | 合并\n@group c.position")
    #expect(
      body(of: try roster(text, [0, 0, 1, 1])).split(separator: "\n").suffix(4)
        .map { $0.drop { $0 == " " } } == [
          #"row: "收银员" | "张三""#, #"row joined: joined "收银员" | joined "张三""#,
          #"row joined: joined "收银员" | "王㛃""#, #"row joined: joined "收银员" | joined "王㛃""#,
        ]
    )
  }

  @Test func cellsDoNotMergeWhereTheirLeftNeighboursDoNot() throws {
    let text = form("姓名 | e.name | 1 | 左 | 合并\n岗位 | c.position | 1 | 左 | 合并\n@group c.position")
    let dump = body(of: try roster(text, [0, 1]))
    #expect(dump.hasSuffix(#"row joined: "王㛃" | "收银员""#))
  }

  @Test func rowsWithoutTheValueAreAGroupToo() throws {
    let text = form("备注 | f.remark | 1 | 左 | 合并\n@group f.remark")
    #expect(body(of: try roster(text, [0, 1])).hasSuffix(#"row joined: joined "—""#))
  }

  @Test func aBlankToWriteOnIsNeverMerged() throws {
    let text = form("签名 | {{_:6}} | 1 | 左 | 合并\n@group c.position")
    #expect(body(of: try roster(text, [0, 1])).hasSuffix("row joined: fillIn(6: )"))
  }

  @Test func theFieldOfGroupsOrdersTheRosterFirst() throws {
    let text = form("姓名 | e.name\n@group c.position", "order: [e.name]\n")
    #expect(try text.opened().order == ["c.position", "e.name"])
    #expect(try form("姓名 | e.name", "order: [e.name]\n").opened().order == ["e.name"])
  }

  // MARK: Sums

  @Test func sumsStandUnderAllRowsAndElsewhere() throws {
    let text = FormText.roster(
      """
      ```table filings
      月工资 | c.wage.monthly
      天数 | c.wage.payDay
      @total 计{{合计:c.wage.monthly:千分位}} | {{合计:c.wage.payDay}}
      ```

      大写{{合计:c.wage.monthly:大写}}，补偿{{合计:t.compensation.amount}}
      """
    )
    #expect(
      try text.opened().sumPaths == ["c.wage.monthly", "c.wage.payDay", "t.compensation.amount"]
    )
    let dump = body(of: try roster(text, [0, 1, 1]))
    #expect(dump.contains(#"foot: "计" "11,501.00" | "12""#))
    #expect(dump.contains(#""大写" "壹万壹仟伍佰零壹元整" "，补偿" "24003.00""#))
  }

  @Test func aPageAddsUpItsOwnRows() throws {
    let text = form(
      columns + "@group c.termType\n@pagetotal 小计{{page.count}}人 | {{合计:c.wage.monthly}}"
    )
    let table = try table(try roster(text, [0, 1]))
    guard case .tallied(let tally)? = table.pageFoot, case .pulled(let rows) = table.body else {
      Issue.record("no tally")
      return
    }
    let pull = try rows.start()
    #expect(try pull()?.addends == [350_000])
    #expect(try pull()?.addends == [400_050])
    #expect(try pull() == nil)
    #expect(
      tally.row(sums: [350_000], count: 1).cells.map(\.content.plainText) == ["小计1人", "3500.00"]
    )
    #expect(tally.row(sums: [], count: 0).cells.map(\.content.plainText) == ["小计0人", "0.00"])
    #expect(tally.widest.cells.map(\.content.plainText) == ["小计2人", "7500.50"])
    #expect(tally.widest.cells.map(\.columnSpan) == [2, 1])
  }

  @Test func sumsOfNoRowsAreNought() throws {
    let text = form(columns + "@group c.termType\n@total 合计 | {{合计:c.wage.monthly}}")
    #expect(body(of: try roster(text, [])).hasSuffix(#"foot: 2×1 "合计" | "0.00""#))
  }

  // MARK: Struck cells

  @Test func cellsWithoutAValueAreStruckWhereTheColumnSaysSo() throws {
    let text = form(
      "备注 | f.remark | 1 | 左 | 斜线\n签名 | | 1 | 左 | 斜线\n批注 | f.remark\n姓名 | e.name | 1 | 左 | 斜线"
    )
    #expect(body(of: try roster(text, [0])).hasSuffix(#"row: struck - | - | "—" | "张三""#))
  }

  @Test func theItemsOfAListAreStruckToo() throws {
    let text = FormText.filing("```table c.clauses\n号 | item.no\n名 | item.label | 1 | 左 | 斜线\n```")
    #expect(try bound(text, try RecordSet.sample()).hasSuffix(#"row: "2" | struck -"#))
  }

  // MARK: Mistakes

  @Test(arguments: [
    (
      "姓名 | {{合计:c.wage.monthly}}",
      "2:6：错误：合计不能用在逐行打印的列中；现为“{{合计:c.wage.monthly}}”；请移到 @total 或 @pagetotal 一行 [form.sum]"
    ),
    (
      "姓名 | e.name\n@total {{合计:e.name}}",
      "3:8：错误：“e.name”不能求和；现为“{{合计:e.name}}”；应为备案或列表中的金额或整数字段，例如 c.wage.monthly [form.sum]"
    ),
    (
      "姓名 | e.name\n@total {{合计:roster.count}}",
      "3:8：错误：“roster.count”不能求和；现为“{{合计:roster.count}}”；应为备案或列表中的金额或整数字段，例如 c.wage.monthly [form.sum]"
    ),
    (
      "姓名 | e.name\n@total {{合计:c.wage.monthly:中文日期}}",
      "3:8：错误：过滤器“中文日期”不适用于金额字段；现为“{{合计:c.wage.monthly:中文日期}}”；应为日期字段 [form.filterKind]"
    ),
    (
      "姓名 | e.name\n@total {{page.count}}",
      "3:8：错误：本页人数只能用在 @pagetotal 一行；现为“{{page.count}}”；全部人数请写“{{roster.count}}” [form.pageCount]"
    ),
    (
      "姓名 | e.name\n@group e.nmae",
      "3:8：错误：没有字段“e.nmae”；现为“{{e.nmae}}”；是否想写“e.name”？ [form.unknownField]"
    ),
    (
      "姓名 | e.name\n@group c.startDate:年",
      "3:8：错误：不能按“c.startDate”分组；现为“{{c.startDate:年}}”；应为备案中的一个字段，不带过滤器，例如 c.position [form.group]"
    ),
    (
      "姓名 | e.name\n@group seq",
      "3:8：错误：不能按“seq”分组；现为“{{seq}}”；应为备案中的一个字段，不带过滤器，例如 c.position [form.group]"
    ),
    (
      "姓名 | e.name\n@rest 斜线",
      "1:1：错误：没有写每页行数，不知道一页空几行；现为“@rest”；请在 form.yaml 的 table 中写 rowsPerPage [form.rest]"
    ),
    (
      "姓名 | e.name | 300mm",
      "1:1：错误：各列的固定宽度超过了版心；现为“300.0 mm”；应为不超过 170.0 mm，并给其他各列留下宽度 [form.columnWidth]"
    ),
    (
      "姓名 | e.name | 170mm\n备注 | f.remark",
      "1:1：错误：各列的固定宽度超过了版心；现为“170.0 mm”；应为不超过 170.0 mm，并给其他各列留下宽度 [form.columnWidth]"
    ),
  ])
  func aMistakeInARosterIsNamedAtItsPlace(_ table: String, _ expected: String) {
    let margins = "margins: [20, 20, 20, 20]\n"
    #expect(form(table, margins).open().1.map(\.description) == ["body.md:" + expected])
  }

  @Test func theWholeWidthMayBeFixed() throws {
    #expect(try form("姓名 | e.name | 170mm", "margins: [20, 20, 20, 20]\n").opened().sumPaths == [])
  }

  @Test func allTablesOfAFormAreGroupedByOneField() {
    let text = FormText.roster(
      "```table filings\n甲 | e.name\n@group c.position\n```\n\n```table filings\n乙 | e.name\n@group e.sex\n```\n"
    )
    #expect(
      text.open().1.map(\.description) == [
        "body.md:8:8：错误：一张表单的各个表格只能按同一个字段分组；现为“{{e.sex}}”；应为@group c.position [form.group]"
      ]
    )
  }

  @Test(arguments: [
    ("@group item.no", "3:8：错误：只有名册的表格（table filings）可以分组；现为“{{item.no}}” [form.group]"),
    ("@pagetotal 小计", "3:1：错误：只有名册的表格（table filings）有本页小计 [form.pageTotal]"),
    (
      "@total {{合计:c.wage.monthly}}",
      "3:8：错误：只有名册才有合计；现为“{{合计:c.wage.monthly}}”；请在 form.yaml 中写“scope: roster”，或删去合计 [form.sum]"
    ),
  ])
  func aListOfOneFilingHasNeitherGroupsNorSums(_ option: String, _ expected: String) {
    let text = FormText.filing("```table c.clauses\n号 | item.no\n\(option)\n```\n")
    #expect(text.open().1.map(\.description) == ["body.md:" + expected])
  }
}
