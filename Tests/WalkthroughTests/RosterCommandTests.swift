import Foundation
import Glibc
import TestSupport
import Testing

/// The commands of rosters, filings and the ledger as an operator meets them.
@Suite struct RosterCommandTests {
  private let project: RosterProject

  init() throws {
    project = try RosterProject()
    try project.write(1...3, to: "记录.json")
  }

  private func save(_ records: String = "记录.json", _ output: String = "a.pdf") throws
    -> Program.Outcome
  {
    try project.run("roster", "save", "roster", records, "-o", output)
  }

  private func text(_ name: String) throws -> String {
    try pageTexts(ofPDF: project.folder.file(name)).joined()
  }

  @Test func aDraftHasAWatermarkAndNoNumberAndLeavesNoLedger() throws {
    let run = try project.run("roster", "draft", "roster", "记录.json", "-o", "a.pdf")
    #expect(run.status == 0, "\(run.said)")
    #expect(run.output == "已生成预览“a.pdf”：1 页，3 人。没有编号，没有登记。\n")
    #expect(try text("a.pdf").contains("预览") && !text("a.pdf").contains("XQ-"))
    #expect(!project.folder.holds("mingce.sqlite"))
  }

  @Test func aSavedRosterPrintsItsNumberAndCheckCode() throws {
    let run = try save()
    #expect(run.status == 0, "\(run.said)")
    let check = try #require(run.output.firstMatch(of: /校验码 ([0-9a-f]{16})/)?.output.1)
    #expect(run.output.hasPrefix("已保存名册XQ-2026-0001：3 人，1 页，校验码 "))
    #expect(try text("a.pdf").contains("XQ-2026-0001") && text("a.pdf").contains(check))
    #expect(try !text("a.pdf").contains("预览"))
    #expect(try project.run("ledger", "verify", "--expect", String(check)).status == 0)
  }

  @Test func aSecondAttemptIsRefusedWithTheNumberOfTheFirst() throws {
    #expect(try save().status == 0)
    let again = try save("记录.json", "b.pdf")
    #expect(again.status == 2)
    #expect(again.complaints.matches(of: /该备案已生成名册XQ-2026-0001/).count == 3)
    #expect(again.complaints.hasSuffix("错误：名册没有保存，原因见上。\n"))
    #expect(!project.folder.holds("b.pdf"))
    try project.write(2...5, to: "更多.json")
    let rest = try project.run(
      "roster",
      "save",
      "roster",
      "更多.json",
      "-o",
      "b.pdf",
      "--good-rows"
    )
    #expect(rest.status == 0, "\(rest.said)")
    #expect(rest.output.hasPrefix("已保存名册XQ-2026-0002：2 人"))
  }

  @Test func aReprintIsTheSameFileWhateverHasBecomeOfFormAndRecords() throws {
    #expect(try save().status == 0)
    let before = try Data(contentsOf: project.folder.file("a.pdf"))
    try project.folder.write("{}", to: "记录.json")
    try project.folder.write("# 改了\n", to: "content/forms/roster/body.md")
    let run = try project.run("roster", "reprint", "XQ-2026-0001", "-o", "b.pdf")
    #expect(run.status == 0, "\(run.said)")
    #expect(try Data(contentsOf: project.folder.file("b.pdf")) == before)
    let show = try project.run("roster", "show", "XQ-2026-0001")
    #expect(show.output.contains("重印名册"))
  }

  @Test func aReprintInOtherFontsIsToldAndWrittenOnlyWhenWanted() throws {
    #expect(try save().status == 0)
    let fonts = try project.folder.text(of: "fonts/fonts.yaml")
    let sans = fonts.replacing("Noto Serif CJK SC", with: "Noto Sans CJK SC")
    try project.folder.write(sans, to: "fonts/fonts.yaml")
    let run = try project.run("roster", "reprint", "XQ-2026-0001", "-o", "b.pdf")
    #expect(run.status == 1)
    #expect(run.complaints.contains("重印的文件与保存时的名册XQ-2026-0001不同"))
    #expect(!project.folder.holds("b.pdf"))
    let anyway = try project.run(
      "roster",
      "reprint",
      "XQ-2026-0001",
      "-o",
      "b.pdf",
      "--allow-changed"
    )
    #expect(anyway.status == 0 && project.folder.holds("b.pdf"), "\(anyway.said)")
  }

