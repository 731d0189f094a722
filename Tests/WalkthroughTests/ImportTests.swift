import Foundation
import TestSupport
import Testing

/// Sheets go out empty, are filled by a program that nobody here wrote, and come back as records.
@Suite struct ImportTests {
  let folder: TemporaryFolder
  let known: [String]

  init() throws {
    folder = try TemporaryFolder()
    known = [3, 6, 9].map { RecordFixtures.filing($0, name: "马示例") }
    try folder.write(RecordFixtures.document(known), to: "单位.json")
  }

  @discardableResult
  func mingce(_ arguments: String...) throws -> Program.Outcome {
    try Program.mingce.run(arguments, in: folder.url)
  }

  /// Runs a script with openpyxl, which Debian installs for its own Python.
  func python(_ script: String) throws -> String {
    let program = Program(path: "/usr/bin/python3")
    let run = try program.run(["-c", script], in: folder.url)
    guard run.status == 0 else { throw ToolFailure(outcome: run) }
    return run.output
  }

  /// The identity number of a filing that the base file holds.
  func number(_ index: Int) -> String {
    known[index].split(separator: "\"idNumber\":\"").last.map { String($0.prefix(18)) } ?? ""
  }

  @Test func aTemplateHasListsNotesAndInstructions() throws {
    let run = try mingce("template", "jilin-termination", "-o", "模板.xlsx")
    #expect(run.status == 0, "\(run.said)")
    let seen = try python(
      """
      import openpyxl
      book = openpyxl.load_workbook('模板.xlsx')
      print([(s.title, s.sheet_state) for s in book])
      sheet = book['解除终止']
      print([c.value for c in sheet[1]])
      print(sheet['B1'].comment.text, sheet.column_dimensions['B'].width > 20, sheet.freeze_panes)
      print(sheet.data_validations.dataValidation[0].formula1, sheet.data_validations.dataValidation[0].sqref)
      print(len([c for c in book['选项']['A'] if c.value]))
      print(book['注意事项']['A1'].value, book.properties.created)
      """
    )
    #expect(seen.contains("[('解除终止', 'visible'), ('注意事项', 'visible'), ('选项', 'hidden')]"))
    #expect(seen.contains("['姓名*', '身份证号码*', '终止或解除时间*', '终止或解除原因*', '失败原因']"))
    #expect(seen.contains("18位准确的身份证号码 True B2"), "\(seen)")
    #expect(seen.contains("选项!$A$1:$A$37 D2:D2000\n37\n"), "\(seen)")
    #expect(seen.contains("合同解除（终止）备案批量模板 注意事项 2026-01-01 12:00:00"), "\(seen)")
  }

  @Test func aHiddenSheetIsNamedAndReadOnRequest() throws {
    try mingce("template", "jilin-termination", "-o", "模板.xlsx")
    _ = try python(
      """
      import openpyxl
      book = openpyxl.load_workbook('模板.xlsx')
      sheet = book['解除终止']
      sheet.append(['马示例', '\(number(0))', '2026-11-15 08:30', '职工个人原因'])
      sheet.append(['马示例', '\(number(1))', '2026-11-15T00:00:00', '职工个人原因'])
      sheet.sheet_state = 'hidden'
      book.active = 1
      book.save('填好.xlsx')
      """
    )
    let refused = try mingce("import", "填好.xlsx", "--employer", "单位.json", "-o", "记录.json")
    #expect(refused.status == 2 && !folder.holds("记录.json"), "\(refused.said)")
    #expect(refused.complaints.contains("表头符合模板“jilin-termination”的工作表“解除终止”是隐藏的，没有读取"))
    #expect(refused.complaints.contains("--sheet 解除终止"), "\(refused.said)")
    let asked = try mingce(
      "import",
      "填好.xlsx",
      "--employer",
      "单位.json",
      "-o",
      "记录.json",
      "--sheet",
      "解除终止"
    )
    #expect(asked.status == 0, "\(asked.said)")
    #expect(asked.complaints.contains("C 列：警告：日期后面的时间已舍去，只取日期，请核对（这一列共2格）"))
    #expect(asked.complaints.contains("08:30"), "\(asked.said)")
  }

