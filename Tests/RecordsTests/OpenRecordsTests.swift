import Diagnostics
import Records
import TestSupport
import Testing

/// Opens a text, collecting what is shown.
func open(
  _ text: String,
  name: String = "记录.json"
) throws -> (file: RecordFile, outcomes: [RowOutcome]) {
  var outcomes: [RowOutcome] = []
  let source = ByteSource(name: name, bytes: Array(text.utf8))
  let file = try openRecords(source) { outcomes.append($0) }
  return (file, outcomes)
}

/// Returns what makes a file unusable, and how many rows were shown all the same.
func refusal(_ bytes: [UInt8]) -> (diagnostics: [Diagnostic], rows: Int) {
  var rows = 0
  do throws(RecordFailure) {
    _ = try openRecords(ByteSource(name: "记录.json", bytes: bytes)) { _ in rows += 1 }
    return ([], rows)
  } catch {
    guard case .unusable(let diagnostics, _) = error else { return ([], rows) }
    return (diagnostics, rows)
  }
}

extension RowOutcome {
  /// The filing of a row that must be sound.
  var filing: Filing? {
    if case .accepted(let filing) = self { filing } else { nil }
  }

  /// The rejection of a row that must be refused.
  var rejection: RowRejection? {
    if case .refused(let rejection) = self { rejection } else { nil }
  }
}

@Test(arguments: [1, 3, 16, 700])
func everyRowOfASoundFileIsAccepted(_ rows: Int) throws {
  for text in [
    RecordFixtures.batchJSON(rows: rows, kinds: RecordFixtures.Kind.allCases),
    RecordFixtures.jsonLines(rows: rows, kinds: RecordFixtures.Kind.allCases),
  ] {
    let (file, outcomes) = try open(text)
    #expect(file.rows.count == rows)
    #expect(file.diagnostics.isEmpty, "\(file.diagnostics)")
    let filings = outcomes.compactMap(\.filing)
    #expect(filings.count == rows, "\(outcomes.compactMap(\.rejection?.reasons))")
    #expect(filings.map(\.row) == Array(1...rows))
    #expect(filings.allSatisfy { $0.notices.isEmpty }, "\(filings.map(\.notices))")
  }
}

@Test func aFileReadInSmallPiecesIsTheSameFile() throws {
  let text = RecordFixtures.batchJSON(rows: 40, kinds: RecordFixtures.Kind.allCases)
  let bytes = Array(text.utf8)
  for step in [1, 7, 333] {
    var ids: [String] = []
    let source = ByteSource(name: "慢", count: bytes.count) {
      Array(bytes[$0.lowerBound..<min($0.upperBound, $0.lowerBound + step)])
    }
    let file = try openRecords(source) { if let filing = $0.filing { ids.append(filing.id) } }
    #expect(ids.count == 40, "step \(step)")
    #expect(file.rows.count == 40)
  }
}

@Test func rowsCanBeReadAgainInAnyOrder() throws {
  let broken = RecordFixtures.filing(4).replacingFirst("\"copies\":2", with: "\"copies\":NaN")
  let rows = (1...9).map { $0 == 4 ? broken : RecordFixtures.filing($0 == 7 ? 2 : $0) }
  let (file, outcomes) = try open(RecordFixtures.document(rows))
  let reader = try RowReader(file)
  for row in [9, 1, 2, 3, 4, 5, 7, 6, 1] {
    for again in [try reader.outcome(of: row), try file.outcome(of: row)] {
      #expect(again.row == row)
      #expect(again.filing?.id == outcomes[row - 1].filing?.id)
      #expect(again.rejection?.reasons == outcomes[row - 1].rejection?.reasons)
    }
  }
  #expect(outcomes[6].rejection?.reasons.map(\.code) == ["record.repeatedID"])
}

