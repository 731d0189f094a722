import Diagnostics
import Spreadsheets
import Testing

@Test func aBombInASheetIsRefusedBeforeItFillsTheMemory() {
  let comment = "<!--\(String(repeating: " ", count: 4000))-->"
  let blanks = String(repeating: comment, count: 10_000)
  let file = TestWorkbook(sheet: "<sheetData>\(blanks)</sheetData>").file
  #expect(file.count < 100_000)
  #expect(
    failure(file)
      == .tooLarge(part: "xl/worksheets/sheet1.xml", limit: "展开后不超过压缩前的200倍")
  )
}

@Test func aTextOfManyMegabytesIsRefused() {
  let text = String(repeating: " ", count: 12 << 20)
  let row = "<row r=\"1\"><c t=\"str\"><v>\(text)</v></c></row>"
  let limit = "一格的文字展开后不超过10MB（Excel一格最多32767个字）"
  let refused = SpreadsheetFailure.tooLarge(part: "xl/worksheets/sheet1.xml", limit: "\(limit)")
  #expect(failure(TestWorkbook(rows: row).file) == refused)
}

@Test func aLongSheetThatIsBrokenIsStillDamaged() {
  let rows = String(repeating: "<row><c><v>1</v></c></row>", count: 500_000)
  guard case .damaged = failure(TestWorkbook(rows: rows + "<row><c></row>").file) else {
    Issue.record("the sheet was not called damaged")
    return
  }
}

@Test func aBombInTheSharedTextsIsRefused() {
  var book = TestWorkbook(rows: "")
  book.strings = [String(repeating: "<t>甲</t>", count: 3 << 20)]
  guard case .tooLarge(let part, _) = failure(book.file) else {
    Issue.record("the bomb was read")
    return
  }
  #expect(part == "xl/sharedStrings.xml")
}

@Test func aLyingSizeInTheDirectoryChangesNothing() throws {
  var file = TestWorkbook(rows: "<row r=\"1\"><c><v>1</v></c></row>").file
  // The uncompressed size of the last entry's directory record.
  let mark: [UInt8] = [0x50, 0x4B, 1, 2]
  let record = file.indices.dropLast(4).last { Array(file[$0..<($0 + 4)]) == mark }
  let size = try #require(record) + 24
  file.replaceSubrange(size..<(size + 4), with: [0xFF, 0xFF, 0xFF, 0x7F])
  #expect(failure(file) == nil)
}

@Test(arguments: [
  "<!DOCTYPE worksheet [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>",
  "<!DOCTYPE worksheet SYSTEM \"http://127.0.0.1:9/x.dtd\">",
  "<!DOCTYPE worksheet [<!ENTITY % x SYSTEM \"file:///etc/passwd\"> %x;]>",
])
func documentTypesAndEntitiesAreRefused(prologue: String) {
  var book = TestWorkbook(rows: "<row r=\"1\"><c t=\"inlineStr\"><is><t>x</t></is></c></row>")
  book.prologue = prologue
  #expect(
    failure(book.file)
      == .forbidden(part: "xl/worksheets/sheet1.xml", what: "文档类型声明（DTD）或者实体")
  )
}

@Test func undeclaredEntitiesAreDamage() {
  let file = TestWorkbook(rows: "<row r=\"1\"><c t=\"str\"><v>&secret;</v></c></row>").file
  guard case .damaged = failure(file) else {
    Issue.record("the entity was read")
    return
  }
}

@Test func deepNestingIsRefused() {
  let deep = String(repeating: "<a>", count: 5000)
  guard case .damaged = failure(TestWorkbook(rows: deep).file) else {
    Issue.record("five thousand levels were read")
    return
  }
}

@Test func pathsThatClimbOutOfTheArchiveLeadNowhere() throws {
  var book = TestWorkbook(rows: "<row r=\"1\"><c><v>1</v></c></row>")
  book.others = [("../../evil.xml", "x"), ("/etc/passwd", "x"), ("xl\\..\\..\\evil", "x")]
  #expect(try rows(of: book.file).count == 1)
  var climbing = TestArchive()
  let target =
    "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"../../../etc/passwd\"/></Relationships>"
  climbing.add("_rels/.rels", Array(target.utf8))
  #expect(failure(climbing.file) == .foreign(.archive))
}

