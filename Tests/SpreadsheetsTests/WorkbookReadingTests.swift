import Calendar
import Spreadsheets
import Testing

@Test func sharedInlineAndFormulaTextsAreRead() throws {
  let row = """
    <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>㛃𠮷</t></is></c>\
    <c r="C1" t="str"><f>A1</f><v>姓名</v></c></row>
    """
  let found = try values(row) { $0.strings = ["<t>姓名</t>"] }
  #expect(found == [[.text("姓名"), .text("㛃𠮷"), .text("姓名")]])
}

@Test func richTextIsJoinedAndPhoneticReadingsAreLeftOut() throws {
  let found = try values("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>") {
    $0.strings = [
      "<r><t>张</t></r><rPh sb=\"0\" eb=\"1\"><t>zhāng</t></rPh><r><rPr><b/></rPr><t xml:space=\"preserve\"> 三</t></r>"
    ]
  }
  #expect(found == [[.text("张 三")]])
}

@Test func escapedControlCharactersAreUnescaped() throws {
  let found = try values("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>") {
    $0.strings = ["<t>甲_x000A_乙_x00ZZ_</t>"]
  }
  #expect(found == [[.text("甲\n乙_x00ZZ_")]])
}

@Test func numbersKeepTheirDigits() throws {
  let found = try values(
    "<row r=\"1\"><c><v>13500000001</v></c><c><v>2.20104198605040E+17</v></c></row>"
  )
  #expect(found == [[.number("13500000001"), .number("2.20104198605040E+17")]])
}

@Test func daysAreToldByTheStyleInBothDateSystems() throws {
  let styles = """
    <numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>\
    <numFmt numFmtId="165" formatCode="[Red]0.00&quot;day&quot;"/></numFmts>\
    <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>
    """
  let row = """
    <row r="1"><c s="0"><v>44477</v></c><c s="1"><v>44477</v></c><c s="2"><v>44477.75</v></c>\
    <c s="3"><v>44477</v></c></row>
    """
  let day = try #require(CivilDate(iso: "2021-10-08"))
  let found = try values(row) { $0.styles = styles }
  #expect(
    found == [
      [
        .number("44477"), .date(day, serial: "44477"), .date(day, serial: "44477.75"),
        .number("44477"),
      ]
    ]
  )
  let later = try #require(CivilDate(iso: "2025-10-09"))
  let shifted = try values(row) {
    $0.styles = styles
    $0.properties = "date1904=\"1\""
  }
  #expect(shifted[0][1] == .date(later, serial: "44477"))
}

@Test(arguments: [
  ("1", "1900-01-01"), ("59", "1900-02-28"), ("61", "1900-03-01"), ("36526", "2000-01-01"),
  ("45351", "2024-02-29"), ("73050", "2099-12-31"),
])
func serialNumbersCountDaysAsExcelDoes(serial: String, day: String) {
  #expect(DateSystem.from1900.day(serial)?.description == day)
}

@Test func theDayThatNeverWasIsNoDay() {
  #expect(DateSystem.from1900.day("60") == nil)
  #expect(DateSystem.from1900.day("0.5") == nil)
  #expect(DateSystem.from1900.day("99999999") == nil)
}

@Test func flagsErrorsAndFormulasAreTold() throws {
  let row = """
    <row r="1"><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c><f>B2*2</f><v>7000</v></c>\
    <c><f>B2</f></c><c><f>[1]Sheet1!A1</f><v>5</v></c></row>
    """
  let cells = try rows(of: TestWorkbook(rows: row).file)[0].cells
  #expect(
    cells.map(\.value) == [.flag(true), .error("#N/A"), .number("7000"), .nothing, .number("5")]
  )
  #expect(cells.map(\.formula) == [.none, .none, .own, .own, .external])
}

@Test func aFormulaWithoutAResultIsToldFromOneWithAnEmptyText() throws {
  let row = """
    <row r="1"><c r="A1"><f>TODAY()</f><v></v></c><c r="B1"><f>TODAY()</f><v/></c>\
    <c r="C1" t="str"><f>""</f><v></v></c></row>
    """
  let cells = try rows(of: TestWorkbook(rows: row).file)[0].cells
  #expect(cells.map(\.column) == [1, 2])
  #expect(cells.map(\.value) == [.nothing, .nothing])
}

@Test func emptyCellsAndRowsKeepTheOthersInPlace() throws {
  let found = try rows(
    of: TestWorkbook(
      rows: "<row r=\"3\"><c r=\"B3\" s=\"1\"/><c r=\"AB3\"><v>1</v></c></row><row r=\"7\"/>"
    ).file
  )
  #expect(found.map(\.number) == [3, 7])
  #expect(found[0].cells.map(\.column) == [28])
  #expect(found[0][28]?.value == .number("1"))
  #expect(found[0][2] == nil)
}

@Test func hiddenRowsColumnsAndSheetsAndMergesAreTold() throws {
  var book = TestWorkbook(
    sheet: """
      <cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="1" hidden="1"><c><v>1</v></c></row>\
      </sheetData><mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>
      """
  )
  book.sheets.append("<sheetData/>")
  book.states = ["", "state=\"veryHidden\""]
  let file = try Spreadsheet(book.file)
  #expect(file.sheets.map(\.isHidden) == [false, true])
  #expect(file.sheets.map(\.name) == ["表1", "表2"])
  let layout = try file.layout(ofSheet: 0)
  #expect(layout.merges == [CellRange(rows: 1...1, columns: 1...3)])
  #expect(layout.hiddenColumns == [2...3])
  #expect(try rows(of: book.file)[0].isHidden)
}

@Test func columnsAreCalledByLetters() {
  #expect(
    [1, 26, 27, 702, 703, 16_384].map(CellAddress.letters) == ["A", "Z", "AA", "ZZ", "AAA", "XFD"]
  )
}