  @Test func theListAndTheRosterAreShownWithoutFullNumbers() throws {
    #expect(try save().status == 0)
    let list = try project.run("roster", "list")
    #expect(list.output.hasPrefix("编号          状态    类型  人数  页数  日期        校验码            单位\n"))
    #expect(list.output.contains("XQ-2026-0001  已保存  新签  3     1     2026-11-20  "))
    #expect(list.output.contains("共 1 份名册。账目 2 条，末条校验值 "))
    for (kind, count) in [("新签", 1), ("new", 1), ("续签", 0)] {
      let some = try project.run("roster", "list", "--kind", kind)
      #expect(some.output.contains("共 \(count) 份名册"), "\(some.said)")
    }
    let show = try project.run("roster", "show", "XQ-2026-0001")
    #expect(show.status == 0, "\(show.said)")
    #expect(show.output.contains("1     张示例  ") && show.output.contains("保存名册"))
    // A hash may hold as many digits in a row, but has letters around them.
    #expect(!show.output.contains(/\b\d{17}[\dX]\b/))
  }

  @Test func namesAreMaskedWhereThatIsWanted() throws {
    #expect(try save().status == 0)
    #expect(try text("a.pdf").contains("张示例"))
    #expect(try project.run("roster", "show", "XQ-2026-0001").output.contains("张示例"))
    let shown = try project.run("roster", "show", "XQ-2026-0001", "--mask", "M2")
    #expect(shown.status == 0 && !shown.output.contains("张示例"), "\(shown.said)")
    #expect(shown.output.firstMatch(of: /\*{14}\d{3}[\dX]/) != nil, "\(shown.said)")
    let draft = try project.run(
      "roster",
      "draft",
      "roster",
      "记录.json",
      "-o",
      "d.pdf",
      "--no-ledger",
      "--mask",
      "M1"
    )
    #expect(draft.status == 0, "\(draft.said)")
    #expect(try !text("d.pdf").contains("张示例"))
  }

  @Test func theTrailKeepsNoDigitOfANumberInItsReasons() throws {
    #expect(try save().status == 0)
    let number = RecordFixtures.resident(area: "220102", birth: "19860504", sequence: 3)
    let reason = "\(number)漏报"
    let run = try project.run("roster", "void", "XQ-2026-0001", "--reason", reason)
    #expect(run.status == 0, "\(run.said)")
    let log = try project.run("ledger", "log").output
    #expect(log.contains("原因：\(String(repeating: "*", count: 18))漏报"), "\(log)")
  }

  @Test func aVoidRosterFreesItsFilings() throws {
    #expect(try save().status == 0)
    let void = try project.run(
      "roster",
      "void",
      "XQ-2026-0001",
      "--reason",
      "漏报",
      "--day",
      "2026-11-21"
    )
    #expect(void.status == 0, "\(void.said)")
    #expect(try save("记录.json", "b.pdf").output.hasPrefix("已保存名册XQ-2026-0002"))
    #expect(try project.run("roster", "list").output.contains("XQ-2026-0001  已作废"))
    let reprint = try project.run("roster", "reprint", "XQ-2026-0001", "-o", "c.pdf")
    #expect(reprint.status == 2 && reprint.complaints.contains("已经作废，不能重印"))
    let log = try project.run("ledger", "log", environment: [:])
    #expect(log.output.contains("2026-11-21　作废名册，原因：漏报"))
  }