@Test func linksToOtherFilesAreToldAndNeverFollowed() throws {
  var book = TestWorkbook(rows: "<row r=\"1\"><c><v>1</v></c></row>")
  book.others = [("xl/externalLinks/externalLink1.xml", "<externalLink/>")]
  #expect(try Spreadsheet(book.file).hasExternalLinks)
}

@Test(arguments: [
  "<row r=\"1048577\"><c><v>1</v></c></row>",
  "<row r=\"2\"/><row r=\"1\"/>",
  "<row r=\"99999999999999999999\"/>",
  "<row r=\"-1\"/>",
  "<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>",
  "<row r=\"1\"><c r=\"A2\"><v>1</v></c></row>",
  "<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>",
  "<row r=\"1\"><c r=\"AAAAAAAAAAAAAAAAAAAA1\"><v>1</v></c></row>",
  "<row r=\"1\"><c t=\"s\"><v>77</v></c></row>",
  "<row r=\"1\"><c t=\"s\"><v>-1</v></c></row>",
])
func addressesAndIndexesThatCannotBeAreDamage(rows: String) {
  guard case .damaged = failure(TestWorkbook(rows: rows).file) else {
    Issue.record("\(rows) was read")
    return
  }
}

@Test func aSheetThatClaimsToBeHugeIsReadByWhatItHolds() throws {
  let book = TestWorkbook(
    sheet:
      "<dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"1\"><c><v>1</v></c></row></sheetData>"
  )
  #expect(try rows(of: book.file).count == 1)
}

@Test func aMillionRowsAreReadOneByOne() throws {
  let empty = String(repeating: "<row/>", count: 1_000_000)
  let last = "<row><c><v>1</v></c></row>"
  let book = try Spreadsheet(TestWorkbook(rows: empty + last).file)
  var rows = try book.rows(ofSheet: 0)
  var (count, cells) = (0, 0)
  while let row = try rows.next() {
    count = row.number
    cells += row.cells.count
  }
  #expect(count == 1_000_001)
  #expect(cells == 1)
}

@Test func everyTruncationIsTold() {
  let file = TestWorkbook(rows: "<row r=\"1\"><c t=\"str\"><v>张示例</v></c></row>").file
  for length in stride(from: 0, to: file.count - 1, by: 7) {
    #expect(failure(Array(file[..<length])) != nil, "\(length) bytes were read")
  }
}

@Test func flippedBytesNeverCrash() {
  let file = TestWorkbook(rows: "<row r=\"1\"><c t=\"str\"><v>张示例</v></c></row>").file
  for index in file.indices {
    var broken = file
    broken[index] ^= 0x55
    _ = failure(broken)
  }
}

@Test func everyMergeIsCountedAgainstALimit() throws {
  let merges = String(repeating: "<mergeCell ref=\"A1:B2\"/>", count: 100_001)
  let book = try Spreadsheet(
    TestWorkbook(sheet: "<sheetData/><mergeCells>\(merges)</mergeCells>").file
  )
  #expect(throws: SpreadsheetFailure.self) { try book.layout(ofSheet: 0) }
}

@Test(arguments: [
  ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], ForeignFile.oldExcel),
  (
    [0xD0, 0xCF, 0x11, 0xE0] + Array("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0".utf8),
    .encrypted
  ),
  (Array("%PDF-1.7".utf8), .pdf),
  (Array("\u{FEFF}<html><table>".utf8), .webPage),
  ([], .empty),
  ([0x01, 0x00, 0x02], .binary),
])
func otherFilesAreCalledByTheirKind(bytes: [UInt8], kind: ForeignFile) {
  #expect(failure(bytes) == .foreign(kind))
}

@Test func everyFailureHasAChineseMessage() {
  let failures: [SpreadsheetFailure] =
    ForeignFile.allCases.map { .foreign($0) } + [
      .damaged(part: "a", reason: "b"), .tooLarge(part: "a", limit: "b"),
      .forbidden(part: "a", what: "b"), .encoding(line: 3), .memory,
    ]
  for failure in failures {
    let text = failure.diagnostic(in: "表.xlsx").description
    #expect(text.hasPrefix("表.xlsx") && text.contains("错误："), "\(text)")
  }
}
