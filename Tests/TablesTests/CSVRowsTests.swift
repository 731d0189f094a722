import Calendar
import Tables
import Testing

private func line(_ values: TableValue...) -> String {
  let bytes = CSVRows().add(values)
  #expect(bytes.suffix(2) == [0x0D, 0x0A])
  return String(decoding: bytes.dropLast(2), as: UTF8.self)
}

@Test func aFileBeginsWithAByteOrderMark() {
  #expect(CSVRows().begin(["姓名", "备注"]) == [0xEF, 0xBB, 0xBF] + Array("姓名,备注\r\n".utf8))
  #expect(CSVRows().end().isEmpty)
}

@Test(arguments: [
  ("张示例", "张示例"), ("", ""), ("甲,乙", "\"甲,乙\""), ("甲\"乙", "\"甲\"\"乙\""), ("甲\n乙", "\"甲\n乙\""),
  (" 甲 ", " 甲 "), ("甲\r", "\"甲\r\""),
])
func textIsQuotedAsRFC4180Says(_ vector: (String, String)) {
  #expect(line(.text(vector.0)) == vector.1)
}

@Test(arguments: [
  ("=1+1", "'=1+1"), ("+86 135", "'+86 135"), ("-", "'-"), ("@甲", "'@甲"), ("＝1", "'＝1"),
  ("＋1", "'＋1"),
  ("－1", "'－1"), ("＠甲", "'＠甲"), ("\t=1", "'\t=1"),
  ("=HYPERLINK(\"a\",\"b\")", "\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\""),
  ("\n=1", "\"'\n=1\""),
])
func noTextBecomesAFormula(_ vector: (String, String)) {
  #expect(line(.text(vector.0)) == vector.1)
}

@Test(arguments: [
  "220104198605040039", "13900000001", "0431", "1E10", "2026-0001", "1-2", "12:30", "50%", "3.50",
  "(12)",
])
func numbersThatAreNamesStayText(_ text: String) {
  #expect(line(.text(text)) == "\t\(text)")
}

@Test(arguments: ["22010419860504003X", "LD-2026-0001", "E", "", "第1号", "A1"])
func otherTextNeedsNoGuard(_ text: String) {
  #expect(line(.text(text)) == text)
}

@Test func valuesOfOtherKindsStandAsTheyAre() throws {
  let day = try #require(CivilDate(iso: "2026-11-02"))
  #expect(
    line(.absent, .integer(-3), .decimal("3500.00"), .date(day), .flag(true), .flag(false))
      == ",-3,3500.00,2026-11-02,是,否"
  )
}
