import Diagnostics
import Records
import TestSupport
import Testing

/// A change of a row's text that leaves no JSON, and the words about it.
private struct NoJSON: Sendable {
  let from: String
  let to: String
  let words: String

  init(_ from: String, _ to: String, _ words: String) {
    (self.from, self.to, self.words) = (from, to, words)
  }
}

private let changes: [NoJSON] = [
  NoJSON(
    "\"copies\":2",
    "\"copies\":nil",
    "错误：不是 JSON 的值；现为“nil”；应为数字、\"字符串\"、true、false 或 null；没有值时请删去这个键或写 null [json.badLiteral]"
  ),
  NoJSON(
    "\"copies\":2",
    "\"copies\":02",
    "错误：数字的写法不对；现为“02”；应为12 或 12.50 一类的数字，不带前导零和加号 [json.badNumber]"
  ),
  NoJSON(
    "\"copies\":2",
    "\"copies\":2.",
    "错误：数字的写法不对；现为“2.”；应为12 或 12.50 一类的数字，不带前导零和加号 [json.badNumber]"
  ),
  NoJSON(
    "\"paper\"",
    "\"pa\\per\"",
    "错误：字符串里的转义不对，或只有半个代理对；现为“\"pa\\per\",\"copies”；应为\\n、\\t、\\u4E2D 一类的转义 [json.badString]"
  ),
  NoJSON(
    "\"paper\"",
    "\"pa\u{1}per\"",
    "错误：字符串里有未转义的控制字符；现为“U+0001”；应为转义写法，如 \\n 或 \\t [json.rawControl]"
  ),
]

@Test(arguments: changes.indices)
func whatIsNoJSONIsSaidInWords(_ index: Int) throws {
  let change = changes[index]
  let text = RecordFixtures.filing(2)
  try #require(text.contains(change.from))
  let rows = [RecordFixtures.filing(1), text.replacingFirst(change.from, with: change.to)]
  for file in [
    RecordFixtures.document(rows), ([RecordFixtures.head()] + rows).joined(separator: "\n"),
  ] {
    let rejection = try #require(try open(file).outcomes.last?.rejection)
    #expect(rejection.reasons.map(\.words) == [change.words])
    #expect((rejection.id, rejection.name, rejection.row) == ("f0000002", "张示例", 2))
  }
}

@Test func aFileAloneSaysWhyItIsNone() {
  let cases: [([UInt8], String)] = [
    ([], "记录.json：错误：文件是空的；应为mingce/1 格式的 JSON 或 JSON Lines；请重新导出记录 [record.empty]"),
    (
      Array("PK\u{3}\u{4}".utf8),
      "记录.json：错误：不是 JSON 文件；现为“Excel 或压缩文件”；应为以 { 开头的 mingce/1 记录；请确认选对了文件 [record.notJSON]"
    ),
    (
      Array("%PDF-1.7".utf8),
      "记录.json：错误：不是 JSON 文件；现为“PDF 文件”；应为以 { 开头的 mingce/1 记录；请确认选对了文件 [record.notJSON]"
    ),
    (
      Array(" <?xml".utf8),
      "记录.json：错误：不是 JSON 文件；现为“网页或 XML 文件”；应为以 { 开头的 mingce/1 记录；请确认选对了文件 [record.notJSON]"
    ),
    (
      Array("220104198605040039,张".utf8),
      "记录.json：错误：不是 JSON 文件；现为“220104********0039,张”；应为以 { 开头的 mingce/1 记录；请确认选对了文件 [record.notJSON]"
    ),
    (
      [0xFE, 0xFF, 0, 0x7B],
      "记录.json：错误：文件不是 UTF-8 编码；现为“UTF-16”；应为UTF-8；请用编辑器打开，另存为 UTF-8 后重试 [json.encoding]"
    ),
    (
      [0, 0x7B], "记录.json：错误：文件不是 UTF-8 编码；现为“UTF-16”；应为UTF-8；请用编辑器打开，另存为 UTF-8 后重试 [json.encoding]"
    ),
    (
      Array("[1]".utf8),
      "记录.json:1:1：错误：记录文件的开头的类型不对；现为“数组”；应为批次对象 { \"schema\": \"mingce/1\", … } [json.type]"
    ),
    (
      Array("{\"a\":".utf8),
      "记录.json:1:1：错误：这个括号没有闭合，文件到第 1 行第 6 列就断了，之后的记录可能丢失；现为“{\"a\":”；请重新导出或重新传送文件 [json.truncated]"
    ),
  ]
  for (bytes, words) in cases {
    #expect(refusal(bytes).diagnostics.first?.description == words)
  }
}