@Test func theRowsMayComeBeforeTheHead() throws {
  let head = RecordFixtures.head().dropFirst()
  let rows = (1...3).map { RecordFixtures.filing($0) }.joined(separator: ",\n")
  let (file, outcomes) = try open("{\"filings\":[\(rows)],\n\(head)")
  #expect(outcomes.compactMap(\.filing).count == 3)
  #expect(file.batch.employer.name == "长春示例精密制造有限公司")
  #expect(file.diagnostics.isEmpty)
}

@Test func headKeysMayFollowTheRows() throws {
  let text = RecordFixtures.batchJSON(rows: 2).dropLast(2) + ",\"wages\":[],\"odd\":1}\n"
  let (file, outcomes) = try open(String(text))
  #expect(outcomes.count == 2)
  #expect(file.diagnostics.map(\.code) == ["record.unknownKey"])
  guard case .record(let place) = try #require(file.diagnostics.first).origin else {
    Issue.record("no place")
    return
  }
  #expect((place.line, place.column) == (4, 20))
}

@Test func rowsThatCannotBeFoundAreNeverLostSilently() {
  let text = RecordFixtures.batchJSON(rows: 2)
  let escaped = text.replacingFirst("\"filings\"", with: "\"filing\\u0073\"")
  #expect(refusal(Array(escaped.utf8)).diagnostics.map(\.code) == ["record.filings"])
  let twice = text.dropLast(2) + ",\"filings\":[{}]}"
  let codes = refusal(Array(twice.utf8)).diagnostics.map(\.code)
  #expect(codes.sorted() == ["json.duplicateKey", "record.filings"])
}

@Test func noFilingsAtAllIsASoundFile() throws {
  for text in [
    RecordFixtures.batchJSON(rows: 0), RecordFixtures.jsonLines(rows: 0), RecordFixtures.head(),
  ] {
    let (file, outcomes) = try open(text)
    #expect(outcomes.isEmpty)
    #expect(file.rows.isEmpty)
    #expect(file.diagnostics.isEmpty)
  }
}

@Test func blankLinesBetweenJSONLinesAreNothing() throws {
  let lines = RecordFixtures.jsonLines(rows: 3).replacing("\n", with: "\r\n\n  \t\n")
  let (file, outcomes) = try open(lines)
  #expect(outcomes.compactMap(\.filing).count == 3)
  #expect(file.rows.count == 3)
}

@Test func aByteOrderMarkIsNotedOnly() throws {
  for text in [RecordFixtures.batchJSON(rows: 2), RecordFixtures.jsonLines(rows: 2)] {
    let (file, outcomes) = try open("\u{FEFF}" + text)
    #expect(outcomes.compactMap(\.filing).count == 2)
    #expect(file.diagnostics.map(\.code) == ["json.byteOrderMark"])
    #expect(file.diagnostics.map(\.severity) == [.note])
  }
}

@Test func commasBetweenRowsAreJudgedApartFromTheRows() throws {
  let rows = (1...3).map { RecordFixtures.filing($0) }
  let head = RecordFixtures.head().dropLast() + ",\"filings\":["
  let cases: [(String, [String])] = [
    (rows.joined(separator: ",") + ",", ["json.extraComma"]),
    (rows.joined(separator: ",,"), ["json.extraComma", "json.extraComma"]),
    (rows.joined(separator: "\n"), ["json.missingComma", "json.missingComma"]),
  ]
  for (text, codes) in cases {
    let (file, outcomes) = try open(head + text + "]}")
    #expect(outcomes.compactMap(\.filing).count == 3)
    #expect(file.diagnostics.map(\.code) == codes)
  }
}

@Test func whatFollowsTheEndIsToldOnce() throws {
  let (file, outcomes) = try open(RecordFixtures.batchJSON(rows: 1) + "} x")
  #expect(outcomes.compactMap(\.filing).count == 1)
  #expect(file.diagnostics.map(\.code) == ["json.trailing"])
}

