import Diagnostics
import Spreadsheets
import Testing

/// Returns the texts of the cells of delimited text, by row.
private func texts(_ bytes: [UInt8]) throws(SpreadsheetFailure) -> [[String]] {
  try rows(of: bytes).map { row in
    row.cells.map { if case .text(let text) = $0.value { text } else { "?" } }
  }
}

private func texts(_ text: String) throws(SpreadsheetFailure) -> [[String]] {
  try texts(Array(text.utf8))
}

@Test func quotedFieldsHoldCommasQuotesAndLineEnds() throws {
  #expect(
    try texts("姓名,备注\r\n张示例,\"一,二\"\"三\"\"\r\n四\"\r\n")
      == [["姓名", "备注"], ["张示例", "一,二\"三\"\r\n四"]]
  )
}

@Test(arguments: ["姓名,性别\n张,男", "姓名\t性别\n张\t男", "姓名;性别\n张;男"])
func theSeparatorIsFoundOut(text: String) throws {
  #expect(try texts(text) == [["姓名", "性别"], ["张", "男"]])
}

@Test func emptyFieldsAndLinesKeepTheOthersInPlace() throws {
  let rows = try rows(of: Array("a,,b\n\n,c\n".utf8))
  #expect(rows.map(\.number) == [1, 2, 3])
  #expect(rows.map { $0.cells.map(\.column) } == [[1, 3], [], [2]])
}

@Test func chineseTextComesInAllItsEncodings() throws {
  let expected = [["姓名", "张示例"]]
  // 姓名,张示例 in GBK.
  let gbk: [UInt8] = [
    0xD0, 0xD5, 0xC3, 0xFB, 0x2C, 0xD5, 0xC5, 0xCA, 0xBE, 0xC0, 0xFD,
  ]
  #expect(try texts(gbk) == expected)
  #expect(try texts([0xEF, 0xBB, 0xBF] + Array("姓名,张示例".utf8)) == expected)
  let wide = "姓名\t张示例".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  #expect(try texts([0xFF, 0xFE] + wide) == expected)
}

@Test func fourByteCharactersOfGB18030AreKept() throws {
  // The standard counts the supplementary planes linearly from 90 30 81 30.
  let linear = 0x20BB7 - 0x10000
  let bytes: [UInt8] = [
    UInt8(0x90 + linear / 12600), UInt8(0x30 + linear / 1260 % 10),
    UInt8(0x81 + linear / 10 % 126), UInt8(0x30 + linear % 10),
  ]
  #expect(try texts([0xD0, 0xD5] + bytes) == [["姓𠮷"]])
}

@Test func bytesOfNoEncodingAreRefusedWithTheirLine() {
  #expect(failure(Array("name\nzhang\n".utf8) + [0xFF, 0xFF, 0x0A]) == .encoding(line: 3))
  // Of a file in UTF-8 that one byte spoils, that byte's line is told, not the first.
  let spoilt = Array("姓名\n张\n".utf8) + [0xE4, 0xB8, 0x2C, 0x0A]
  for mark in [[], [0xEF, 0xBB, 0xBF] as [UInt8]] {
    #expect(failure(mark + spoilt) == .encoding(line: 3))
  }
}

@Test func anOpenQuoteIsDamageAndNamesItsRow() {
  #expect(
    failure(Array("a,b\nc,\"d\ne".utf8))
      == .damaged(part: "第2行", reason: "引号没有配对，之后的内容都被当成一格")
  )
}

@Test func numbersThatExcelProtectsAreText() throws {
  #expect(try texts("=\"220104198605040039\",=A1\n") == [["220104198605040039", "=A1"]])
}

@Test func aFieldBeyondAllCellsIsRefused() {
  let long = String(repeating: "字", count: 1 << 16)
  #expect(failure(Array("a,\(long)".utf8)) == .tooLarge(part: "第1行", limit: "一格不超过32767个字"))
}

@Test func aRowOfTooManyColumnsIsRefused() {
  let commas = [UInt8](repeating: UInt8(ascii: ","), count: 20_000)
  #expect(failure([0x61] + commas) == .tooLarge(part: "第1行", limit: "16384列"))
}

@Test func anyBytesAreReadOrRefused() {
  var state: UInt64 = 42
  for length in 0..<400 {
    let bytes = (0..<length).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(state >> 56)
    }
    _ = failure(bytes)
  }
}