@Test func complaintsBesideTheRowsAreSaidInWords() throws {
  let head = RecordFixtures.head().dropLast() + ",\"filings\":[\n"
  let rows = (1...2).map { RecordFixtures.filing($0) }
  let cases: [(String, String)] = [
    (head + rows.joined(separator: ",\n") + ",\n]}", "错误：多了一个逗号；请删去这个逗号 [json.extraComma]"),
    (head + rows.joined(separator: "\n") + "\n]}", "错误：两条记录之间缺少逗号；请在此处之前补上逗号 [json.missingComma]"),
    (
      head + rows.joined(separator: ",\n") + "\n]} x",
      "错误：文件结束后还有内容，没有读取；请检查括号，或重新导出 [json.trailing]"
    ),
    (
      head + rows.joined(separator: ",\n"),
      "错误：文件在此中断，之后的记录可能丢失；现为“已读到 2 条记录”；请重新导出或重新传送文件 [json.truncated]"
    ),
    (
      "\u{FEFF}" + head + rows.joined(separator: ",\n") + "]}",
      "提示：文件开头有 BOM（U+FEFF），已忽略 [json.byteOrderMark]"
    ),
  ]
  for (text, words) in cases {
    let (file, outcomes) = try open(text)
    #expect(outcomes.compactMap(\.filing).count == 2)
    #expect(file.diagnostics.map(\.words) == [words])
  }
  let twice = refusal(
    Array(
      (head + "],\"filings\":[" + rows[0] + "]" + RecordFixtures.head().dropFirst(0).suffix(1)).utf8
    )
  )
  #expect(
    twice.diagnostics.contains {
      $0.words == "错误：备案列表 filings 只能出现一次，键名也不能写成转义；请把所有备案放进一个名为 filings 的数组 [record.filings]"
    }
  )
}

/// Spreads a JSON text over many lines, as an editor does, with characters of every width in the way.
private func spread(_ text: String) -> String {
  var result = ""
  var isInString = false
  for character in text {
    if character == "\"" { isInString.toggle() }
    result.append(character)
    if !isInString, "{,[".contains(character) { result += "\r\n\t" }
  }
  return result
}

/// Returns line and column of the first `part`, counted afresh.
private func place(of part: String, in text: String) throws -> (Int, Int) {
  let all = Array(text.unicodeScalars)
  let wanted = Array(part.unicodeScalars)
  let start = try #require(all.indices.first { all[$0...].starts(with: wanted) })
  let line = all[..<start].count { $0 == "\n" } + 1
  let lineStart = all[..<start].lastIndex(of: "\n").map { $0 + 1 } ?? 0
  return (line, start - lineStart + 1)
}

@Test(arguments: [
  ("\"payDay\":\"15\"", "\"payDay\":\"99\"", "\"99\""), ("\"copies\":2", "\"copies\":77", "77"),
  ("\"signMode\":\"paper\"", "\"signMode\":\"𠅤纸\"", "\"𠅤纸\""),
  ("\"name\":\"李示例\"", "\"name\":\"𠅤示例\",\"sxe\":\"x\"", "\"x\""),
  ("\"system\":\"标准工时制\"", "\"system\":[\"标准\"]", "[\r\n\t\"标准\""),
  ("\"rostered\":false", "\"rostered\":nope", "nope"),
])
func aComplaintStandsAtTheVeryCharacter(_ vector: (String, String, String)) throws {
  let rows = [
    RecordFixtures.filing(1, name: "𠅤示例"),
    RecordFixtures.filing(2, name: "李示例").replacingFirst(vector.0, with: vector.1),
    RecordFixtures.filing(3, name: "王示例"),
  ]
  let text = spread(RecordFixtures.document(rows))
  for mark in ["", "\u{FEFF}"] {
    let (file, outcomes) = try open(mark + text)
    let said = outcomes.flatMap(\.said) + file.diagnostics.filter { $0.severity == .warning }
    let diagnostic = try #require(said.first)
    #expect(said.count == 1, "\(said)")
    guard case .record(let location) = diagnostic.origin else {
      Issue.record("no place")
      return
    }
    #expect((location.line, location.column) == (try place(of: vector.2, in: text)))
    #expect((location.file, location.row) == ("记录.json", 2))
  }
}

@Test func pointersNameEveryStep() throws {
  let edits = [
    Edit("contract.clauses", #"["a",{"no":"1"},{"a/b":1,"m~n":2,"text":"x"}]"#),
    Edit("employee.name", nil),
  ]
  let said = try judged(try row(3, .new, edits)).said
  #expect(
    Set(said.compactMap(\.pointer)) == [
      "/filings/0/employee/name", "/filings/0/contract/clauses/1/text",
      "/filings/0/contract/clauses/2/a~1b", "/filings/0/contract/clauses/2/m~0n",
    ]
  )
}

