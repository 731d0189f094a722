import Calendar
import Spreadsheets
import Testing
import Workbooks

private let day = CivilDate(year: 2026, month: 11, day: 20)

/// Returns the bytes of a workbook of one sheet with the given rows.
private func workbook(
  _ sheet: WorkbookSheet,
  rows: [[String]] = [],
  isLarge: Bool = false
) throws -> [UInt8] {
  let writer = try WorkbookWriter(madeOn: #require(day), isLarge: isLarge)
  try writer.begin(sheet)
  for row in rows { try writer.write(row) }
  return try writer.finish()
}

/// Returns the texts of all rows of a sheet.
private func texts(_ bytes: [UInt8], sheet: Int = 0) throws -> [[String]] {
  let book = try Spreadsheet(bytes)
  var rows = try book.rows(ofSheet: sheet)
  var all: [[String]] = []
  while let row = try rows.next() {
    all.append(row.cells.map { if case .text(let text) = $0.value { text } else { "?" } })
  }
  return all
}

private let twoLevels = WorkbookSheet(
  name: "采集表",
  title: "企业招用员工采集表",
  columns: [
    WorkbookColumn(["序号"], width: 6),
    WorkbookColumn(["基本信息", "姓名*"], isRequired: true),
    WorkbookColumn(["基本信息", "证件号码*"], width: 22, note: "18位", isRequired: true),
    WorkbookColumn(["劳动用工备案", "合同类型"], choices: ["固定期限", "无固定期限"]),
    WorkbookColumn(["劳动用工备案", "单位ID"], isHidden: true),
  ],
  frozenColumns: 2
)

@Test(arguments: [false, true])
func rowsAreReadBackAsTheyWereWritten(isLarge: Bool) throws {
  let rows = [["1", "㛃𠮷示例", "220104198605040039"], ["", "=1+1", " 两端 "]]
  let bytes = try workbook(twoLevels, rows: rows, isLarge: isLarge)
  #expect(
    try texts(bytes) == [
      ["企业招用员工采集表"],
      ["序号", "基本信息", "劳动用工备案"],
      ["姓名*", "证件号码*", "合同类型", "单位ID"],
      ["1", "㛃𠮷示例", "220104198605040039"],
      ["=1+1", " 两端 "],
    ]
  )
}

@Test(arguments: [false, true])
func headingsOfOneNameBecomeOneCell(isLarge: Bool) throws {
  let layout = try Spreadsheet(workbook(twoLevels, isLarge: isLarge)).layout(ofSheet: 0)
  var expected: Set = [
    CellRange(rows: 1...1, columns: 1...5), CellRange(rows: 2...2, columns: 2...3),
    CellRange(rows: 2...2, columns: 4...5),
  ]
  if !isLarge { expected.insert(CellRange(rows: 2...3, columns: 1...1)) }
  #expect(Set(layout.merges) == expected)
  #expect(layout.hiddenColumns == [5...5])
}

@Test func listsStandOnAHiddenSheet() throws {
  let bytes = try workbook(twoLevels)
  let book = try Spreadsheet(bytes)
  #expect(book.sheets.map(\.name) == ["采集表", "选项"])
  #expect(book.sheets.map(\.isHidden) == [false, true])
  #expect(try texts(bytes, sheet: 1) == [["固定期限"], ["无固定期限"]])
}

@Test func theSameCallsGiveTheSameBytes() throws {
  for isLarge in [false, true] {
    let one = try workbook(twoLevels, rows: [["1", "张示例"]], isLarge: isLarge)
    let other = try workbook(twoLevels, rows: [["1", "张示例"]], isLarge: isLarge)
    #expect(one == other)
  }
}

@Test func notesAreLinesOfASheet() throws {
  let writer = try WorkbookWriter(madeOn: #require(day))
  try writer.begin(WorkbookSheet(name: "名单", columns: [WorkbookColumn(["姓名"])]))
  try writer.writeNotes(["注意事项", "", "1. 一人一行。"], name: "注意事项")
  #expect(try texts(writer.finish(), sheet: 1) == [["注意事项"], ["1. 一人一行。"]])
}

@Test(arguments: ["", "名单", "甲/乙", "甲:乙", String(repeating: "长", count: 32)])
func namesThatExcelRefusesAreRefused(name: String) throws {
  let writer = try WorkbookWriter(madeOn: #require(day))
  try writer.begin(WorkbookSheet(name: "名单", columns: []))
  #expect(throws: WorkbookFailure.sheetName(name)) {
    try writer.begin(WorkbookSheet(name: name, columns: []))
  }
}

@Test func textsBeyondACellAreRefusedWithTheirRow() throws {
  let writer = try WorkbookWriter(madeOn: #require(day))
  try writer.begin(WorkbookSheet(name: "名单", columns: [WorkbookColumn(["姓名"])]))
  #expect(throws: WorkbookFailure.beyondFormat(sheet: "名单", row: 2)) {
    try writer.write([String(repeating: "字", count: 32_768)])
  }
}

@Test func aWorkbookThatIsNeverFinishedLeavesNothingBehind() throws {
  for _ in 0..<2000 {
    let writer = try WorkbookWriter(madeOn: #require(day))
    try writer.begin(WorkbookSheet(name: "名单", columns: [WorkbookColumn(["姓名"])]))
  }
}

@Test func aTableIsPulledRowByRow() throws {
  let rows = (1...3000).lazy.map { [String($0), "张示例", "0\($0)"] }
  let bytes = try writeTable(
    named: "综合查询",
    headings: ["序号", "姓名", "证件号码"],
    widths: [6],
    rows: rows,
    madeOn: #require(day)
  )
  let found = try texts(bytes)
  #expect(found.count == 3001)
  #expect(found[0] == ["序号", "姓名", "证件号码"])
  #expect(found[3000] == ["3000", "张示例", "03000"])
}
