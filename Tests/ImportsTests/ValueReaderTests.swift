import Calendar
import Diagnostics
import Records
import Spreadsheets
import Testing

@testable import Imports

/// Reads `value` in a column of `kind`.
private func read(_ value: SheetValue, as kind: ColumnKind, _ formula: FormulaUse = .none)
  -> CellReading
{
  let column = ImportColumn(
    headings: ["某列"],
    aliases: [],
    role: .value,
    field: "e.name",
    kind: kind,
    isRequired: false,
    isKey: false,
    mayCount: false,
    prefill: nil,
    note: nil,
    sample: nil,
    width: 10,
    isHidden: false,
    emptyWords: ["无"]
  )
  let cell = SheetCell(column: 1, value: value, formula: formula)
  return ValueReader(column: column, dates: .from1900).read(cell)
}

private let iso = ColumnKind.day(written: .iso)

@Test(arguments: [
  ("2026-11-01", "2026-11-01"), ("20261101", "2026-11-01"), ("2026/11/1", "2026-11-01"),
  ("2026.11.1", "2026-11-01"), ("2026年11月1日", "2026-11-01"), ("２０２６－１１－０１", "2026-11-01"),
  ("2026-11-01 10:22:31.0", "2026-11-01"), ("\u{A0}2026-11-01\u{3000}", "2026-11-01"),
])
func daysAreReadInAllTheirForms(text: String, day: String) {
  let reading = read(.text(text), as: iso)
  #expect(reading.value == .text(day), "\(reading)")
}

@Test(arguments: [
  (SheetValue.text("2026-11-01T00:00:00"), "00:00:00"), (.text("2026/11/1 8:30"), "8:30"),
  (.number("46327.354166667"), "08:30:00"), (.number("46327.00001157"), "00:00:01"),
])
func aTimeBehindADayIsLeftOutAndTold(value: SheetValue, time: String) {
  let reading = read(value, as: iso)
  #expect(reading.value == .text("2026-11-01"))
  #expect(reading.remarks.contains(.timeOfDay) && reading.droppedTime == time)
}

@Test func aDayThatMightBeTheNextIsRefused() throws {
  let day = try #require(CivilDate(iso: "2026-11-01"))
  #expect(read(.date(day, serial: "46327.999999"), as: iso).problem?.code == "V-06")
  #expect(read(.number("46327.999999"), as: iso).problem?.code == "V-06")
  #expect(read(.text("2026-11-01T16:00:00Z"), as: iso).problem?.code == "V-06")
  let noon = read(.date(day, serial: "46327.5"), as: iso)
  #expect(noon.value == .text("2026-11-01") && noon.droppedTime == "12:00:00")
  #expect(read(.date(day, serial: "46327"), as: iso).remarks.isEmpty)
}

@Test(arguments: ["2026-02-30", "去年", "2026-13-01", "1"])
func whatIsNoDayIsRefused(text: String) {
  #expect(read(.text(text), as: iso).problem?.code == "V-06")
}

@Test func numbersInDayColumnsAreDigitsOrSerials() throws {
  #expect(read(.number("20261101"), as: iso).value == .text("2026-11-01"))
  let serial = read(.number("46327"), as: iso)
  #expect(serial.value == .text("2026-11-01"))
  #expect(serial.remarks == [.serialDay])
  #expect(read(.number("3500"), as: iso).problem?.code == "V-06")
  let date = try #require(CivilDate(iso: "2026-11-01"))
  #expect(read(.date(date, serial: "46327"), as: iso).value == .text("2026-11-01"))
}

@Test(arguments: ["220104198605040039", "2.20104198605040E+17", "1234567890123456"])
func numbersThatExcelHasRoundedAreRefused(raw: String) {
  let problem = read(.number(raw), as: .number).problem
  #expect(problem?.code == "import.rounded")
  #expect(read(.number(raw), as: .text).problem?.code == "import.rounded")
}

@Test(arguments: ["2.20104E+17", "220104198605041000"])
func roundedNumbersInTextAreRefused(text: String) {
  #expect(read(.text(text), as: .number).problem?.code == "import.rounded")
}

@Test func identityNumbersLoseSpacesWidthAndApostrophes() {
  #expect(read(.text("'２２０１０４ 19860504 003x"), as: .number).value == .text("22010419860504003X"))
  #expect(read(.number("13500000001"), as: .number).value == .text("13500000001"))
}