@Test func aTruncatedDocumentKeepsItsWholeRows() throws {
  let text = RecordFixtures.batchJSON(rows: 3)
  let bytes = Array(text.utf8)
  let starts = try (1...3).map { number in
    try #require(bytes.firstRange(of: Array("{\"id\":\"f000000\(number)\"".utf8))).lowerBound
  }
  for end in stride(from: starts[0] + 1, to: bytes.count - 3, by: 3) {
    var outcomes: [RowOutcome] = []
    let source = ByteSource(name: "断", bytes: Array(bytes[..<end]))
    let file = try openRecords(source) { outcomes.append($0) }
    let begun = starts.count { $0 < end }
    #expect(outcomes.count == begun, "cut at \(end)")
    #expect(outcomes.dropLast().allSatisfy { $0.filing != nil })
    let told = (outcomes.last?.rejection?.reasons ?? []) + file.diagnostics
    #expect(told.map(\.code) == ["json.truncated"], "cut at \(end)")
  }
}

/// Whoever looks for the fault begins where it was opened, and needs to know that the file has no end.
@Test func aCutIsToldOnceWithWhatStandsOpenAndWhereTheFileEnds() throws {
  let head = RecordFixtures.head().dropLast() + ",\"filings\":[\n"
  let cases = [
    ("{\"id\":\"f1\",\n \"employee\":{\"name\":\"王", "3:21", "引号", "第 3 行第 23 列", "\"王"),
    ("{\"id\":\"f1\",\n \"employee\":{\"sex\"", "3:13", "括号", "第 3 行第 19 列", "{\"sex\""),
    ("{\"id\":\"f1\",\n \"rostered\":fal", "2:1", "括号", "第 3 行第 16 列", "{\"id\":\"f1\","),
  ]
  for (row, place, mark, end, found) in cases {
    let (file, outcomes) = try open(head + row)
    #expect(
      outcomes.first?.rejection?.reasons.map(\.description) == [
        "记录.json:\(place) 第 1 行 /filings/0：错误：这个\(mark)没有闭合，文件到\(end)就断了，"
          + "之后的记录可能丢失；现为“\(found)”；请重新导出或重新传送文件 [json.truncated]"
      ]
    )
    #expect(outcomes.count == 1 && file.diagnostics.isEmpty)
  }
}

@Test func whatIsLeftOpenWithinTheFileIsToldWithItsEnd() throws {
  let rows = (1...2).map { RecordFixtures.filing($0) }
  let broken = rows[0].replacing("{\"id\"", with: "{\"x\":{\"id\"")
  let head = RecordFixtures.head().dropLast() + ",\"filings\":[\n"
  let (file, outcomes) = try open(head + broken + ",\n" + rows[1] + "\n]}")
  let reason = try #require(outcomes.first?.rejection?.reasons.first)
  let end = broken.unicodeScalars.count + 1
  #expect(reason.code == "json.unclosed" && reason.origin.description.contains("json:2:1 "))
  #expect(reason.message == "这个括号没有闭合，内容到文件的第 2 行第 \(end) 列为止")
  #expect(outcomes.count == 2 && outcomes[1].filing != nil && file.diagnostics.isEmpty)
}

/// The list of rows ends where its own bracket stands, not deep inside a row.
@Test func aWrongBracketInARowCostsThatRowAlone() throws {
  var rows = (1...3).map { RecordFixtures.filing($0) }
  rows[1] = rows[1].replacing(",\"contract\":", with: "\n    ],\"contract\":")
  let head = RecordFixtures.head().dropLast() + ",\"filings\":[\n"
  let (file, outcomes) = try open(head + rows.joined(separator: ",\n") + "\n]}")
  #expect(outcomes.map { $0.filing != nil } == [true, false, true])
  #expect(outcomes[1].rejection?.reasons.map(\.code) == ["json.badStructure"])
  #expect(file.diagnostics.isEmpty)
}

@Test func aSecondHeadIsToldAsOne() throws {
  let text = RecordFixtures.jsonLines(rows: 2) + RecordFixtures.jsonLines(rows: 1)
  let (_, outcomes) = try open(text)
  #expect(outcomes.count == 4)
  #expect(outcomes[2].rejection?.reasons.map(\.code) == ["record.secondHead"])
}

