import Diagnostics
import Foundation
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

/// Returns the records of a file by their lists; ids are left out unless they are wanted.
private func records(_ text: String, withIDs: Bool) throws -> [String: Set<NSDictionary>] {
  let whole = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
  var lists: [String: Set<NSDictionary>] = [:]
  for part in RecordPart.allCases {
    for var record in whole[part.listName] as? [[String: Any]] ?? [] {
      if !withIDs { record["id"] = nil }
      lists[part.listName, default: []].insert(record as NSDictionary)
    }
  }
  return lists
}

/// Sends every record of `text` back to the sheets of the house.
private func sendBack(_ text: String, _ profile: Profile) throws -> ReturnedRows {
  var returned = try ReturnedRows(Templates.all(), profile: profile)
  let file = try openRecords(ByteSource(name: "记录.json", bytes: Array(text.utf8))) { _ in }
  for row in 1..<(file.rows.count + 1) {
    returned.add(try file.bytes(ofRow: row), row: row, reasons: reasons)
  }
  let lines = RecordList.allCases.flatMap { list in file.batch.lines[list].map(\.place) }
  returned.add(lines.map { ($0, reasons) }, outOf: try file.headText())
  #expect(returned.homeless.isEmpty && returned.homelessLines.isEmpty)
  return returned
}

/// Whatever a template takes in, filings and rows of lists, goes back to the same sheet and comes in as it was.
@Test(arguments: Templates.names, [true, false])
func everyRowGoesBackToItsSheetAndComesInAgain(name: String, bearsID: Bool) throws {
  let template = try Templates.open(name)
  let rows = [Samples.row(template), Samples.row(template)]
  let more = ",\"wages\":[\(Samples.wage)]"
  let base = try base([Samples.known], profile: template.profile.rawValue, more: more)
  let first = try take(template.workbook(madeOn: #require(day), rows: rows), [template], base: base)
  #expect(first.isWhole, "\(first.said)")
  // A record that was not made by this sheet goes where its kind belongs.
  let text = bearsID ? first.text : first.text.replacing("\"\(template.idPrefix)-", with: "\"X-")
  let returned = try sendBack(text, template.profile)
  if bearsID { #expect(returned.count == rows.count) }
  let bytes = try returned.workbook(madeOn: #require(day))
  // The words of drop-down lists stand in a hidden sheet.
  let names = try Spreadsheet(bytes).sheets.filter { !$0.isHidden }.map(\.name)
  if bearsID { #expect(names == [template.sheetName]) }
  var again: [String: Set<NSDictionary>] = [:]
  for name in names {
    let book = try Spreadsheet(bytes)
    let all = try Templates.all()
    let (sheet, said) = try chooseSheet(of: book, file: "a", among: all, sheetName: name)
    let found = try #require(sheet, "\(said)")
    let outcome = try importRows(of: found, in: book, file: "a", base: base)
    #expect(outcome.isWhole, "\(outcome.said)")
    #expect(!(said + outcome.diagnostics).contains { $0.severity == .warning }, "\(outcome.said)")
    again.merge(try records(outcome.text, withIDs: bearsID)) { $0.union($1) }
  }
  #expect(try again == records(text, withIDs: bearsID))
}
