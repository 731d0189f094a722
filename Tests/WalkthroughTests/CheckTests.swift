import Foundation
import TestSupport
import Testing

/// `mingce check` and `mingce explain` as an operator uses them.
@Suite struct CheckTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let bad = RecordFixtures.filing(6, name: "李示例")
      .replacing("2018\",\"employmentForm", with: "2019\",\"employmentForm")
    let text = RecordFixtures.document([RecordFixtures.filing(3), bad])
      .replacing("\"insuranceKinds\"", with: "\"hazards\":\"无\",\"insuranceKinds\"")
    try folder.write(text, to: "a.json")
  }

  private func mingce(_ arguments: String...) throws -> Program.Outcome {
    try Program.mingce.run(arguments, in: folder.url)
  }

  @Test func theReportNamesRowPersonFieldAndLaw() throws {
    let run = try mingce("check", "a.json")
    #expect(run.status == 2, "\(run.said)")
    for words in ["第 2 行　李示例", "合同模板：", "应为　", "依据　", "[V-28]", "共 2 条记录：1 条可用"] {
      #expect(run.output.contains(words), "\(words): \(run.said)")
    }
    #expect(run.complaints.isEmpty)
  }

  @Test func aWorkbookHoldsTheFindings() throws {
    let run = try mingce("check", "a.json", "-o", "r.xlsx")
    #expect(run.status == 2, "\(run.said)")
    let script = """
      import openpyxl
      rows = list(openpyxl.load_workbook('r.xlsx')['检查结果'].iter_rows(values_only=True))
      print(rows[0][:3], [row[9] for row in rows[1:] if row[0] == '2'])
      """
    let seen = try Program(path: "/usr/bin/python3").run(["-c", script], in: folder.url)
    #expect(seen.output.hasPrefix("('行号', '姓名', '字段')") && seen.output.contains("V-28"))
    #expect(try mingce("check", "a.json", "--format", "xlsx").status == 64)
  }

  @Test(arguments: ["json", "csv", "sarif", "text"])
  func aReportGoesToAFileWholeOrNotAtAll(_ format: String) throws {
    let run = try mingce("check", "a.json", "--format", format, "-o", "r.\(format)")
    #expect(run.status == 2)
    #expect(run.output == "已写入“r.\(format)”：共 2 条记录：1 条可用，1 条有错误，另有 1 处警告。\n")
    let screen = try mingce("check", "a.json", "--format", format)
    // Reading text from a file would drop the byte order mark.
    let file = try Data(contentsOf: folder.url.appending(path: "r.\(format)"))
    #expect(file == Data(screen.output.utf8) && !file.isEmpty)
    #expect(try folder.names().sorted() == ["a.json", "r.\(format)"])
  }

  @Test func theEndingOfTheFileChoosesTheFormat() throws {
    #expect(try mingce("check", "a.json", "-o", "r.csv").status == 2)
    let csv = try Data(contentsOf: folder.url.appending(path: "r.csv"))
    #expect(csv.starts(with: Data("\u{FEFF}行号,姓名".utf8)))
  }

  @Test(arguments: [
    (["check", "a.json", "--format", "xml"], "的值“xml”无效", Int32(64)),
    (["check", "a.json", "-o", "没有/的/b.json/"], "无法写入", 73),
    (["explain", "V-131"], "没有代码为“V-131”的规则", 64),
    (["explain", "json.typ"], "是否要写“json.type”", 64),
  ])
  func aWrongWishIsAnsweredInChinese(_ arguments: [String], _ words: String, _ status: Int32) throws
  {
    let run = try Program.mingce.run(arguments, in: folder.url)
    #expect(run.status == status, "\(run.said)")
    #expect(run.complaints.contains(words), "\(run.said)")
  }

  @Test func anUnusableFileIsToldInEveryFormat() throws {
    try folder.write("{\"schema\":\"mingce/9\"}", to: "b.json")
    for format in ["json", "csv", "sarif"] {
      let run = try mingce("check", "b.json", "--format", format)
      #expect(run.status == 2 && run.output.contains("record.schema"), "\(run.said)")
    }
  }

  /// One report for head and rows, so that a clerk mends both at once; printing still refuses.
  @Test func anErrorOfTheHeadHidesNoErrorOfARow() throws {
    let text = try folder.text(of: "a.json")
      .replacing(RecordFixtures.employerCode, with: "91220102MA0Y00008M")
    try folder.write(text, to: "h.json")
    for format in ["text", "json", "csv", "sarif"] {
      let run = try mingce("check", "h.json", "--format", format)
      #expect(run.status == 2 && run.complaints.isEmpty, "\(run.said)")
      for code in ["V-03", "V-28"] { #expect(run.output.contains(code), "\(format): \(run.said)") }
    }
    let screen = try mingce("check", "h.json").output
    #expect(screen.contains("共 2 条记录：1 条可用，1 条有错误；单位信息、列表或者整个文件有 1 处错误"), "\(screen)")
    #expect(screen.contains("单位：长春示例精密制造有限公司"), "\(screen)")
    #expect(try mingce("check", "h.json", "-o", "h.xlsx", "--failed-only", "退回.xlsx").status == 2)
    let script = """
      import openpyxl
      print([row[9] for row in openpyxl.load_workbook('h.xlsx').active.iter_rows(values_only=True)])
      print([row[0] for row in openpyxl.load_workbook('退回.xlsx').active.iter_rows(values_only=True)])
      """
    let seen = try Program(path: "/usr/bin/python3").run(["-c", script], in: folder.url).output
    #expect(seen.contains("V-03") && seen.contains("V-28") && seen.contains("李示例"), "\(seen)")
    let render = try mingce("render", "roster-new", "h.json", "-o", "r.html")
    #expect(render.status == 2 && !folder.holds("r.html"), "\(render.said)")
    for code in ["V-03", "V-28"] { #expect(render.complaints.contains(code), "\(render.said)") }
  }

  /// Files of insurance offices hold lists and no filings at all.
  @Test func rowsOfListsAreCountedAndReturned() throws {
    let lists =
      #""wages":[{"name":"张示例","idNumber":"220104198605040039","newWage":"3500.00"},{"newWage":"多"}]"#
    let text = RecordFixtures.document([]).replacing(#","filings""#, with: ",\(lists),\"filings\"")
    try folder.write(text, to: "w.json")
    let run = try mingce("check", "w.json", "--failed-only", "退回.xlsx")
    #expect(run.status == 2 && run.output.contains("列表：缴费工资 1 条"), "\(run.said)")
    #expect(run.output.contains("已把 1 行写入 退回.xlsx"), "\(run.said)")
    let script = """
      import openpyxl
      sheet = openpyxl.load_workbook('退回.xlsx').active
      print([[str(cell or '') for cell in row] for row in sheet.iter_rows(values_only=True)])
      """
    let seen = try Program(path: "/usr/bin/python3").run(["-c", script], in: folder.url).output
    #expect(seen.contains("'多'") && seen.contains("缴费工资第2条的姓名"), "\(seen)")
  }

  @Test func aReportSaysWhatItCouldNotRead() throws {
    let text = try folder.text(of: "a.json").replacing("\"name\":\"长春示例精密制造有限公司\",", with: "")
    try folder.write(text, to: "n.json")
    let screen = try mingce("check", "n.json").output
    #expect(screen.contains("单位：（没有读出）") && screen.contains("[V-28]"), "\(screen)")
    try folder.write(text.replacing("\"asOf\":\"2026-11-20\",", with: ""), to: "d.json")
    let run = try mingce("check", "d.json", "--failed-only", "退回.xlsx")
    #expect(run.output.contains("必填项未填写：基准日期") && run.output.contains("共 2 条记录"), "\(run.said)")
    #expect(run.complaints.contains("退回.xlsx") && !folder.holds("退回.xlsx"), "\(run.said)")
  }

  @Test func aRowThatARuleForbidsIsNotPrinted() throws {
    let run = try mingce("render", "roster-new", "a.json", "-o", "r.html")
    #expect(run.status == 2, "\(run.said)")
    #expect(run.complaints.contains("使用合同模板没有"))
    let page = try String(contentsOf: folder.url.appending(path: "r.html"), encoding: .utf8)
    #expect(page.contains("张示例") && !page.contains("李示例"))
  }

  @Test func onlyTheHeadHoldsErrorsAndTheSummarySaysSo() throws {
    let seals = #""seals":[{"type":"公章","name":"甲"},{"type":"公章","name":"乙"}]"#
    let text = RecordFixtures.document([RecordFixtures.filing(3)])
      .replacing(#","filings""#, with: ",\(seals),\"filings\"")
    try folder.write(text, to: "h.json")
    let summary = "共 1 条记录：1 条可用，0 条有错误；单位信息、列表或者整个文件有 1 处错误"
    let check = try mingce("check", "h.json")
    #expect(check.status == 2 && check.output.contains(summary), "\(check.said)")
    let print = try mingce("render", "roster-new", "h.json", "-o", "r.html")
    #expect(print.status == 2 && print.said.contains(summary), "\(print.said)")
  }

  @Test func aFileBesideTheRecordsIsLookedAt() throws {
    let row = RecordFixtures.filing(3).replacing(
      "\"contract\":",
      with: #""attachments":[{"kind":"补充条款PDF","uploaded":true,"file":"附件/条款.pdf"}],"contract":"#
    )
    try folder.write(RecordFixtures.document([row]), to: "s.json")
    #expect(try mingce("check", "s.json").output.contains("内容不是PDF") == false)
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "附件"),
      withIntermediateDirectories: true
    )
    try folder.write("PK", to: "附件/条款.pdf")
    let run = try mingce("check", "s.json")
    #expect(run.status == 2 && run.output.contains("附件/条款.pdf，内容不是PDF"), "\(run.said)")
    try folder.write("%PDF-1.7\n", to: "附件/条款.pdf")
    #expect(try mingce("check", "s.json").output.contains("内容不是PDF") == false)
    // A name that leads out of the folder is not followed.
    try folder.write("PK", to: "条款.pdf")
    let outside = row.replacing("附件/条款.pdf", with: "../条款.pdf")
    try folder.write(RecordFixtures.document([outside]), to: "附件/s.json")
    #expect(try mingce("check", "附件/s.json").output.contains("内容不是PDF") == false)
  }

  @Test func theListOfOutcomesIsPrinted() throws {
    let run = try mingce("render", "upload-results", "a.json", "-o", "r", "--format", "pdf,html")
    #expect(run.status == 2, "\(run.said)")
    let text = try Program.tool("pdftotext").run(["-layout", "r.pdf", "-"], in: folder.url).output
    for words in ["上传失败", "上传成功", "李示例", "V-28", "针对失败数据进行相应修改后再次上传"] {
      #expect(text.contains(words), "\(words)")
    }
    #expect(text.firstMatch(of: /\d{17}/) == nil)
  }

  @Test func explainTellsRuleLawAndExamples() throws {
    let run = try mingce("explain", "v-13")
    #expect(run.status == 0)
    for words in ["V-13　试用期期限", "依据：《劳动合同法》第十九条", "通过的例子：", "不通过的例子："] {
      #expect(run.output.contains(words), "\(run.said)")
    }
    #expect(try mingce("explain", "V-20").output.contains("云南沾益劳动合同网签（CN-YN-ZHANYI）错误"))
    let all = try mingce("explain").output
    for code in ["V-01  ", "V-65  ", "json.type  ", "form.column  "] { #expect(all.contains(code)) }
    #expect(try mingce("explain", "CN-YN-ZHANYI").output.contains("上级：CN"))
  }

  @Test func aProjectMayHaveRulesOfItsOwn() throws {
    #expect(try mingce("new", "p").status == 0)
    let file = folder.url.appending(path: "p/content/rules/CN-JL.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    try (text + "severities: {V-28: warning}\n").write(to: file, atomically: true, encoding: .utf8)
    #expect(try mingce("check", "a.json", "--project", "p").status == 0)
    try FileManager.default.removeItem(at: folder.url.appending(path: "p/content/rules"))
    #expect(try mingce("check", "a.json", "--project", "p").status == 2)
    try folder.write("severities: {V-280: off}\n", to: "p/content/rules/CN-JL.yaml")
    let broken = try mingce("check", "a.json", "--project", "p")
    #expect(broken.status == 1 && broken.complaints.contains("没有规则“V-280”"), "\(broken.said)")
  }
}
