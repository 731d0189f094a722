import Calendar
import Diagnostics
import Records
import Spreadsheets
import TestSupport
import Testing

@testable import Imports

/// A row of the template for new contracts that nothing is wrong with.
private func newRow(_ number: Int, _ changes: [String: String] = [:]) -> [String: String] {
  let row = [
    "姓名": "马示例", "身份证号码": resident(100 + number), "联系电话": "1350000\(1000 + number)",
    "合同编号": "LD-2026-\(number)", "合同文本": "劳动合同书（备案试运行文本）2018", "用工形式": "全日制",
    "合同类别": "固定期限", "合同起始日期": "2026-11-01", "合同结束日期": "2029-10-31",
    "岗位": "收银员", "工作地点": "长春市南关区示例路1号", "工资": "3500.00", "发工资日期": "4",
    "参保险种": "110、210、310、410",
  ]
  return row.merging(changes) { $1 }
}

/// Reads back a record file and returns its filings.
private func filings(_ outcome: ImportOutcome) throws -> [Filing] {
  var filings: [Filing] = []
  let file = try openRecords(ByteSource(name: "记录.json", bytes: outcome.records)) { row in
    switch row {
    case .accepted(let filing): filings.append(filing)
    case .refused(let rejection): Issue.record("\(rejection.reasons.map(\.description))")
    }
  }
  #expect(file.diagnostics.isEmpty, "\(file.diagnostics.map(\.description))")
  return filings
}

@Test func newContractsBecomeFilingsThatCheckAccepts() throws {
  let template = try Templates.open("jilin-new")
  let rows = [
    newRow(1),
    newRow(
      2,
      [
        "合同类别": "无固定期限", "合同结束日期": "无固定期限", "试用期结束日期": "", "用工形式": "非全日制用工",
        "参保险种": "养老，失业", "姓名": "阿示例·买买提",
      ]
    ),
    newRow(3, ["试用期结束日期": "2027-01-31", "试用期工资": "2800", "用工起始日期": "2026-10-28"]),
  ]
  let outcome = try take(template.filled(rows), Templates.all(), base: base())
  #expect(outcome.isWhole, "\(outcome.said)")
  #expect(outcome.rowCount == 3)
  let filings = try filings(outcome)
  #expect(filings.map(\.id) == ["XD-20261120-2", "XD-20261120-3", "XD-20261120-4"])
  #expect(filings.map(\.kind) == [.new, .new, .new])
  #expect(filings.map(\.contract.termType) == [.fixed, .open, .fixed])
  #expect(filings[1].contract.endDate == nil)
  #expect(filings[1].contract.insuranceKinds == [.pension, .unemployment])
  #expect(filings[2].contract.probation?.endDate?.description == "2027-01-31")
  #expect(filings[2].contract.probation?.wage?.description == "2800.00")
  #expect(
    filings.map(\.contract.hireDate.description) == ["2026-11-01", "2026-11-01", "2026-10-28"]
  )
  #expect(outcome.said.contains { $0.contains("“签订日期”有3行没有填写，已按“合同起始日期”填入") })
}

@Test func everyProblemIsToldWithItsCell() throws {
  let template = try Templates.open("jilin-new")
  let number = resident(101)
  let wrong = number.dropLast() + (number.hasSuffix("1") ? "2" : "1")
  let rows = [
    newRow(1, ["身份证号码": String(wrong), "合同起始日期": "2026-02-30"]),
    newRow(2, ["身份证号码": String(wrong)]),
    newRow(3),
    newRow(4, ["工资": "三千五百", "用工形式": "全日致", "联系电话": ""]),
    newRow(5, ["合同结束日期": "2026-10-31"]),
  ]
  let outcome = try take(template.filled(rows), [template], base: base())
  #expect(outcome.rowCount == 5)
  #expect(outcome.refusedCount == 4)
  let said = outcome.said
  #expect(said.contains { $0.hasPrefix("名单.xlsx“合同新订”第 2 行 J 列：错误：日期无效：合同起始日期") })
  #expect(said.contains { $0.hasPrefix("名单.xlsx“合同新订”第 3 行 B 列：错误：") && $0.contains("校验码") })
  #expect(said.contains { $0.hasPrefix("名单.xlsx“合同新订”第 5 行 O 列：错误：工资：金额应为") })
  #expect(said.contains { $0.contains("第 5 行 G 列：错误：用工形式不在可选的内容之内") && $0.contains("是否想写“全日制”？") })
  #expect(said.contains { $0.contains("第 5 行 D 列：错误：必填项未填写：联系电话") })
  #expect(said.contains { $0.contains("第 6 行 K 列：错误：合同终止日期应晚于起始日期") })
  #expect(try filings(outcome).map(\.id) == ["XD-20261120-4"])
}