@Test(arguments: [("，", "这是全角的标点，请改为半角的"), ("\u{0}", "请检查此处前后的逗号和括号")])
func aStrangeMarkIsNamed(_ mark: String, _ advice: String) throws {
  let row = RecordFixtures.filing(1).replacing(",\"kind\"", with: "\(mark)\"kind\"")
  let head = RecordFixtures.head().dropLast() + ",\"filings\":["
  let (_, outcomes) = try open(head + row + "]}")
  let reason = try #require(outcomes.first?.rejection?.reasons.first)
  #expect(reason.code == "json.badStructure" && reason.advice?.description == advice)
  let found = reason.found?.description ?? ""
  #expect(mark == "，" ? found.hasPrefix(mark) : found == "U+0000", "\(found)")
}

@Test func aTruncatedLastLineIsRefusedAlone() throws {
  let (_, outcomes) = try open(String(RecordFixtures.jsonLines(rows: 3).dropLast(20)))
  #expect(outcomes.map { $0.filing != nil } == [true, true, false])
  #expect(outcomes[2].rejection?.reasons.map(\.code) == ["json.truncated"])
}

@Test func aFailureToReadIsNotTheRecordsFault() throws {
  let source = ByteSource(name: "坏盘", count: 1000) { _ throws(ReadFailure) in
    throw ReadFailure("磁盘读取失败")
  }
  #expect(throws: RecordFailure.self) { try openRecords(source) { _ in } }
}

private let hopeless: [(name: String, bytes: [UInt8], code: String)] = [
  ("empty", [], "record.empty"),
  ("white space", Array(" \n\t ".utf8), "record.empty"),
  ("only a mark", [0xEF, 0xBB, 0xBF], "record.empty"),
  ("UTF-16", [0xFF, 0xFE, 0x7B, 0x00], "json.encoding"),
  ("UTF-16 without a mark", [0x7B, 0x00, 0x22, 0x00], "json.encoding"),
  ("a workbook", Array("PK\u{3}\u{4}xx".utf8), "record.notJSON"),
  ("a page", Array("<html></html>".utf8), "record.notJSON"),
  ("words", Array("姓名,身份证号".utf8), "record.notJSON"),
  (
    "GBK", Array("{\"schema\":\"mingce/1\",\"name\":\"".utf8) + [0xD5, 0xC5] + Array("\"}".utf8),
    "json.encoding"
  ),
  ("half a head", Array(RecordFixtures.head().utf8.dropLast(40)), "json.truncated"),
  ("an array", Array("[{}]".utf8), "json.type"),
  (
    "another schema", Array(RecordFixtures.head().replacing("mingce/1", with: "mingce/9").utf8),
    "record.schema"
  ),
  ("deep", Array(repeating: UInt8(ascii: "["), count: 100_000), "json.tooDeep"),
]

@Test(arguments: hopeless.indices)
func aFileThatIsNoRecordFileSaysSo(_ index: Int) {
  let (name, bytes, code) = hopeless[index]
  let (diagnostics, rows) = refusal(bytes)
  #expect(
    diagnostics.contains { $0.code == code && $0.severity == .error },
    "\(name): \(diagnostics)"
  )
  #expect(rows == 0)
}