  /// Whether it is a dissolution is taken from the reason, so that one empty cell is one error.
  @Test func whatFollowsFromAnEmptyCellIsNotToldBesides() throws {
    try mingce("template", "shanxi-dissolve", "-o", "模板.xlsx")
    _ = try python(
      """
      import openpyxl
      book = openpyxl.load_workbook('模板.xlsx')
      sheet = book.worksheets[0]
      heads = {str(c.value).rstrip('*'): c.column for c in sheet[3] if c.value}
      row = {'姓名': '马示例', '证件类型': '01.居民身份证(户口簿)', '证件号码': '\(number(0))',
             '联系电话': '13500000001', '终止或解除劳动合同时间': '20261115'}
      for head, value in row.items(): sheet.cell(4, heads[head], value)
      book.save('填好.xlsx')
      """
    )
    let run = try mingce("import", "填好.xlsx", "--employer", "单位.json", "-o", "记录.json")
    #expect(run.status == 2 && run.complaints.contains("解除（终止）原因；"), "\(run.said)")
    #expect(run.complaints.split(separator: "\n").count { $0.contains("错误：") } == 1, "\(run.said)")
  }

  /// What is wrong with the employer hides nothing that is wrong with a row.
  @Test func anErrorOfTheEmployerHidesNoErrorOfARow() throws {
    let text = try folder.text(of: "单位.json")
      .replacing(RecordFixtures.employerCode, with: "91220102MA0Y00008M")
    try folder.write(text, to: "错.json")
    let row = "马示例,\(number(0)),2020-01-01,职工个人原因,"
    try folder.write("姓名,身份证号码,终止或解除时间,终止或解除原因,失败原因\n\(row)\n", to: "早.csv")
    let run = try mingce("import", "早.csv", "--employer", "错.json", "-o", "记录.json")
    #expect(run.status == 2 && !folder.holds("记录.json"))
    for code in ["V-03", "V-47"] { #expect(run.complaints.contains(code), "\(run.said)") }
  }

  @Test func aSheetWithoutRowsBecomesNothing() throws {
    try mingce("template", "jilin-termination", "-o", "模板.xlsx")
    let run = try mingce("import", "模板.xlsx", "--employer", "单位.json", "-o", "空.json")
    #expect(run.status == 2 && run.output.contains("一行也没有填写"), "\(run.said)")
    #expect(!folder.holds("空.json"))
  }

  @Test func aSheetFilledElsewhereBecomesRecordsThatCheckAccepts() throws {
    try mingce("template", "jilin-termination", "-o", "模板.xlsx")
    _ = try python(
      """
      import openpyxl, datetime
      book = openpyxl.load_workbook('模板.xlsx')
      sheet = book['解除终止']
      sheet.append(['马示例', '\(number(0))', datetime.date(2026, 11, 15), '职工个人原因'])
      sheet.cell(2, 3).number_format = 'yyyy/m/d'
      sheet.append(['马示例\\u00a0', "\(number(1))", '２０２６１１１６', '劳动者提前三十日书面通知解除'])
      sheet.append(['马示例', '\(number(2))', 46342, 'T36E'])
      sheet.row_dimensions[4].hidden = True
      book.save('填好.xlsx')
      """
    )
    let run = try mingce("import", "填好.xlsx", "--employer", "单位.json", "-o", "记录.json")
    #expect(run.status == 0, "\(run.said)")
    #expect(run.output.contains("共 3 行，3 行可用，0 行有错误"))
    #expect(run.complaints.contains("第 4 行：警告：是隐藏的行，已照样读入"))
    #expect(run.complaints.contains("第 4 行 C 列：警告：是没有设日期格式的Excel日期序号"))
    let check = try mingce("check", "记录.json")
    #expect(check.status == 0, "\(check.said)")
    #expect(check.output.contains("共 3 条记录：3 条可用"))
    let text = try folder.text(of: "记录.json")
    for day in ["2026-11-15", "2026-11-16"] { #expect(text.contains("\"date\":\"\(day)\"")) }
  }

  @Test func nothingIsWrittenWhenARowIsBadUnlessAskedFor() throws {
    try mingce("template", "jilin-termination", "-o", "模板.xlsx")
    _ = try python(
      """
      import openpyxl
      book = openpyxl.load_workbook('模板.xlsx')
      sheet = book['解除终止']
      sheet.append(['马示例', \(number(0).dropLast())0, '2026-11-15', '职工个人原因'])
      sheet.append(['马示例', '\(number(1))', '2026-11-16', '职工个人原因'])
      sheet.append(['马示例', '\(number(2))', '=TODAY()', '职工个人原因'])
      book.save('填好.xlsx')
      """
    )
    let refused = try mingce("import", "填好.xlsx", "--employer", "单位.json", "-o", "记录.json")
    #expect(refused.status == 2, "\(refused.said)")
    #expect(!folder.holds("记录.json"))
    #expect(refused.complaints.contains("第 2 行 B 列：错误：身份证号码存成了数字，Excel只保留前15位"))
    #expect(refused.complaints.contains("第 4 行 C 列：错误：终止或解除时间是公式，文件中没有存下结果"))
    #expect(!refused.said.contains(number(0).dropLast()))
    let good = try mingce(
      "import",
      "填好.xlsx",
      "--employer",
      "单位.json",
      "-o",
      "记录.json",
      "--good-rows"
    )
    #expect(good.status == 2, "\(good.said)")
    #expect(try mingce("check", "记录.json").output.contains("共 1 条记录：1 条可用"))
  }

  @Test(arguments: [
    (["import", "没有.xlsx", "--employer", "单位.json", "-o", "a"], 66, "没有.xlsx"),
    (["import", "单位.json", "--employer", "单位.json", "-o", "a"], 2, "表头与任何一种导入模板都不符"),
    (["import", "坏.xlsx", "--employer", "单位.json", "-o", "a"], 1, "文件已损坏"),
    (["import", "坏.xlsx", "--employer", "坏.xlsx", "-o", "a"], 1, "不是 mingce/1 格式"),
    (["import", "坏.xlsx", "-o", "a"], 64, "缺少参数“--employer <记录文件>”"),
    (["import", "坏.xlsx", "--employer", "单位.json", "-o", "a", "--as-of", "明天"], 64, "明天"),
    (
      ["import", "坏.xlsx", "--employer", "单位.json", "-o", "a", "--template", "jilin-neu"], 64,
      "jilin-new"
    ),
    (["template", "jilin-neu"], 64, "是否要写“jilin-new”"),
  ])
  func mistakesAreToldInChinese(_ arguments: [String], _ status: Int32, _ words: String) throws {
    try Data([0x50, 0x4B, 3, 4, 0, 0]).write(to: folder.file("坏.xlsx"))
    let run = try Program.mingce.run(arguments, in: folder.url)
    #expect(run.status == status, "\(run.said)")
    #expect(run.complaints.contains(words), "\(run.said)")
    #expect(!folder.holds("a"))
  }

  @Test func mergedAndDraggedCellsAreFilledOrTold() throws {
    try mingce("template", "zhuzhou-decrease", "-o", "模板.xlsx")
    let numbers = (1...6).map {
      "'\(RecordFixtures.resident(area: "430203", birth: "19900506", sequence: 100 + $0))'"
    }
    _ = try python(
      """
      import openpyxl
      book = openpyxl.load_workbook('模板.xlsx')
      sheet = book['减员']
      for row in range(2, 52):
        sheet.cell(row, 1).value = None
      for index, number in enumerate([\(numbers.joined(separator: ", "))]):
        values = [index + 1, '马示例', None, number, '暂停参保', '合同%d解除' % (2018 + index), '410', '2026-12']
        for column, value in enumerate(values):
          sheet.cell(index + 2, column + 1).value = value
          sheet.cell(index + 2, column + 1).number_format = '@'
        sheet.cell(index + 2, 6).value = '合同编号%d' % (2018 + index)
      sheet.merge_cells('E2:E4')
      sheet.merge_cells('H7:I7')
      sheet.column_dimensions['G'].hidden = True
      book.save('填好.xlsx')
      """
    )
    let run = try mingce(
      "import",
      "填好.xlsx",
      "--employer",
      "单位.json",
      "-o",
      "记录.json",
      "--good-rows"
    )
    #expect(run.status == 2, "\(run.said)")
    #expect(run.complaints.contains("第 3 行 E 列：警告：是合并单元格，已按最上面一格的内容填入每一行（这一列共2格）"), "\(run.said)")
    #expect(run.complaints.contains("第 7 行 H 列：错误：停保年月与旁边的列合并成了一格"), "\(run.said)")
    #expect(run.complaints.contains("第 2 行 F 列：警告：减少原因从第 2 行到第 7 行逐行加一，像是拖动填充造成的"), "\(run.said)")
    #expect(run.complaints.contains("第 1 行 G 列：警告：是隐藏的列，已照样读入"), "\(run.said)")
    #expect(try folder.text(of: "记录.json").matches(of: /"kind":"暂停参保"/).count == 5)
    #expect(try mingce("check", "记录.json").status == 0)
  }

  @Test func aWageSheetGoesOutWithTheSystemsDataAndComesBack() throws {
    let number = RecordFixtures.resident(area: "430203", birth: "19900506", sequence: 101)
    try folder.write(
      RecordFixtures.head(profile: "CN-HN-ZHUZHOU").dropLast() + """
        ,"wages":[{"ids":{"medical":"M001"},"name":"马示例","idNumber":"\(number)","oldWage":"4000.00"}]}
        """,
      to: "系统.json"
    )
    let out = try mingce("template", "zhuzhou-wages", "--records", "系统.json", "-o", "职员表单.xlsx")
    #expect(out.status == 0, "\(out.said)")
    _ = try python(
      """
      import openpyxl
      book = openpyxl.load_workbook('职员表单.xlsx')
      sheet = book['职员表单']
      sheet.cell(2, [c.value for c in sheet[1]].index('申报工资*') + 1).value = 5000
      book.save('填好.xlsx')
      """
    )
    let run = try mingce("import", "填好.xlsx", "--employer", "系统.json", "-o", "工资.json")
    #expect(run.status == 0, "\(run.said)")
    #expect(try folder.text(of: "工资.json").contains("\"newWage\":\"5000\""))
    #expect(try mingce("check", "工资.json").status == 0)
  }

  @Test func allTemplatesAreListed() throws {
    let run = try mingce("template")
    #expect(run.status == 0)
    for name in ["jilin-new", "shanxi-recruit", "zhuzhou-wages"] {
      #expect(run.output.contains("\(name)  "))
    }
  }
}

extension ImportTests {
  @Test func failedRowsComeBackAsASheetWithTheirReasons() throws {
    try folder.write(
      RecordFixtures.document([
        known[0], known[1].replacing("\"monthly\":\"", with: "\"monthly\":\"x"),
      ]),
      to: "有错.json"
    )
    let run = try mingce("check", "有错.json", "--failed-only", "退回.xlsx")
    #expect(run.status == 2)
    #expect(run.output.contains("已把 1 行写入 退回.xlsx"), "\(run.said)")
    let seen = try python(
      """
      import openpyxl
      sheet = openpyxl.load_workbook('退回.xlsx')['合同新订']
      head = [c.value for c in sheet[1]]
      print(sheet.max_row, sheet.cell(2, head.index('失败原因') + 1).value)
      print(sheet.cell(2, head.index('身份证号码*') + 1).value == '\(number(1))')
      """
    )
    #expect(seen.hasPrefix("2 月工资：金额应为阿拉伯数字"), "\(seen)")
    #expect(seen.contains("True"))
  }

  @Test func nothingIsReturnedWhenNothingFailed() throws {
    let run = try mingce("check", "单位.json", "--failed-only", "退回.xlsx")
    #expect(run.status == 0, "\(run.said)")
    #expect(!folder.holds("退回.xlsx"))
  }
}
