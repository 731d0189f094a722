import Foundation
import TestSupport
import Testing

/// What `mingce render` promises of its files and of the words beside them.
@Suite struct RenderTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(RecordFixtures.batchJSON(rows: 4), to: "记录.json")
  }

  private func mingce(_ arguments: String..., input: String = "") throws -> Program.Outcome {
    try Program.mingce.run(arguments, in: folder.url, input: Data(input.utf8))
  }

  private func bytes(_ name: String) throws -> Data { try Data(contentsOf: folder.file(name)) }

  @Test func oneFileAndStandardInputAndLinesGiveTheSameBytes() throws {
    let lines = RecordFixtures.jsonLines(rows: 4)
    try folder.write(lines, to: "记录.jsonl")
    #expect(try mingce("render", "roster-new", "记录.json", "-o", "a.pdf").status == 0)
    #expect(try mingce("render", "roster-new", "记录.jsonl", "-o", "b.pdf").status == 0)
    #expect(try mingce("render", "roster-new", "-", "-o", "c.pdf", input: lines).status == 0)
    #expect(try bytes("a.pdf") == bytes("b.pdf"))
    #expect(try bytes("a.pdf") == bytes("c.pdf"))
  }

  @Test func aFileGivesItsRecordBackUnlessItCarriesNone() throws {
    #expect(try mingce("render", "roster-new", "记录.json", "-o", "a.pdf").status == 0)
    let said = try mingce("extract", "a.pdf", "-o", "a.json")
    #expect(said.status == 0 && said.output == "已取出“a.json”。\n", "\(said.said)")
    #expect(said.said.contains("表单 roster-new，第1版。"))
    #expect(
      try mingce("extract", "a.pdf").output == String(decoding: bytes("a.json"), as: UTF8.self)
        + "\n"
    )
    let bare = try mingce("render", "roster-new", "记录.json", "--no-embed", "-o", "b.pdf")
    #expect(bare.status == 0)
    let refused = try mingce("extract", "b.pdf")
    #expect(refused.status == 1 && refused.said.contains("没有附带数据"), "\(refused.said)")
    #expect(try mingce("extract", "记录.json").said.contains("不是完好的 PDF 文件"))
    #expect(
      try mingce("render", "roster-new", "记录.json", "--pdf", "plain", "-o", "c.pdf").status == 0
    )
    #expect(try bytes("c.pdf").count < bytes("a.pdf").count)
    #expect(try mingce("render", "roster-new", "记录.json", "--pdf", "x", "-o", "c.pdf").status == 64)
  }

  @Test(arguments: [
    ["render", "roster-new", "记录.json", "-o", "a.pdf"],
    ["render", "-o", "a.pdf", "roster-new", "记录.json"],
    ["render", "roster-new", "--output=a.pdf", "记录.json", "--format", "pdf"],
    ["render", "--format=pdf", "roster-new", "-o", "a", "记录.json"],
    ["-o", "a.pdf", "render", "roster-new", "记录.json"],
    ["--format", "pdf", "-o", "a.pdf", "render", "roster-new", "记录.json"],
  ])
  func optionsMayStandAnywhere(_ arguments: [String]) throws {
    let run = try Program.mingce.run(arguments, in: folder.url)
    #expect(run.status == 0, "\(run.said)")
    #expect(try folder.names() == ["a.pdf", "记录.json"])
    #expect(run.output == "已生成“a.pdf”：1 页，4 人。\n")
  }

  @Test func recordsMayComeThroughAnyPipe() throws {
    let line = "cat 记录.json | '\(Program.mingce.path)' check /dev/stdin"
    let run = try Program.tool("sh").run(["-c", line], in: folder.url)
    #expect(run.status == 0, "\(run.said)")
    #expect(run.output.contains("共 4 条记录：4 条可用，0 条有错误"), "\(run.said)")
  }

  /// What is wrong with the employer is wrong with every document; a list of what was found can still be printed.
  @Test(arguments: ["13500000003", "1350000"])
  func aWrongEmployerStopsEveryDocument(_ mobile: String) throws {
    let isRight = mobile.count == 11
    let text = RecordFixtures.batchJSON(rows: 4).replacing("13500000003", with: mobile)
    try folder.write(text, to: "单位.json")
    let run = try mingce("render", "roster-new", "单位.json", "-o", "a.pdf")
    #expect(run.status == (isRight ? 0 : 2), "\(run.said)")
    #expect(folder.holds("a.pdf") == isRight)
    #expect(run.complaints.contains("改正以前不能生成任何文书") != isRight)
    let list = try mingce("render", "upload-results", "单位.json", "-o", "b.pdf")
    #expect(list.status == run.status && folder.holds("b.pdf"), "\(list.said)")
  }

  /// A row of a list that a rule forbids is left out alone.
  @Test func aForbiddenRowOfAListIsLeftOutAlone() throws {
    let person = "\"employee\":{\"name\":\"张示例\",\"idNumber\":\"220104198605040039\"}"
    let change = "{\"item\":\"联系电话\",\"status\":\"已提交\",\"before\":\"甲\",\"after\":\"乙\",\(person)}"
    let again = change.replacing("乙", with: "丙丁戊")
    let text = RecordFixtures.document([RecordFixtures.filing(3)], profile: "CN-HN-ZHUZHOU")
      .replacing("\"filings\"", with: "\"infoChanges\":[\(change),\(again)],\"filings\"")
    try folder.write(text, to: "变更.json")
    let run = try mingce("render", "info-changes", "变更.json", "-o", "a.html")
    #expect(run.status == 2 && run.complaints.contains("有在途申请的记录"), "\(run.said)")
    let page = try String(contentsOf: folder.file("a.html"), encoding: .utf8)
    #expect(page.contains("乙") && !page.contains("丙丁戊"))
  }

  @Test func bothFormatsAreWrittenSideBySide() throws {
    let run = try mingce(
      "render",
      "roster-new",
      "记录.json",
      "-o",
      "新/名册.pdf",
      "--format",
      "html,pdf"
    )
    #expect(run.status == 0, "\(run.said)")
    #expect(try folder.names(in: "新") == ["名册.css", "名册.html", "名册.pdf"])
    let text = try PrintedText(folder.file("新/名册"))
    #expect(text.printed == text.told, "\(parting(text.printed, text.told))")
  }

  @Test func aStandalonePageNeedsNothingBesideIt() throws {
    let run = try mingce("render", "roster-new", "记录.json", "-o", "a.html", "--standalone")
    #expect(run.status == 0, "\(run.said)")
    #expect(try folder.names() == ["a.html", "记录.json"])
    let html = try folder.text(of: "a.html")
    #expect(!html.contains(/\b(href|src|action|data)="?(?!#)/.ignoresCase()))
    #expect(!html.contains(/url\(|@import|https?:/))
    #expect(html.contains("<style"))
  }

  @Test func withoutStandaloneTheStylesheetStandsBeside() throws {
    #expect(try mingce("render", "roster-new", "记录.json", "-o", "a.html").status == 0)
    #expect(try folder.names() == ["a.css", "a.html", "记录.json"])
    #expect(try folder.text(of: "a.html").contains(#"href="a.css""#))
  }

  @Test func whatIsLeftOutIsCountedByReason() throws {
    var filings = (1...5).map { RecordFixtures.filing($0) }
    let approved = #""review":{"status":"审核通过""#
    filings[1].replace(approved, with: #""review":{"status":"未审核""#)
    filings[2].replace(approved, with: #""review":{"status":"未审核""#)
    filings[3].replace(approved, with: #""review":{"status":"审核不通过""#)
    try folder.write(RecordFixtures.document(filings), to: "几种.json")
    let run = try mingce("render", "roster-new", "几种.json", "-o", "a.pdf")
    #expect(run.status == 0, "\(run.said)")
    #expect(run.output == "已生成“a.pdf”：1 页，2 人。\n")
    #expect(
      run.complaints == """
        提示：2 条备案未收入《新签备案名册》：尚未审核通过。
        提示：1 条备案未收入《新签备案名册》：审核不通过。

        """
    )
  }

  @Test func goodRowsArePrintedBesideBadOnes() throws {
    var filings = (1...3).map { RecordFixtures.filing($0, name: "好人\(["甲", "乙", "丙"][$0 - 1])") }
    filings[1].replace(#""name":"好人乙""#, with: #""name":7"#)
    try folder.write(RecordFixtures.document(filings), to: "坏行.json")
    let run = try mingce("render", "roster-new", "坏行.json", "-o", "a.pdf")
    #expect(run.status == 2)
    #expect(run.complaints.contains("坏行.json:3:"))
    #expect(run.complaints.contains("第 2 行 /filings/1/employee/name：错误："))
    #expect(run.complaints.contains("共 3 条记录：2 条可用，1 条有错误"))
    let text = try pageTexts(ofPDF: folder.file("a.pdf")).joined()
    #expect(text.contains("好人甲") && text.contains("好人丙"))
    #expect(text.contains("本册人数：2人"))
  }

  @Test(arguments: [
    ("无人", RecordFixtures.document([]), ""),
    ("未审", unapproved, "尚未审核通过"),
    ("单位", unapprovedEmployer, "单位基本信息尚未审核通过"),
  ])
  func withNothingToPrintThereIsNoFile(_ name: String, _ json: String, _ reason: String) throws {
    try folder.write(json, to: "\(name).json")
    try folder.write("旧", to: "旧.pdf")
    let run = try mingce("render", "roster-new", "\(name).json", "-o", "旧.pdf")
    #expect(run.status == 2, "\(run.said)")
    #expect(run.complaints.contains("没有可以打印的备案，未生成文件"))
    #expect(reason.isEmpty || run.complaints.contains(reason))
    #expect(try folder.text(of: "旧.pdf") == "旧")
    let split = try mingce("render", "contract", "无人.json", "-o", "夹", "--split")
    #expect(split.status == (name == "无人" ? 2 : 66))
    #expect(!folder.holds("夹"))
  }

  /// Nobody has to know by heart which kinds of filings a form takes.
  @Test func theKindsThatAFormPrintsAreNamedWhereThereAreNone() throws {
    try folder.write(RecordFixtures.batchJSON(rows: 2), to: "新签.json")
    let run = try mingce("render", "roster-termination", "新签.json", "-o", "停保.pdf")
    let kinds = "没有可以打印的备案，未生成文件。这张表单只印业务类型（kind）是解除（终止）的备案。"
    #expect(run.status == 2 && run.complaints.contains(kinds), "\(run.said)")
    try folder.write(Self.unapproved, to: "未审.json")
    let waiting = try mingce("render", "roster-new", "未审.json", "-o", "新签.pdf")
    #expect(!waiting.complaints.contains("只印业务类型"), "\(waiting.said)")
  }

  private static let unapproved = RecordFixtures.batchJSON(rows: 2)
    .replacing(#"10:22:31.0"#, with: "10:22:31.0")
    .replacing(
      #""review":{"status":"审核通过","handledAt""#,
      with: #""review":{"status":"未审核","handledAt""#
    )
  private static let unapprovedEmployer = RecordFixtures.batchJSON(rows: 2)
    .replacing(#""review":{"status":"审核通过"}"#, with: #""review":{"status":"未审核"}"#)

  @Test func aFailedRunLeavesTheOldFileAndNoRubbish() throws {
    let project = try TinyProject()
    try project.add("letter", settings: LetterForm.settings, body: LetterForm.body)
    let filings = [("甲乙", 1), ("张\u{31353}", 2)].map { RecordFixtures.filing($0.1, name: $0.0) }
    try project.folder.write(RecordFixtures.document(filings), to: "生僻.json")
    try project.folder.write("旧", to: "out/旧.pdf")
    let run = try project.run("render", "letter", "生僻.json", "-o", "out/旧.pdf")
    #expect(run.status == 1)
    #expect(run.complaints.contains("第 2 行 e.name：错误："))
    #expect(run.complaints.contains("\u{31353}（U+31353）"))
    for font in ["Noto Serif CJK SC", "HanaMinA", "HanaMinB"] {
      #expect(run.complaints.contains(font), "\(font)")
    }
    #expect(try project.folder.text(of: "out/旧.pdf") == "旧")
    #expect(try project.folder.names(in: "out") == ["旧.pdf"])
    // One by one, only the person whose name cannot be set goes without.
    let split = try project.run("render", "letter", "生僻.json", "-o", "split", "--split")
    #expect(split.status == 1)
    #expect(split.complaints.contains("有 1 份文书未能生成"))
    #expect(try project.folder.names(in: "split") == ["甲乙.pdf"])
  }
}