/// What can be read of a head with errors stays, and no document can be made of it: the file is not returned.
@Test func aWrongHeadIsKeptAsItWasRead() throws {
  let text = RecordFixtures.batchJSON(rows: 3)
    .replacingFirst(RecordFixtures.employerCode, with: "91220104MA15XJNY84")
    .replacingFirst("\"division\":\"220102\"", with: "\"division\":220102")
  let source = ByteSource(name: "记录.json", bytes: Array(text.utf8))
  var rows = 0
  do throws(RecordFailure) {
    _ = try openRecords(source, visitWithHead: { _, batch in rows += batch == nil ? 1 : 100 })
    Issue.record("the file was opened")
  } catch {
    guard case .unusable(let diagnostics, let file?) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(diagnostics.map(\.code).sorted() == ["V-03", "json.type"])
    #expect(diagnostics.contains { $0.message.contains("应为M") })
    #expect(file.batch.employer.name == "长春示例精密制造有限公司")
    #expect(file.batch.isRead("emp.name") && file.batch.isRead("emp.address"))
    #expect(!file.batch.isRead("emp.uscc") && !file.batch.isRead("emp.division"))
    #expect(try file.outcome(of: 3).filing != nil)
  }
  #expect(rows == 3)
}

@Test(arguments: [
  (#""profile":"CN-JL","#, "", "V-09"),
  (#""profile":"CN-JL""#, #""profile":"CN-JJ""#, "record.unknownCode"),
  (#""asOf":"2026-11-20","#, "", "V-09"), (#""asOf":"2026-11-20""#, #""asOf":"昨天""#, "V-06"),
])
func rowsAreReadEvenWherePlaceOrDayAreUnknown(_ change: (String, String, String)) {
  let text = RecordFixtures.batchJSON(rows: 3).replacingFirst(change.0, with: change.1)
  let (diagnostics, rows) = refusal(Array(text.utf8))
  #expect(diagnostics.map(\.code) == [change.2])
  #expect(rows == 3)
}

@Test func whatIsTakenFromSeveralMembersIsUnreadWithAnyOfThem() throws {
  let head = RecordFixtures.head()
    .replacingFirst("\"addresses\":{\"mailing\":\"吉林省长春市南关区示例路1号\"}", with: "\"addresses\":[]")
    .replacingFirst("13500000002", with: "1350000\u{7}0002")
  do throws(RecordFailure) {
    _ = try openRecords(ByteSource(name: "记录.json", bytes: Array(head.utf8))) { _ in }
  } catch {
    guard case .unusable(_, let file?) = error else { return }
    #expect(!file.batch.isRead("emp.address") && !file.batch.isRead("emp.telephone"))
    #expect(file.batch.isRead("emp.agent.mobile"))
    return
  }
  Issue.record("the file was opened")
}

@Test(arguments: [
  (#""profile":"CN-JL""#, #""profile":"CN-JJ""#, "record.unknownCode"),
  (#""asOf":"2026-11-20""#, #""asOf":"2026-13-20""#, "V-06"),
  (#""asOf":"2026-11-20""#, #""asOf":"2026-11-20","asOf":"2026-11-21""#, "json.duplicateKey"),
  (#""name":"长春示例精密制造有限公司","#, "", "V-09"),
])
func aHeadThatCannotBeUsedIsRefused(_ change: (String, String, String)) {
  let head = RecordFixtures.head().replacingFirst(change.0, with: change.1)
  let (diagnostics, _) = refusal(Array(head.utf8))
  #expect(diagnostics.contains { $0.code == change.2 && $0.severity == .error }, "\(diagnostics)")
}

@Test func anEmployerWithoutAReviewIsNotApproved() throws {
  let head = RecordFixtures.head().replacingFirst(#","review":{"status":"审核通过"}"#, with: "")
  let file = try open(head).file
  #expect(!file.batch.employer.isApproved)
  #expect(file.diagnostics.map(\.code) == ["V-09"])
  #expect(file.diagnostics.map(\.severity) == [.warning])
}

@Test func theMinimalHeadIsEnough() throws {
  let head = """
    {"schema":"mingce/1","profile":"CN-JL","asOf":"2021-10-20","employer":{"name":"长春示例经贸有限公司",\
    "uscc":"91220102MA0Y00008L","reviewOrg":{"name":"长春市劳动关系"},"review":{"status":"审核通过"}}}
    """
  let file = try open(head).file
  #expect(file.batch.employer.isApproved)
  #expect(file.diagnostics.allSatisfy { $0.severity == .warning })
}