@Test func aMissingMemberStandsAtTheObjectThatLacksIt() throws {
  let text = RecordFixtures.document([
    RecordFixtures.filing(1).replacingFirst(#""copies":2,"#, with: "")
  ])
  let said = try #require(try open(text).outcomes.first).said
  guard case .record(let location) = try #require(said.first).origin else {
    Issue.record("no place")
    return
  }
  #expect(location.pointer == "/filings/0/contract/copies")
  let (line, column) = try place(of: "\"contract\":{", in: text)
  #expect((location.line, location.column) == (line, column + 11))
}

/// What a row says, without what the two layouts must tell differently.
private func bare(_ outcome: RowOutcome) -> String {
  var lines: [String] = []
  switch outcome {
  case .accepted(let filing):
    lines = ["✓ \(filing.row) \(filing.id) \(filing.employee)", "\(filing.contract)"]
    lines.append("\(filing.termination.map { "\($0)" } ?? "-") \(filing.review)")
  case .refused(let rejection):
    lines = ["✗ \(rejection.row) \(rejection.id ?? "-") \(rejection.name ?? "-")"]
  }
  for diagnostic in outcome.said {
    let pointer = diagnostic.pointer ?? "-"
    lines.append(diagnostic.words + " " + pointer.replacing(#/^/filings/[0-9]+/#, with: ""))
  }
  return lines.joined(separator: "\n")
}

@Test(arguments: 0..<6 as Range<UInt64>)
func linesAndADocumentSayTheSame(_ seed: UInt64) throws {
  var random = SeededGenerator(seed: seed)
  let slips: [(String, String)] = [
    ("\"copies\":2", "\"copies\":NaN"), ("\"payDay\":\"15\"", "\"payDay\":\"40\""),
    ("\"rostered\":false", "\"rostered\":\"否\""), ("\"signMode\"", "\"signmode\""), ("x", "y"),
    ("\"id\":\"f", "\"id\":\"g"),
  ]
  let rows = (1...30).map { number in
    let kind = RecordFixtures.Kind.allCases.randomElement(using: &random) ?? .new
    let slip = slips.randomElement(using: &random) ?? ("", "")
    let own = Int.random(in: 1...25, using: &random)
    return RecordFixtures.filing(own, kind: kind, name: "李\(number.isMultiple(of: 4) ? " " : "")示例")
      .replacingFirst(slip.0, with: slip.1)
  }
  let document = try open(RecordFixtures.document(rows))
  let lines = try open(([RecordFixtures.head()] + rows).joined(separator: "\n"))
  #expect(document.outcomes.map(bare) == lines.outcomes.map(bare), "seed \(seed)")
  #expect(document.file.diagnostics.map(\.words) == lines.file.diagnostics.map(\.words))
  #expect(document.file.batch.employer.uscc == lines.file.batch.employer.uscc)
  #expect(document.outcomes.contains { $0.rejection != nil })
}

@Test func rowsOfLinesAreToldByTheirLine() throws {
  let rows = (1...3).map { RecordFixtures.filing($0) }
  let wrong = rows[1].replacingFirst("\"copies\":2", with: "\"copies\":77")
  let text = [RecordFixtures.head(), rows[0], "", wrong, rows[2]].joined(separator: "\n")
  let said = try #require(try open(text).outcomes[1].rejection).reasons
  guard case .record(let location) = try #require(said.first).origin else {
    Issue.record("no place")
    return
  }
  #expect((location.row, location.line, location.pointer) == (2, 4, "/contract/copies"))
  #expect(location.column == (try place(of: "77", in: wrong)).1)
}

@Test func theHeadComesWithEveryRowOnceItIsKnown() throws {
  var batches: [Batch?] = []
  let source = ByteSource(name: "x", bytes: Array(RecordFixtures.batchJSON(rows: 3).utf8))
  let file = try openRecords(source) { _, batch in batches.append(batch) }
  #expect(batches.count == 3)
  #expect(batches.allSatisfy { $0 === file.batch || $0?.employer.uscc == file.batch.employer.uscc })
  var unknown: [Batch?] = []
  let wrong = RecordFixtures.batchJSON(rows: 2)
    .replacingFirst(RecordFixtures.employerCode, with: "9122")
  #expect(throws: RecordFailure.self) {
    try openRecords(ByteSource(name: "x", bytes: Array(wrong.utf8))) { _, batch in
      unknown.append(batch)
    }
  }
  #expect(unknown.count == 2 && unknown.allSatisfy { $0 == nil })
}
