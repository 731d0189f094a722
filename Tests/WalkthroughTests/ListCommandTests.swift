import Foundation
import Testing

@Suite struct ListCommandTests {
  private static let samples = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "content/samples")

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func list(_ sample: String, _ arguments: String...) throws -> Program.Outcome {
    let file = Self.samples.appending(path: sample).path
    return try Program.mingce.run(["list", file] + arguments, in: folder.url)
  }

  @Test func theHallsQueryIsAnswered() throws {
    let outcome = try list(
      "jilin.json",
      "--where",
      "合同状态=新订 审核状态=审核通过 是否生成名册=否",
      "--columns",
      "姓名,工作岗位,月工资",
      "--sort",
      "姓名:pinyin"
    )
    #expect(outcome.status == 0)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.first?.split(separator: " ") == ["姓名", "工作岗位", "月工资"])
    #expect(lines.dropFirst().first?.hasPrefix("阿卜杜热合曼") == true)
    #expect(outcome.complaints == "列出 \(lines.count - 1) 条，共 31 条。\n")
  }

  @Test func aFileIsWrittenInTheFormatOfItsEnding() throws {
    let csv = try list("zhuzhou.jsonl", "-o", "人员.csv", "--columns", "姓名,证件号码")
    #expect(csv.status == 0, "\(csv.said)")
    #expect(csv.output == "已生成“人员.csv”：11 条，共 11 条。\n")
    let bytes = try Data(contentsOf: folder.file("人员.csv"))
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").count == 12)
    _ = try list("zhuzhou.jsonl", "-o", "人员.json", "--columns", "姓名,是否在职")
    let rows = try JSONSerialization.jsonObject(with: Data(contentsOf: folder.file("人员.json")))
    #expect((rows as? [[String: Any]])?.count == 11)
    #expect((rows as? [[String: Any]])?.allSatisfy { $0["是否在职"] is Bool } == true)
  }

  @Test func aWorkbookHoldsTheListAsText() throws {
    let run = try list("zhuzhou.jsonl", "-o", "人员.xlsx", "--columns", "姓名,证件号码,月工资")
    #expect(run.status == 0, "\(run.said)")
    let python = Program(path: "/usr/bin/python3")
    let script = """
      import openpyxl
      sheet = openpyxl.load_workbook('人员.xlsx')['记录']
      rows = list(sheet.iter_rows(values_only=True))
      print(rows[0], len(rows), {type(cell).__name__ for row in rows for cell in row})
      """
    let seen = try python.run(["-c", script], in: folder.url)
    #expect(seen.output == "('姓名', '证件号码', '月工资') 12 {'str'}\n", "\(seen.said)")
    let screen = try list("zhuzhou.jsonl", "--format", "xlsx")
    #expect(screen.status == 64 && screen.complaints.contains("-o"))
  }

  @Test func sortingGivesTheSameRows() throws {
    let plain = try list("jilin.json", "--format", "csv").output.split(separator: "\r\n")
    let sorted = try list("jilin.json", "--format", "csv", "--sort", "-合同起始日期,姓名:stroke").output
      .split(separator: "\r\n")
    #expect(plain.first == sorted.first)
    #expect(Set(plain) == Set(sorted) && plain != sorted)
  }

  @Test func aMaskedListHidesNamesAndNumbers() throws {
    let outcome = try list(
      "jilin.json",
      "--mask",
      "公开",
      "--where",
      "姓名=王㛃",
      "--columns",
      "姓名,证件号码,联系电话"
    )
    #expect(outcome.output.contains("王**  **************1023  139****0001"), "\(outcome.output)")
    #expect(!outcome.output.contains("㛃"))
  }

  @Test(arguments: ["M3", "遮", ""])
  func anUnknownLevelIsRefused(_ level: String) throws {
    let outcome = try list("jilin.json", "--mask", level)
    #expect(outcome.status == 64)
    #expect(outcome.complaints.contains("可用的值：M0、M1、M2"), "\(outcome.complaints)")
  }

  @Test func recordsComeFromStandardInputToo() throws {
    let data = try Data(contentsOf: Self.samples.appending(path: "zhuzhou.jsonl"))
    let outcome = try Program.mingce.run(
      ["list", "-", "--sort", "姓名", "--format", "json", "--columns", "姓名"],
      in: folder.url,
      input: data
    )
    #expect(outcome.status == 0, "\(outcome.said)")
    #expect(outcome.output.split(separator: "\n").count == 13)
  }

  @Test func faultsOfTheCommandLineAreToldTogether() throws {
    let outcome = try list(
      "jilin.json",
      "--where",
      "合同状太=新订",
      "--columns",
      "姓各",
      "--sort",
      "x",
      "-o",
      "不写.csv"
    )
    #expect(outcome.status == 64)
    #expect(outcome.complaints.split(separator: "\n").count == 3)
    #expect(outcome.complaints.contains("“合同状态”") && outcome.complaints.contains("“姓名”"))
    #expect(!folder.holds("不写.csv"))
  }

  @Test func rowsThatCannotBeReadAreToldAndTheOthersListed() throws {
    let text = try String(
      contentsOf: Self.samples.appending(path: "zhuzhou.jsonl"),
      encoding: .utf8
    )
    var lines = text.split(separator: "\n").map(String.init)
    lines[3] = lines[3].replacing("\"fixed\"", with: "\"fest\"").replacing(
      "\"open\"",
      with: "\"fest\""
    )
    try folder.write(lines.joined(separator: "\n"), to: "坏.jsonl")
    let outcome = try Program.mingce.run(["list", "坏.jsonl", "-o", "好.csv"], in: folder.url)
    #expect(outcome.status == 2)
    #expect(outcome.complaints.contains("第 3 行") && outcome.complaints.contains("合同类别的值不认识"))
    #expect(outcome.output.contains("10 条，共 11 条"))
    #expect(folder.holds("好.csv"))
  }

  @Test func theFieldsAreListedWithExamples() throws {
    let outcome = try Program.mingce.run(["list", "--fields"], in: folder.url)
    #expect(outcome.status == 0)
    for part in ["e.name", "合同状态=新订", "是否在职=是", "身份证号、", "合同终止日期=2026-01-01..2026-12-31"] {
      #expect(outcome.output.contains(part), "\(part)")
    }
  }

  @Test func withoutARecordFileTheUseIsTold() throws {
    let outcome = try Program.mingce.run(["list"], in: folder.url)
    #expect(outcome.status == 64)
    #expect(outcome.complaints.contains("缺少参数“记录文件”"))
  }

  @Test func aLogHoldsNoNumberThatAFileIsNamedBy() throws {
    let outcome = try Program.mingce.run(["list", "220104198605040039.json"], in: folder.url)
    #expect(outcome.status == 66)
    #expect(outcome.complaints.contains("220104********0039.json"))
    #expect(!outcome.said.contains("19860504"))
  }
}
