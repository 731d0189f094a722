import Calendar
import Diagnostics
import Foundation
import Records
import Spreadsheets
import TestSupport
import Testing

@testable import Imports

@Test(arguments: Templates.names)
func everyTemplateIsTakenInAsItWasWritten(name: String) throws {
  let template = try Templates.open(name)
  let bytes = try template.workbook(madeOn: #require(day), rows: [Samples.row(template)])
  let base = try base(
    [Samples.known],
    profile: template.profile.rawValue,
    more: ",\"wages\":[\(Samples.wage)]"
  )
  let outcome = try take(bytes, Templates.all(), base: base)
  #expect(outcome.said.filter { $0.contains("错误") } == [])
  #expect(outcome.isWhole && outcome.rowCount == 1)
  #expect(!outcome.diagnostics.contains { $0.severity == .warning }, "\(outcome.said)")
  let file = try openRecords(ByteSource(name: "记录.json", bytes: outcome.records)) { row in
    if case .refused(let rejection) = row { Issue.record("\(rejection.reasons)") }
  }
  #expect(file.diagnostics.isEmpty, "\(file.diagnostics.map(\.description))")
  for part in template.makes {
    #expect(outcome.text.contains("\"\(part.listName)\": [\n"), "\(outcome.text)")
  }
}

@Test(arguments: Templates.names)
func everyEmptyTemplateIsRecognisedAndHoldsNoRow(name: String) throws {
  let template = try Templates.open(name)
  let book = try Spreadsheet(template.workbook(madeOn: #require(day)))
  let (sheet, complaints) = try chooseSheet(of: book, file: "a", among: Templates.all())
  #expect(sheet?.template.name == name)
  #expect(complaints.isEmpty, "\(complaints)")
  let found = try #require(sheet)
  let base = try base(profile: template.profile.rawValue)
  let outcome = try importRows(of: found, in: book, file: "a", base: base)
  #expect(outcome.rowCount == 0)
  #expect(book.sheets.contains { $0.name == "注意事项" && !$0.isHidden })
}

@Test(arguments: Templates.names)
func everyTemplateHasTheSameBytesEveryTime(name: String) throws {
  let template = try Templates.open(name)
  #expect(
    try template.workbook(madeOn: #require(day)) == template.workbook(madeOn: #require(day))
  )
}

@Test func bandsAreReadFromTextFilesToo() throws {
  let template = try Templates.open("shanxi-payment")
  let text = """
    退休人员发放信息变更申请表,,,,,,,
    基本信息（必填）,,,,,养老待遇账户变更信息,,
    序号,退休人员姓名,证件类型（下拉选择）,证件号码,手机号码,银行账号,银行类别（下拉选择）,是否使用社保卡（下拉选择）
    1,马示例,01.居民身份证(户口簿),\(Samples.knownNumber),13500000001,6222020000000000018,示例银行,否
    2,,01.居民身份证(户口簿),,,,,
    """
  let outcome = try take(Array(text.utf8), Templates.all(), base: base(profile: "CN-SX"))
  #expect(outcome.isWhole, "\(outcome.said)")
  #expect(outcome.rowCount == 1)
  #expect(template.headingDepth == 2)
  #expect(outcome.text.contains("\"bank\":{\"account\":\"6222020000000000018\""))
}

@Test func likeNamedColumnsAreToldApartByTheirBand() throws {
  let template = try Templates.open("shanxi-recruit")
  var row = Samples.row(template)
  let wages = template.columns.indices.filter { template.columns[$0].label == "工资" }
  #expect(wages.count == 2)
  row[wages[0]] = "4100.00"
  row[wages[1]] = "4200.00"
  let bytes = try template.workbook(madeOn: #require(day), rows: [row])
  let outcome = try take(bytes, [template], base: base(profile: "CN-SX"))
  #expect(outcome.text.contains("\"wage\":\"4100.00\""))
  #expect(outcome.text.contains("\"monthly\":\"4200.00\""))
}

@Test func wageSheetsMustAgreeWithTheSystem() throws {
  let template = try Templates.open("zhuzhou-wages")
  let ids = "\"ids\":{\"medical\":\"M1\",\"injury\":\"G1\",\"unemployment\":\"S1\"}"
  let units = "\"unitIds\":{\"medical\":\"U1\",\"injury\":\"U2\",\"unemployment\":\"U3\"}"
  let system = """
    ,"wages":[{\(ids),\(units),"name":"马示例","idNumber":"\(resident(101))","oldWage":"4000.00"}]
    """
  let base = try base(profile: "CN-HN-ZHUZHOU", more: system)
  let right = [
    "医疗个人ID": "M1", "工伤个人ID": "G1", "失业个人ID": "S1", "医疗单位ID": "U1", "工伤单位ID": "U2",
    "失业单位ID": "U3", "个人社会保障号/身份证号": resident(101), "姓名": "马示例", "申报工资": "5000",
  ]
  let wrong = right.merging(["医疗个人ID": "M2"]) { $1 }
  let stranger = right.merging(["个人社会保障号/身份证号": resident(105)]) { $1 }
  let outcome = try take(template.filled([right, wrong, stranger]), Templates.all(), base: base)
  #expect(outcome.refusedCount == 2)
  #expect(outcome.said.contains { $0.contains("第 3 行 B 列：错误：模板数据与系统不一致，无法导入：医疗个人ID") })
  #expect(outcome.said.contains { $0.contains("第 4 行 H 列：错误：模板数据与系统不一致，无法导入：系统中没有此人") })
  #expect(outcome.text.contains("\"newWage\":\"5000\""))
  let handedOut = template.rows(from: base)
  #expect(handedOut.count == 1)
  #expect(handedOut[0].prefix(5) == ["1", "M1", "G1", "S1", "U1"])
  #expect(try Templates.open("jilin-new").rows(from: base).isEmpty)
}

@Test func aWageSheetWithoutTheSystemsDataIsTakenInWithAWarning() throws {
  let template = try Templates.open("zhuzhou-wages")
  let row = ["个人社会保障号/身份证号": resident(101), "姓名": "马示例", "申报工资": "5000"]
  let outcome = try take(template.filled([row]), [template], base: base(profile: "CN-HN-ZHUZHOU"))
  #expect(outcome.isWhole)
  #expect(outcome.said.contains { $0.contains("无法核对模板数据与系统是否一致") })
}

@Test func contractDatesThatDifferFromTheFileAreRefused() throws {
  let template = try Templates.open("shanxi-dissolve")
  var row = Samples.row(template)
  let start = try #require(template.columns.firstIndex { $0.field == "c.startDate" })
  row[start] = "20251108"
  let bytes = try template.workbook(madeOn: #require(day), rows: [row])
  let outcome = try take(bytes, [template], base: base([Samples.known], profile: "CN-SX"))
  #expect(outcome.refusedCount == 1)
  #expect(outcome.said.contains { $0.contains("原劳动合同开始时间与原备案不一致") })
}

@Test func aRowOfNothingButAPersonIsRefused() throws {
  let template = try Templates.open("shanxi-dissolve")
  let row = ["姓名": "马示例", "证件号码": Samples.knownNumber, "联系电话": "13500000001"]
  let outcome = try take(
    template.filled([row]),
    [template],
    base: base([Samples.known], profile: "CN-SX")
  )
  #expect(outcome.said.contains { $0.contains("只填了基本信息，没有填写要办的事项") })
}

@Test func missingStrangeAndRepeatedColumnsAreTold() throws {
  let template = try Templates.open("zhuzhou-decrease")
  let text = """
    姓名,姓 名*,公民身份号码,减少类型,减少原困,险种,停保年月,内部备注
    马示例,马示例,\(resident(101)),暂停参保,合同解除,410,2026-12,x
    """
  let book = try Spreadsheet(Array(text.utf8))
  let (sheet, complaints) = try chooseSheet(of: book, file: "减.csv", among: [template])
  #expect(sheet == nil)
  let said = complaints.map(\.description)
  #expect(said.contains { $0.contains("错误：缺少“减少原因”一列") })
  #expect(said.contains { $0.contains("E 列：警告：多出的“减少原困”一列没有读取；是否想写“减少原因”？") })
  #expect(said.contains { $0.contains("H 列：警告：多出的“内部备注”一列没有读取") })
  #expect(said.contains { $0.contains("B 列：错误：“姓名”出现了两列") })
}

@Test func aSheetThatFitsNothingIsRefused() throws {
  let book = try Spreadsheet(Array("甲,乙,丙\n1,2,3\n".utf8))
  let (sheet, complaints) = try chooseSheet(of: book, file: "x.csv", among: Templates.all())
  #expect(sheet == nil)
  #expect(complaints.map(\.code) == ["import.unknownSheet"])
}

@Test func mistakesInADescriptionAreToldWithTheirPlace() {
  let (template, complaints) = openImportTemplate(
    """
    name: x
    title: 某表
    summary: 一句话。
    profile: CN-XX
    idPrefix: X
    makes: [filing, lease]
    columns:
      - {label: 姓名, field: q.name}
      - {field: e.name}
      - {label: 性别, field: e.sex, widht: 3, choices: 没有的代码表}
    fill: {w.name: x}
    """,
    file: "x.yaml"
  )
  #expect(template == nil)
  let said = complaints.map(\.description)
  #expect(said.contains { $0.hasPrefix("x.yaml:4:") && $0.contains("CN-JL") })
  #expect(said.contains { $0.hasPrefix("x.yaml:6:") })
  #expect(said.contains { $0.hasPrefix("x.yaml:8:") && $0.contains("没有字段“q.name”") })
  #expect(said.contains { $0.hasPrefix("x.yaml:9:") && $0.contains("缺少必填的键“label”") })
  #expect(said.contains { $0.contains("widht") && $0.contains("width") })
  #expect(said.contains { $0.hasPrefix("x.yaml:10:") && $0.contains("用工形式") })
  #expect(said.contains { $0.contains("没有字段“w.name”") })
}

@Test(arguments: [
  ("姓名", "姓 名*", true), ("姓名", "★姓名（必填）", true), ("证件号码", "证件号码:", true),
  ("变更（减员）原因", "变更(减员)原因 （下拉选择）", true), ("医疗个人ID", "医疗个人ｉｄ", true),
  ("姓名", "姓名二", false),
])
func headingsAreComparedByTheirWords(one: String, other: String, isSame: Bool) {
  let (one, other) = (HeadingText(one), HeadingText(other))
  #expect((one.full == other.full || one.bare == other.bare) == isSame)
}

@Test func theExampleOfTheContentGuideIsSound() throws {
  let guide = Templates.folder.deletingLastPathComponent().appending(path: "README.md")
  let text = try String(contentsOf: guide, encoding: .utf8)
  let start = try #require(text.range(of: "```yaml\nname: short-list\n"))
  let end = try #require(text.range(of: "\n```", range: start.upperBound..<text.endIndex))
  let yaml = "name: short-list\n" + text[start.upperBound..<end.lowerBound]
  let (template, complaints) = openImportTemplate(yaml, file: "short-list.yaml")
  #expect(template != nil && complaints.isEmpty, "\(complaints.map(\.description))")
}
