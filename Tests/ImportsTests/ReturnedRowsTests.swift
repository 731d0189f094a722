import Diagnostics
import Records
import Spreadsheets
import TestSupport
import Testing

@testable import Imports

/// Returns the texts of a sheet's rows by column letter.
private func sheet(_ bytes: [UInt8], _ index: Int = 0) throws -> (
  name: String, rows: [[Int: String]]
) {
  let book = try Spreadsheet(bytes)
  var reading = try book.rows(ofSheet: index)
  var rows: [[Int: String]] = []
  while let row = try reading.next() {
    var texts: [Int: String] = [:]
    for cell in row.cells { if case .text(let text) = cell.value { texts[cell.column] = text } }
    rows.append(texts)
  }
  return (book.sheets[index].name, rows)
}

private let reasons = [
  Diagnostic("V-01", .warning, "不算"), Diagnostic("V-07", .error, "金额应为阿拉伯数字", expected: "3500.00"),
  Diagnostic("V-06", .error, "日期无效"),
]

@Test func refusedRowsGoBackToTheSheetOfTheirKind() throws {
  var returned = try ReturnedRows(Templates.all(), profile: .jilin)
  returned.add(Array(RecordFixtures.filing(3).utf8), row: 1, reasons: reasons)
  returned.add(Array(RecordFixtures.filing(6, kind: .terminate).utf8), row: 2, reasons: reasons)
  returned.add(Array("{\"id\":\"x\",\"kind\":\"change\"}".utf8), row: 3, reasons: reasons)
  returned.add(Array("{".utf8), row: 4, reasons: reasons)
  #expect(returned.homeless == [3, 4])
  #expect(returned.count == 2)
  let bytes = try returned.workbook(madeOn: #require(day))
  let first = try sheet(bytes)
  #expect(first.name == "合同新订")
  let template = try Templates.open("jilin-new")
  let place = { (label: String) in (template.columns.firstIndex { $0.label == label } ?? -1) + 1 }
  #expect(first.rows[1][place("合同类别")] == "固定期限")
  #expect(first.rows[1][place("参保险种")] == "110、210、310、410")
  #expect(first.rows[1][place("失败原因")] == "金额应为阿拉伯数字，应为3500.00；日期无效")
  let second = try sheet(bytes, 1)
  #expect(second.name == "解除终止")
  #expect(second.rows[1][3] == "2026-11-07")
  #expect(second.rows[1][4] == "劳动合同期满")
}

@Test func theReturnedSheetIsTakenInAgain() throws {
  var returned = try ReturnedRows(Templates.all(), profile: .jilin)
  returned.add(Array(RecordFixtures.filing(3).utf8), row: 1, reasons: reasons)
  let outcome = try take(
    returned.workbook(madeOn: #require(day)),
    Templates.all(),
    base: base()
  )
  #expect(outcome.isWhole, "\(outcome.said)")
  #expect(outcome.rowCount == 1)
}

@Test func anIdTellsTheSheetThatARowCameFrom() throws {
  let filing = RecordFixtures.filing(6, kind: .terminate)
    .replacing("\"id\":\"f0000006\"", with: "\"id\":\"SXJC-20261120-9\"")
  var returned = try ReturnedRows(Templates.all(), profile: .jilin)
  returned.add(Array(filing.utf8), row: 1, reasons: reasons)
  let bytes = try returned.workbook(madeOn: #require(day))
  let found = try sheet(bytes)
  #expect(found.name == "解除终止劳动合同")
  #expect(found.rows[3][1] == "1")
  #expect(found.rows[1].values.contains("失败原因"))
}