@Test func terminationsGoOnWithTheContractOnFile() throws {
  let template = try Templates.open("jilin-termination")
  let known = RecordFixtures.filing(3, name: "张示例")
  let (person, _) = BaseRecords.open(
    Array((RecordFixtures.head().dropLast() + ",\"filings\":[\(known)]}").utf8),
    file: "单位.json"
  )
  let number = try #require(known.split(separator: "\"idNumber\":\"").last?.prefix(18))
  let rows = [
    ["姓名": "张示例", "身份证号码": String(number), "终止或解除时间": "2026-11-15", "终止或解除原因": "职工个人原因"],
    ["姓名": "李示例", "身份证号码": String(number), "终止或解除时间": "2026-11-15", "终止或解除原因": "劳动合同期满"],
    ["姓名": "王示例", "身份证号码": resident(201), "终止或解除时间": "2026-11-15", "终止或解除原因": "劳动合同期满"],
  ]
  let outcome = try take(template.filled(rows), Templates.all(), base: #require(person))
  let filing = try #require(filings(outcome).first)
  #expect(filing.kind == .terminate)
  #expect(filing.contract.no == "LD-2026-000003")
  #expect(filing.termination?.reason == .resigned)
  #expect(filing.termination?.type == .dissolved)
  #expect(outcome.refusedCount == 2)
  #expect(outcome.said.contains { $0.contains("第 3 行 A 列：错误：姓名与原备案不一致") })
  #expect(outcome.said.contains { $0.contains("第 4 行 B 列：错误：没有找到此人的劳动合同") })
}

@Test func renewalsTakeTheEarlierContractFromTheFile() throws {
  let template = try Templates.open("jilin-renewal")
  let known = RecordFixtures.filing(3, name: "张示例")
  let number = try #require(known.split(separator: "\"idNumber\":\"").last?.prefix(18))
  var row = newRow(1, ["姓名": "张示例", "身份证号码": String(number), "用工起始日期": "2023-11-01"])
  row["合同起始日期"] = "2029-11-08"
  row["合同结束日期"] = "2032-11-07"
  let outcome = try take(template.filled([row]), [template], base: base([known]))
  let filing = try #require(filings(outcome).first)
  #expect(filing.kind == .renew)
  #expect(filing.contract.prior?.contractNo == "LD-2026-000003")
  #expect(filing.contract.prior?.endDate?.description == "2029-11-07")
  #expect(filing.contract.sequence == 2)
}

@Test(arguments: ["9223372036854775807", "99", "-1", "一"])
func aSequenceThatNobodyCanCountOnIsRefused(_ sequence: String) throws {
  let template = try Templates.open("jilin-renewal")
  let known = RecordFixtures.filing(3, name: "张示例")
    .replacing(#""sequence":1"#, with: #""sequence":"\#(sequence)""#)
  let number = try #require(known.split(separator: "\"idNumber\":\"").last?.prefix(18))
  var row = newRow(1, ["姓名": "张示例", "身份证号码": String(number), "用工起始日期": "2023-11-01"])
  row["合同起始日期"] = "2029-11-08"
  row["合同结束日期"] = "2032-11-07"
  let outcome = try take(template.filled([row]), [template], base: base([known]))
  #expect(outcome.refusedCount == 1)
  #expect(outcome.said.contains { $0.contains("第几次订立") }, "\(outcome.said)")
}

@Test func aRenewalWithoutAnEarlierContractIsRefused() throws {
  let template = try Templates.open("jilin-renewal")
  let row = newRow(1, ["用工起始日期": "2023-11-01"])
  let outcome = try take(template.filled([row]), [template], base: base())
  #expect(outcome.refusedCount == 1)
  #expect(outcome.said.contains { $0.contains("必填项未填写：原合同") })
}

@Test func textFilesAreTakenInAsWell() throws {
  let known = RecordFixtures.filing(3, name: "张示例")
  let number = try #require(known.split(separator: "\"idNumber\":\"").last?.prefix(18))
  let text = """
    姓 名（必填）,身份证号码*,终止或解除时间,终止或解除原因,失败原因
    　张示例 ,'\(number),2026年11月15日,职工个人原因,无此人
    """
  let outcome = try take(Array(text.utf8), Templates.all(), base: base([known]))
  #expect(outcome.isWhole, "\(outcome.said)")
  #expect(try filings(outcome)[0].termination?.date.description == "2026-11-15")
  #expect(outcome.said.contains { $0.contains("A 列：提示：首尾的空格") })
  #expect(outcome.said.contains { $0.contains("C 列：提示：日期的写法已统一") })
}

@Test func noMessageHoldsAWholeIdentityNumber() throws {
  let template = try Templates.open("jilin-new")
  let rows = (1...5).map { newRow($0, ["工资": resident(100 + $0), "姓名": resident(100 + $0)]) }
  let outcome = try take(template.filled(rows), [template], base: base())
  #expect(outcome.refusedCount == 5)
  for number in (1...5).map({ resident(100 + $0) }) {
    #expect(!outcome.said.contains { $0.contains(number) })
  }
}

@Test func theSameSheetGivesTheSameRecords() throws {
  let template = try Templates.open("jilin-new")
  let bytes = try template.filled((1...30).map { newRow($0) })
  let one = try take(bytes, [template], base: base())
  let other = try take(bytes, [template], base: base())
  #expect(one.records == other.records)
  #expect(one.said == other.said)
}

@Test func aSheetThatNearlyFitsIsToldWhichColumnItLacks() throws {
  let text = "姓名,身份证号码,终止及解除时间,终止或解除原因,失败原因\n马示例,1,2026-11-15,职工个人原因,\n"
  let book = try Spreadsheet(Array(text.utf8))
  let (sheet, said) = try chooseSheet(of: book, file: "a.csv", among: Templates.all())
  #expect(sheet == nil)
  let lines = said.map(\.description)
  #expect(lines.contains { $0.contains("缺少“终止或解除时间”一列") && $0.contains("jilin-termination") })
  #expect(lines.contains { $0.contains("C 列") && $0.contains("是否想写“终止或解除时间”？") }, "\(lines)")
}
