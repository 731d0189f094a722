import Foundation
import TestSupport
import Testing

/// Every template of the house goes the clerk's whole way: filled with a mistake, taken in, refused by the check, sent back,
/// mended there, taken in again and found in order.
@Suite struct TemplateWalkTests {
  /// The way through one template.
  struct Walk: Sendable, CustomTestStringConvertible {
    let template: String
    /// The heading under which the mistake stands, and what stands there before and after mending.
    let heading: String
    let wrong: String
    let right: String
    /// The headings of a part of the row that holds no mistake, so that it stays where it is.
    var staysOut: [String] = []

    var testDescription: String { template }

    /// The place whose sheet it is.
    var profile: String {
      switch template.prefix(6) {
      case "jilin-": "CN-JL"
      case "shanxi": "CN-SX"
      default: "CN-HN-ZHUZHOU"
      }
    }

    /// Whether the row is about the person whose contract the base file holds.
    var isOfKnown: Bool {
      ["jilin-termination", "shanxi-dissolve", "shanxi-retire"].contains(template)
    }
  }

  private static let stranger = RecordFixtures.resident(
    area: "220102",
    birth: "19900506",
    sequence: 101
  )
  /// The same with a wrong check digit.
  private static let otherDigit: String =
    stranger.dropLast() + (stranger.hasSuffix("1") ? "2" : "1")
  private static let known = RecordFixtures.filing(3, name: "马示例")
  private static let knownNumber = known.firstMatch(of: /"idNumber":"([^"]+)"/).map { String($0.1) }

  private static let walks: [Walk] = [
    Walk(template: "jilin-new", heading: "合同文本", wrong: "别的文本", right: "劳动合同书（备案试运行文本）2018"),
    Walk(template: "jilin-renewal", heading: "现住址", wrong: "", right: "长春市南关区示例街2号"),
    Walk(
      template: "jilin-termination",
      heading: "终止或解除时间",
      wrong: "2027-12-31",
      right: "2026-11-15"
    ),
    Walk(
      template: "shanxi-recruit",
      heading: "户籍地址",
      wrong: "",
      right: "太原市示例街2号",
      staysOut: ["变更原因", "变更时间", "险种"]
    ),
    Walk(
      template: "shanxi-dissolve",
      heading: "终止或解除劳动合同时间",
      wrong: "20271231",
      right: "20261115",
      staysOut: ["变更（减员）原因", "变更（减员）时间", "变更（减员）类型", "险种", "备注"]
    ),
    Walk(
      template: "shanxi-retire",
      heading: "终止或解除劳动合同时间",
      wrong: "20271231",
      right: "20261115"
    ),
    Walk(template: "shanxi-institution", heading: "证件号码", wrong: otherDigit, right: stranger),
    Walk(template: "shanxi-payment", heading: "证件号码", wrong: otherDigit, right: stranger),
    Walk(template: "zhuzhou-increase", heading: "公民身份号码", wrong: otherDigit, right: stranger),
    Walk(template: "zhuzhou-decrease", heading: "公民身份号码", wrong: otherDigit, right: stranger),
    Walk(template: "zhuzhou-personal", heading: "公民身份号码", wrong: otherDigit, right: stranger),
    Walk(
      template: "zhuzhou-wages",
      heading: "个人社会保障号/身份证号",
      wrong: otherDigit,
      right: stranger
    ),
  ]

  /// What stands under each heading, whatever the sheet.
  private static let values = [
    "姓名": "马示例", "退休人员姓名": "马示例", "证件类型": "01.居民身份证(户口簿)", "联系电话": "13500000001",
    "手机号码": "13500000001", "现住址": "长春市南关区示例街2号", "户籍地址": "太原市示例街2号", "合同编号": "LD-2026-0001",
    "合同文本": "劳动合同书（备案试运行文本）2018", "用工形式": "全日制", "合同类别": "固定期限", "合同类型": "固定期限",
    "用工起始日期": "2023-11-01", "原合同编号": "LD-2023-0001", "原合同起始日期": "2023-11-01",
    "原合同结束日期": "2026-10-31", "第几次订立": "2", "合同起始日期": "2026-11-01", "合同结束日期": "2029-10-31",
    "合同终止日期": "2029-10-31", "岗位": "收银员", "工作地点": "示例路1号", "工资": "3500.00", "发工资日期": "4",
    "参保险种": "110、210", "职业危害": "无", "终止或解除时间": "2026-11-15",
    "终止或解除原因": "劳动者提前三十日书面通知解除", "参加工作日期": "2010-07-01", "变更原因": "新招录",
    "变更时间": "2026-11-01", "险种": "110、210", "变更（减员）原因": "合同解除", "变更（减员）时间": "2026-11-15",
    "变更（减员）类型": "暂停参保", "原劳动合同开始时间": "2026-11-08", "原劳动合同终止时间": "2029-11-07",
    "终止或解除劳动合同时间": "2026-11-15", "是否进行经济补偿": "否", "银行账号": "6222020000000000000",
    "银行类别": "示例银行", "是否使用社保卡": "否", "减少类型": "暂停参保", "减少原因": "合同解除", "停保年月": "2026-12",
    "参保年月": "2026-12", "月平均工资（元）": "4600.00", "异动类型": "新参保", "修改项目": "联系电话", "修改前": "13500000001",
    "修改后": "13500000002", "缴费基数（原）": "4000.00", "申报工资": "5000.00", "备注": "示例",
  ]

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func mingce(_ arguments: String...) throws -> Program.Outcome {
    try Program.mingce.run(arguments, in: folder.url)
  }

  /// Has a program that nobody here wrote look into sheets, knowing the heading of each column.
  private func python(_ script: String) throws -> String {
    let helpers = """
      import openpyxl, json
      row = json.load(open('row.json'))
      def open_sheet(path):
        book = openpyxl.load_workbook(path)
        sheet = book.worksheets[0]
        head = next(r for r in range(1, 6) if any('姓名' in str(c.value) for c in sheet[r]))
        columns = [(c.column, str(c.value).rstrip('*')) for c in sheet[head] if c.value]
        # Above headings of two levels the column that was added stands in the upper one.
        columns += [(c.column, c.value) for r in range(1, head) for c in sheet[r] if c.value == '失败原因']
        return book, sheet, head + 1, columns

      """
    let program = Program(path: "/usr/bin/python3")
    let run = try program.run(["-c", helpers + script], in: folder.url)
    guard run.status == 0 else { throw ToolFailure(outcome: run) }
    return run.output
  }

  @Test func everyTemplateIsWalked() throws {
    let listed = try mingce("template").output.split(separator: "\n")
      .compactMap { $0.firstMatch(of: /^\s*([a-z]+-[a-z]+)\s/).map { String($0.1) } }
    #expect(Set(listed) == Set(Self.walks.map(\.template)))
  }

  @Test(arguments: walks)
  func aMistakeIsSentBackAndMended(_ walk: Walk) throws {
    let known = walk.isOfKnown ? [Self.known] : []
    try folder.write(
      RecordFixtures.document(known, profile: walk.profile),
      to: "单位.json"
    )
    var row = Self.values
    let number = walk.isOfKnown ? Self.knownNumber ?? "" : Self.stranger
    for heading in ["证件号码", "身份证号码", "公民身份号码", "个人社会保障号/身份证号"] { row[heading] = number }
    if walk.profile == "CN-SX" { row = row.mapValues(compact) }
    row[walk.heading] = walk.wrong
    try folder.write(String(decoding: JSONEncoder().encode(row), as: UTF8.self), to: "row.json")

    _ = try mingce("template", walk.template, "-o", "模板.xlsx")
    _ = try python(
      """
      book, sheet, first, columns = open_sheet('模板.xlsx')
      for column, heading in columns:
        if row.get(heading): sheet.cell(first, column, row[heading])
      book.save('填好.xlsx')
      """
    )
    let taken = try mingce("import", "填好.xlsx", "--employer", "单位.json", "-o", "记录.json")
    #expect(taken.status == 0, "\(taken.said)")
    let refused = try mingce("check", "记录.json", "--failed-only", "退回.xlsx")
    #expect(refused.status == 2 && refused.output.contains("已把 1 行写入 退回.xlsx"), "\(refused.said)")

    let staysOut = walk.staysOut.map { "'\($0)'" }.joined(separator: ", ")
    let seen = try python(
      """
      book, sheet, first, columns = open_sheet('退回.xlsx')
      asked = {heading for column, heading in open_sheet('模板.xlsx')[3]}
      cells = {}
      for column, heading in columns:
        value = sheet.cell(first, column).value
        if value is not None: cells.setdefault(heading, set()).add(str(value))
      for heading in asked:
        if not row.get(heading) and heading not in {\(staysOut)}: continue
        wanted = set() if heading in {\(staysOut)} or not row.get(heading) else {row[heading]}
        if heading != '序号' and heading != '失败原因' and cells.get(heading, set()) != wanted:
          print(heading, wanted, cells.get(heading))
      if not cells.get('失败原因') or sheet.cell(first + 1, columns[1][0]).value: print('失败原因', cells)
      for column, heading in columns:
        if heading == '\(walk.heading)': sheet.cell(first, column, '\(walk.right)')
      book.save('改好.xlsx')
      """
    )
    #expect(seen.isEmpty, "\(seen)\n\(refused.said)")
    let again = try mingce("import", "改好.xlsx", "--employer", "单位.json", "-o", "改好.json")
    #expect(again.status == 0, "\(again.said)")
    let check = try mingce("check", "改好.json")
    #expect(check.status == 0, "\(check.said)")
  }

  /// Returns a day as the sheets of Shanxi write it; other words stay.
  private func compact(_ text: String) -> String {
    text.wholeMatch(of: /\d{4}-\d{2}-\d{2}/) == nil ? text : text.replacing("-", with: "")
  }
}