@Test(arguments: [
  (SheetValue.text("3,500.00元"), "3500.00"), (.text("￥3500"), "3500"),
  (.number("3500.5"), "3500.5"),
  (.number("2800.1000000000001"), "2800.1"), (.text("３５００"), "3500"), (.number("3.5E+3"), "3500"),
])
func amountsLoseTheirOrnaments(value: SheetValue, amount: String) {
  #expect(read(value, as: .money).value == .text(amount))
}

@Test(arguments: [SheetValue.text("三千"), .text("3500.555"), .number("-5"), .number("1E+300")])
func whatIsNoAmountIsRefused(value: SheetValue) {
  #expect(read(value, as: .money).problem?.code == "V-07")
}

@Test(arguments: [
  ("202611", "2026-11"), ("2026-11", "2026-11"), ("2026年3月", "2026-03"), ("2026.3", "2026-03"),
  ("20260315", "2026-03"), ("2026/3/15", "2026-03"),
])
func monthsAreReadInTheirForms(text: String, month: String) {
  #expect(read(.text(text), as: .month).value == .text(month))
  #expect(read(.text("2026年13月"), as: .month).problem != nil)
}

@Test func choicesAreWordsCodesOrBoth() {
  let list = ChoiceList(
    choices: [
      ChoiceList.Choice(label: "居民身份证（户口簿）", code: "01", aliases: ["身份证"]),
      ChoiceList.Choice(label: "外国人护照", code: "08", aliases: []),
    ],
    isOpen: false
  )
  for text in ["01", "居民身份证(户口簿)", "01.居民身份证(户口簿)", "01、身份证", " 身份证 "] {
    #expect(read(.text(text), as: .choice(list)).value == .text("01"), "\(text)")
  }
  let problem = read(.text("外国护照"), as: .choice(list)).problem
  #expect(problem?.code == "import.choice")
  #expect(problem?.advice == "是否想写“外国人护照”？")
  #expect(
    read(.text("01、08"), as: .choices(list)).value == .list([.text("01"), .text("08")])
  )
  let open = ChoiceList(choices: list.choices, isOpen: true)
  #expect(read(.text("军官证"), as: .choice(open)).value == .text("军官证"))
}

@Test func flagsAreYesOrNo() {
  #expect(read(.text("是"), as: .flag).value == .flag(true))
  #expect(read(.flag(false), as: .flag).value == .flag(false))
  #expect(read(.text("也许"), as: .flag).problem != nil)
}

@Test func emptyWordsAndBlanksAreNothing() {
  for text in ["无", " ", "\u{3000}\u{A0}"] {
    let reading = read(.text(text), as: iso)
    #expect(reading.value == nil && reading.problem == nil)
  }
}

@Test func formulasAreTakenByTheirStoredValueAndTold() {
  #expect(read(.number("3500"), as: .money, .own).remarks == [.formula])
  #expect(read(.number("3500"), as: .money, .external).remarks == [.externalFormula])
  #expect(read(.nothing, as: .money, .own).problem?.code == "import.formula")
  // There is no stored value that could have been taken.
  #expect(read(.nothing, as: .money, .own).remarks == [])
  #expect(read(.error("#REF!"), as: .money).problem?.code == "import.cellError")
}

@Test func daysInColumnsOfWordsAreSuspicious() throws {
  let date = try #require(CivilDate(iso: "2026-03-04"))
  #expect(read(.date(date, serial: "46085"), as: .money).problem?.code == "import.dateCell")
  #expect(read(.date(date, serial: "46085"), as: .month).value == .text("2026-03"))
}

@Test func aColumnThatCountsForAsLongAsTheRuleSaysIsNoticed() {
  var drag = DraggedColumns()
  let counting = (0..<DragFill.least).map { "甲\(2018 + $0)" }
  for (row, text) in (counting + ["甲2022", "甲2023"]).enumerated() {
    drag.look(at: text, column: 0, row: row + 5)
  }
  for (row, day) in ["2026-12-29", "2026-12-30", "2026-12-31", "2027-01-01"].enumerated() {
    drag.look(at: day, column: 1, row: row + 5)
  }
  let run = DraggedColumns.Run(column: 0, rows: 5...9, first: "甲2018", last: "甲2022")
  #expect(drag.finish() == [run])
}