  @Test func renewalsWaitForWhatIsTakenOver() throws {
    let renewal = RecordFixtures.filing(1, kind: .renew)
    try project.folder.write(RecordFixtures.document([renewal]), to: "续签.json")
    let early = try project.run("roster", "save", "renewals", "续签.json", "-o", "b.pdf")
    #expect(early.status == 2 && early.complaints.contains("请先生成备案名册"), "\(early.said)")
    let old = renewal.replacing(/,"prior":\{[^}]*\}/, with: "")
      .replacing(
        #""kind":"renew","contractState":"续订""#,
        with: #""kind":"new","contractState":"新订""#
      )
      .replacing("LD-2026-", with: "LD-2023-").replacing("f0000001", with: "old1")
      .replacing(#""sequence":2"#, with: #""sequence":1"#)
      .replacing(#""rostered":false"#, with: #""rostered":true,"rosterNo":"吉旧-1""#)
    try project.folder.write(RecordFixtures.document([old]), to: "旧.json")
    let taken = try project.run("ledger", "import", "旧.json")
    #expect(taken.status == 0 && taken.output == "已接收 1 条。\n", "\(taken.said)")
    let late = try project.run("roster", "save", "renewals", "续签.json", "-o", "b.pdf")
    #expect(late.output.hasPrefix("已保存名册XU-2026-0001"), "\(late.said)")
    #expect(try project.run("ledger", "verify").status == 0)
  }

  @Test func aFilingIsVoidedOrRevokedByItsID() throws {
    let pending = RecordFixtures.filing(2).replacing(
      #""review":{"status":"审核通过""#,
      with: #""review":{"status":"未审核""#
    )
    let filings = [RecordFixtures.filing(1), pending]
    try project.folder.write(RecordFixtures.document(filings), to: "两条.json")
    let reason = ["--reason", "重复"]
    func filing(_ act: String, _ id: String) throws -> Program.Outcome {
      try Program.mingce.run(["filing", act, id, "两条.json"] + reason, in: project.folder.url)
    }
    #expect(try filing("void", "f0000001").complaints.contains("仅未审核和审核不通过的可以作废"))
    #expect(try filing("void", "f0000002").status == 0)
    #expect(try filing("void", "f0000002").status == 2)
    #expect(try filing("revoke", "f0000002").complaints.contains("只有审核通过的备案可以撤销"))
    #expect(try filing("revoke", "f0000001").status == 0)
    #expect(try filing("void", "没有").complaints.contains("没有编号为“没有”的可用备案"))
    #expect(try save("两条.json").complaints.contains("该备案已在账本中撤销"))
    #expect(try project.run("ledger", "verify").status == 0)
  }

  /// The fixture was approved a day before the day by which it is judged.
  @Test func theTermForRevokingIsThatOfTheProject() throws {
    let rules = try project.folder.text(of: "content/ledger.yaml")
    func revoke(within days: Int) throws -> Program.Outcome {
      try project.folder.write("\(rules)\nrevokeDays: \(days)\n", to: "content/ledger.yaml")
      return try project.run("filing", "revoke", "f0000001", "记录.json", "--reason", "信息有误")
    }
    #expect(try revoke(within: 0).complaints.contains("自审核通过起0日内方可撤销（最迟2026-11-19）"))
    #expect(try revoke(within: 1).status == 0)
  }

  @Test func renderNeitherNeedsNorMakesALedger() throws {
    let run = try project.run("render", "roster", "记录.json", "-o", "a.pdf")
    #expect(run.status == 0, "\(run.said)")
    #expect(!project.folder.holds("mingce.sqlite"))
    #expect(try !text("a.pdf").contains("XQ-"))
  }

  @Test func withoutALedgerADraftLooksAtTheRecordsAlone() throws {
    #expect(try save().status == 0)
    let looked = try project.run("roster", "draft", "roster", "记录.json", "-o", "b.pdf")
    #expect(looked.status == 2 && looked.complaints.contains("V-62"), "\(looked.said)")
    let run = try project.run(
      "roster",
      "draft",
      "roster",
      "记录.json",
      "-o",
      "b.pdf",
      "--no-ledger"
    )
    #expect(run.status == 0, "\(run.said)")
  }

  @Test func withoutAProjectTheLedgerStandsInTheCurrentFolderWhereverTheRecordsAre() throws {
    let folder = try TemporaryFolder()
    try folder.write(RecordFixtures.batchJSON(rows: 2), to: "甲/记录.json")
    func run(_ words: String..., in place: String = ".") throws -> Program.Outcome {
      try Program.mingce.run(words, in: folder.file(place))
    }
    let saved = try run("roster", "save", "roster-new", "甲/记录.json", "-o", "a.pdf")
    #expect(saved.status == 0, "\(saved.said)")
    #expect(folder.holds("mingce.sqlite") && !folder.holds("甲/mingce.sqlite"))
    #expect(try run("roster", "list").output.contains("共 1 份名册"))
    let seal = try run("seal", "new", "公章", "--records", "甲/记录.json")
    #expect(seal.status == 0, "\(seal.said)")
    #expect(try run("seal", "list").output.contains("公章"))
    let away = try run("roster", "list", in: "甲")
    #expect(away.status == 66 && away.complaints.contains("没有名册账本"), "\(away.said)")
  }

  @Test func twoLedgersThatMayBothBeMeantAreToldAndNeitherIsUsed() throws {
    let folder = try TemporaryFolder()
    try folder.write(RecordFixtures.batchJSON(rows: 2), to: "甲/记录.json")
    let save = ["roster", "save", "roster-new", "记录.json", "-o", "a.pdf"]
    #expect(try Program.mingce.run(save, in: folder.file("甲")).status == 0)
    let words = [
      ["roster", "save", "roster-new", "甲/记录.json", "-o", "b.pdf"],
      ["roster", "draft", "roster-new", "甲/记录.json", "-o", "b.pdf"],
      ["seal", "new", "公章", "--records", "甲/记录.json"],
    ]
    for words in words {
      let run = try Program.mingce.run(words, in: folder.url)
      #expect(run.status == 2 && run.complaints.contains("ledger.elsewhere"), "\(run.said)")
      #expect(!folder.holds("mingce.sqlite") && !folder.holds("b.pdf"))
    }
    let named = try Program.mingce.run(
      words[2] + ["--ledger", "甲/mingce.sqlite"],
      in: folder.url
    )
    #expect(named.status == 0, "\(named.said)")
  }

  @Test func anEmptyRosterIsRefusedUnlessItIsWanted() throws {
    try project.folder.write(RecordFixtures.batchJSON(rows: 2, kinds: [.renew]), to: "空.json")
    let run = try save("空.json")
    #expect(run.status == 2 && run.complaints.contains("没有可生成名册的备案信息"), "\(run.said)")
    #expect(!project.folder.holds("mingce.sqlite"))
    let wanted = try project.run(
      "roster",
      "save",
      "roster",
      "空.json",
      "-o",
      "a.pdf",
      "--allow-empty"
    )
    #expect(wanted.status == 0 && wanted.complaints.contains("警告"), "\(wanted.said)")
  }

  @Test func aCharacterWithoutGlyphIsToldByTheRowOfTheFile() throws {
    let filings = [RecordFixtures.filing(1), RecordFixtures.filing(2, name: "扎西\u{0F40}")]
    try project.folder.write(RecordFixtures.document(filings), to: "字.json")
    let run = try save("字.json")
    #expect(run.status == 1, "\(run.said)")
    #expect(run.complaints.contains("第 2 行") && run.complaints.contains("U+0F40"), "\(run.said)")
    #expect(try project.rosters().isEmpty)
    #expect(try project.folder.names().filter { $0.hasSuffix(".part") } == [])
  }

  /// Rows that are left out shift those that are printed; the file's numbers are the ones that a clerk can look up.
  @Test func rowsThatAreLeftOutDoNotShiftTheRowOfACharacterWithoutGlyph() throws {
    let filings = [
      RecordFixtures.filing(1).replacing("审核通过", with: "待审核"),
      RecordFixtures.filing(2, name: "扎西\u{0F40}"),
    ]
    try project.folder.write(RecordFixtures.document(filings), to: "字.json")
    let run = try project.run("roster", "save", "roster", "字.json", "-o", "a.pdf", "--good-rows")
    #expect(run.status == 1, "\(run.said)")
    #expect(run.complaints.contains(/第 2 行.*U\+0F40/), "\(run.said)")
    #expect(try project.rosters().isEmpty)
  }

  @Test(arguments: [
    (["roster", "list"], Int32(66), "没有名册账本"), (["ledger", "verify"], 66, "没有名册账本"),
    (["roster", "list", "--ledger", "记录.json"], 1, "不是名册账本"),
    (["roster", "save", "roster", "记录.json", "-o", "a.html"], 64, "可以用：.pdf"),
    (["roster", "save", "roster", "记录.json", "-o", "content"], 73, "不能是文件夹"),
    (["roster", "save", "letter", "记录.json", "-o", "a.pdf"], 64, "没有名为“letter”的表单"),
    (["roster", "void", "1", "--reason", ""], 64, "--reason 要写明原因"),
    (["roster", "void", "1", "--reason", "错", "--day", "昨天"], 64, "日期要写成 2026-11-20"),
    (["roster", "save", "roster", "记录.json", "-o", "a.pdf", "--ledger", "无/账本"], 73, "不存在"),
  ])
  func whatGoesWrongIsToldInChinese(
    _ arguments: [String],
    _ status: Int32,
    _ words: String
  ) throws {
    let run = try Program.mingce.run(arguments, in: project.folder.url)
    #expect(run.status == status, "\(run.said)")
    #expect(run.complaints.contains(words), "\(run.said)")
  }

  @Test func aLedgerThatCannotBeWrittenIsTold() throws {
    let run = try project.run(
      "roster",
      "save",
      "roster",
      "记录.json",
      "-o",
      "a.pdf",
      "--ledger",
      "/proc/账本"
    )
    #expect(run.status == 73, "\(run.said)")
    #expect(run.complaints.contains("不能写入") && run.complaints.contains("--ledger"))
    #expect(!project.folder.holds("a.pdf"))
  }

  @Test func aLedgerThatIsHeldIsWaitedForAndThenTold() throws {
    #expect(try save().status == 0)
    let holding = try Program.tool("sqlite3").start(
      ["mingce.sqlite"],
      in: project.folder.url,
      input: Data("BEGIN IMMEDIATE;\n.shell touch held; sleep 30\n".utf8)
    )
    defer { kill(holding.process.processIdentifier, SIGKILL) }
    while !project.folder.holds("held") { usleep(2000) }
    let void = try project.run(
      "roster",
      "void",
      "XQ-2026-0001",
      "--reason",
      "错",
      environment: ["MINGCE_LEDGER_PATIENCE": "0.2"]
    )
    #expect(void.status == 1, "\(void.said)")
    #expect(void.complaints.contains("正被别的程序占用，等候超时"))
    // Who only reads does not wait.
    #expect(try project.run("roster", "list").output.contains("已保存"))
  }

  @Test(arguments: [
    (0, "1970-01-01", "08:00:00"), (951_753_599, "2000-02-28", "23:59:59"),
    (951_753_600, "2000-02-29", "00:00:00"), (1_798_732_799, "2026-12-31", "23:59:59"),
    (1_798_732_800, "2027-01-01", "00:00:00"),
  ])
  func theClockTellsTheDayInChina(_ seconds: Int, _ day: String, _ time: String) throws {
    #expect(try save().status == 0)
    let void = try project.run(
      "roster",
      "void",
      "XQ-2026-0001",
      "--reason",
      "错",
      environment: ["SOURCE_DATE_EPOCH": "\(seconds)"]
    )
    #expect(void.status == 0, "\(void.said)")
    let log = try project.run("ledger", "log").output
    #expect(log.contains("\(day)　作废名册，原因：错　登记于 \(day)T\(time)+08:00"), "\(log)")
  }

  /// Domain T1: sixteen of the rows of every kind enter, the second attempt is refused; a reprint is the same file.
  @Test(arguments: [
    ("jilin", "roster-new"), ("jilin", "roster-insurance"), ("zhanyi", "roster-new"),
  ])
  func theHousesRostersArePrintedAgainByteForByte(_ sample: String, _ form: String) throws {
    let folder = try TemporaryFolder()
    func mingce(_ arguments: String...) throws -> Program.Outcome {
      try Program.mingce.run(arguments + ["--ledger", "账本.sqlite"], in: folder.url)
    }
    let records = RosterProject.checkout.appending(path: "content/samples/\(sample).json").path
    let save = try mingce("roster", "save", form, records, "-o", "a.pdf", "--good-rows")
    #expect(save.status == 0, "\(save.said)")
    let number = try #require(save.output.firstMatch(of: /名册([A-Z]+-2026-0001)：/)?.output.1)
    let again = try mingce("roster", "save", form, records, "-o", "b.pdf")
    #expect(again.status == 2 && again.complaints.contains("该备案已生成名册\(number)"))
    let reprint = try mingce("roster", "reprint", String(number), "-o", "b.pdf")
    #expect(reprint.status == 0, "\(reprint.said)")
    let files = try ["a.pdf", "b.pdf"].map { try Data(contentsOf: folder.file($0)) }
    #expect(files[0] == files[1])
    #expect(try mingce("ledger", "verify").status == 0)
  }

  @Test func aChangedLedgerIsFoundAndSaysWhere() throws {
    #expect(try save().status == 0)
    let sql = "DROP TRIGGER trailUpdate; UPDATE trail SET day = '2020-01-01' WHERE sequence = 2"
    let change = try Program.tool("sqlite3").run(["mingce.sqlite", sql], in: project.folder.url)
    #expect(change.status == 0, "\(change.said)")
    let run = try project.run("ledger", "verify")
    #expect(run.status == 2)
    #expect(run.complaints.contains("账目第 2 条（保存名册）被改过"), "\(run.said)")
    #expect(run.complaints.contains("缺少“trailUpdate”"))
    #expect(run.output.contains("发现"))
  }

  @Test(arguments: [
    ["roster"], ["roster", "draft"], ["roster", "save"], ["roster", "list"], ["roster", "show"],
    ["roster", "reprint"], ["roster", "void"], ["filing"], ["filing", "void"],
    ["filing", "revoke"], ["ledger"], ["ledger", "import"], ["ledger", "verify"],
    ["ledger", "log"],
  ])
  func everyCommandHasHelpWithAnExample(_ command: [String]) throws {
    let run = try Program.mingce.run(command + ["--help"], in: project.folder.url)
    #expect(run.status == 0)
    #expect(run.output.contains("例：mingce \(command.joined(separator: " "))"), "\(run.said)")
  }
}
