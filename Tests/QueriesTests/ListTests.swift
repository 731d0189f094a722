import Diagnostics
import Queries
import Records
import TestSupport
import Testing

private let orders: [(text: String, rows: [Int])] = [
  ("姓名", [2, 4, 1, 3]), ("姓名:pinyin", [2, 4, 1, 3]), ("姓名:拼音", [2, 4, 1, 3]),
  ("-姓名", [3, 1, 4, 2]),
  // 王 has four strokes, 张, 李 and 阿 seven; their radicals settle that.
  ("姓名:笔画", [1, 3, 4, 2]), ("姓名:code", [3, 4, 1, 2]), ("e.name:编码", [3, 4, 1, 2]),
  ("合同起始日期", [4, 1, 2, 3]),
  ("-合同起始日期", [1, 2, 3, 4]), ("合同终止日期", [4, 1, 3, 2]), ("-合同终止日期", [1, 3, 4, 2]),
  ("备注", [1, 2, 3, 4]),
  ("-备注", [1, 2, 3, 4]), ("合同状态", [1, 2, 3, 4]), ("-合同状态", [4, 3, 1, 2]),
  ("审核状态,姓名", [3, 2, 4, 1]),
  ("是否生成名册", [1, 2, 3, 4]), ("-是否生成名册,-行号", [4, 3, 2, 1]), ("经济补偿金额", [4, 1, 2, 3]),
  ("", [1, 2, 3, 4]),
]

@Test(arguments: orders.indices)
func rowsStandInTheOrderAskedFor(_ index: Int) throws {
  #expect(try RecordSet.sample().order(orders[index].text) == orders[index].rows)
}

@Test func theOrderTellsNothingThatIsMasked() throws {
  let rows = ["张三", "张一", "张二"].enumerated().map {
    RecordFixtures.filing($0.offset + 1, name: $0.element)
  }
  let records = try RecordSet(RecordFixtures.document(rows))
  #expect(try records.order("姓名") != [1, 2, 3])
  #expect(try records.order("姓名", mask: .notice) == [1, 2, 3])
  #expect(try records.order("-姓名", mask: .web) == [1, 2, 3])
  #expect(try records.order("出生日期", mask: .notice) == [1, 2, 3])
}

@Test(arguments: 0..<12 as Range<UInt64>)
func sortingIsStableAndDescendingIsTheReverseButForWhatIsAlike(_ seed: UInt64) throws {
  let records = try RecordSet(
    RecordFixtures.batchJSON(rows: 40, kinds: [.new, .terminate], seed: seed)
  )
  for name in ["姓名", "工作岗位:笔画", "月工资", "解除（终止）日期"] {
    let (up, down) = (try records.order(name), try records.order("-" + name))
    let field = String(name.prefix { $0 != ":" })
    let path = try #require(readColumns(field).columns.first).field
    let texts = records.filings.indices.map { path.value(records.subject($0))?.printed }
    let groups = { (rows: [Int]) -> [[Int]] in
      rows.reduce(into: []) { groups, row in
        if let last = groups.last?.last, texts[last - 1] == texts[row - 1] {
          groups[groups.count - 1].append(row)
        } else {
          groups.append([row])
        }
      }
    }
    #expect(groups(up).allSatisfy { $0 == $0.sorted() }, "seed \(seed) \(name)")
    let (present, absent) = (
      groups(up).filter { texts[$0[0] - 1] != nil }, groups(up).filter { texts[$0[0] - 1] == nil }
    )
    #expect(groups(down) == present.reversed() + absent, "seed \(seed) \(name)")
  }
}

@Test(arguments: [
  ("姓名:pinyn", "没有这种排序；现为“pinyn”"), ("姓各", "没有这个字段"), ("-", "没有这个字段"), ("姓名:", "没有这种排序"),
])
func aFaultyOrderIsTold(_ vector: (String, String)) {
  let (order, diagnostics) = readListOrder(vector.0)
  #expect(order == nil)
  #expect(diagnostics.first?.description.contains(vector.1) == true)
}

// MARK: Columns

@Test func theUsualColumnsAreThoseOfTheHall() {
  #expect(
    ListColumn.usual.map(\.title) == [
      "姓名", "证件号码", "用工形式", "合同类别", "合同起始日期", "合同终止日期", "合同状态", "是否生成名册", "审核状态", "审核日期",
    ]
  )
}

@Test func columnsKeepTheNamesTheyWereAskedBy() {
  let (columns, diagnostics) = readColumns("姓名, 身份证号，c.position,合同终止日期（或无固定期限、任务完成时）")
  #expect(diagnostics.isEmpty)
  #expect(columns.map(\.title) == ["姓名", "身份证号", "工作岗位", "合同终止日期（或无固定期限、任务完成时）"])
  #expect(columns.map(\.field.path) == ["e.name", "e.idNumber", "c.position", "c.endDateText"])
}

@Test(arguments: [
  ("填报日期", "batch.asOf"), ("注册资金", "emp.registeredCapital"), ("工作年限", "t.serviceYears"),
  ("本单位工作年限", "t.serviceText"), ("合同终止日期", "c.endDate"), ("合同类别", "c.termType"),
])
func aLabelNeedsNoBrackets(_ vector: (String, String)) {
  #expect(readColumns(vector.0).columns.first?.field.path == vector.1)
}

@Test(arguments: ["解除", "地址（", "联系"])
func aPieceOfALabelIsNoName(_ name: String) {
  #expect(readColumns(name).columns.isEmpty)
}

@Test(arguments: [
  ("姓名,姓名", "同一栏写了两次；现为“姓名”"), ("姓名,e.name", "同一栏写了两次"), ("", "没有写栏目"), (" , ，", "没有写栏目"),
  ("姓名,合同标号", "是否想写“合同编号”"), ("roster.count", "没有这个字段"), ("item", "没有这个字段"),
])
func faultyColumnsAreTold(_ vector: (String, String)) {
  let said = readColumns(vector.0).diagnostics.map(\.description)
  #expect(said.count == 1 && said[0].contains(vector.1), "\(said)")
}

@Test func everyFieldIsFoundByItsPathAndHasAnExampleThatCanBeRead() throws {
  let languages = [Vocabulary.chinese, try EnglishWords.vocabulary()]
  for entry in QueryField.all {
    #expect(readColumns(entry.field.path).columns.first?.field.path == entry.field.path)
    for words in languages {
      let example = entry.example(in: words)
      let (_, diagnostics) = readQuery([example])
      #expect(!diagnostics.contains { $0.severity == .error }, "\(example): \(diagnostics)")
    }
    for word in entry.otherWords {
      #expect(readColumns(word).columns.first?.field.path == entry.field.path, "\(word)")
    }
  }
  #expect(QueryField.all.count > 100)
}

/// A label that two fields share means one of them, which must be chosen by hand.
@Test func everyLabelMeansItsFieldOrOneThatWasChosen() {
  for entry in QueryField.all {
    let found = readColumns(entry.field.label).columns.first?.field
    guard found?.path != entry.field.path else { continue }
    #expect(
      found?.label == entry.field.label || entry.field.label == "试用期工资",
      "\(entry.field.path)"
    )
    #expect(
      ["c.probation.wage"].contains(entry.field.path),
      "\(entry.field.path) is hidden by \(found?.path ?? "")"
    )
  }
}
