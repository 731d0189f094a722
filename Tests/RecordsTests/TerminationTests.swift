import Calendar
import Diagnostics
import Records
import TestSupport
import Testing

private func missing(_ label: String) -> String {
  "错误：必填项未填写：\(label)；请补填\(label) [V-09]"
}

private func unwritten(_ label: String) -> String {
  "错误：证明书缺少法定内容：\(label)；请补填\(label)（《劳动合同法实施条例》第二十四条） [V-46]"
}

private let judgements: [Judgement] = [
  Judgement("termination", nil, missing("解除（终止）信息")),
  Judgement("termination.type", nil, missing("解除或终止")),
  Judgement("termination.type", "\"辞退\"", "错误：解除或终止的值不认识；现为“辞退”；应为解除、终止 [record.unknownCode]"),
  Judgement("termination.reasonCode", nil, missing("解除（终止）原因")),
  Judgement("termination.reasonCode", "\"职工个人原因\""),
  Judgement("termination.reasonCode", "\"劳动合同期满\""),
  Judgement(
    "termination.reasonCode",
    "\"T44\"",
    "错误：解除（终止）原因的值不认识；现为“T44”；应为解除（终止）原因代码表中的值 [record.unknownCode]"
  ),
  Judgement("termination.date", nil, unwritten("解除（终止）日期")),
  Judgement("contract.position", nil, unwritten("工作岗位")),
  Judgement("contract.termType", "\"\"", unwritten("合同类别")),
  Judgement("contract.startDate", nil, unwritten("合同起始日期")),
  Judgement("contract.hireDate", nil, unwritten("用工起始日期")),
  Judgement("contract.workLocation", nil, missing("工作地点")),
  Judgement("termination.date", "\"2023-11-08\""),
  Judgement(
    "termination.date",
    "\"2023-11-07\"",
    "错误：解除（终止）日期早于用工起始日期；现为“2023-11-08 至 2023-11-07” [V-47]"
  ),
  Judgement("termination.serviceYears", "80"),
  Judgement("termination.serviceYears", "81", "错误：工作年限（年）应为 0 至 80 的整数；现为“81” [record.number]"),
  Judgement("termination.serviceMonths", "11"),
  Judgement("termination.serviceMonths", "12", "错误：工作年限（月）应为 0 至 11 的整数；现为“12” [record.number]"),
  Judgement("termination.serviceMonths", "-1", "错误：工作年限（月）应为 0 至 11 的整数；现为“-1” [record.number]"),
  Judgement("termination.basis", nil, "警告：必填项未填写：法律依据；请补填法律依据 [V-09]"),
  Judgement("termination.basis", "[]", "警告：必填项未填写：法律依据；请补填法律依据 [V-09]"),
  Judgement("termination.basis", #"["第四十四条"]"#),
  Judgement(
    "termination.basis",
    #"["LCL-44-x"]"#,
    "错误：法律依据无法识别；现为“LCL-44-x”；应为LCL-46-5（第四十六条第五项）、LCL-38-p2（第二款）一类的写法，或中文条款 [record.basis]"
  ),
  Judgement("termination.basis", "[44]", "错误：法律依据的类型不对；现为“数字 44”；应为字符串 [json.type]"),
  Judgement("termination.compensation", nil, "警告：必填项未填写：经济补偿；请补填经济补偿 [V-09]"),
  Judgement("termination.compensation", #"{"payable":false}"#),
  Judgement("termination.compensation", "{}", missing("是否应支付经济补偿")),
  Judgement("termination.compensation.amount", nil, missing("经济补偿金额")),
  Judgement(
    "termination.compensation.amount",
    "\"15000.001\"",
    "错误：经济补偿金额：金额应为阿拉伯数字，最多两位小数；现为“15000.001”；应为3500.00 一类的数字，不带逗号、单位和汉字 [V-07]"
  ),
  Judgement(
    "termination.compensation.amount",
    "\"壹万元\"",
    "错误：经济补偿金额：金额应为阿拉伯数字，最多两位小数；现为“壹万元”；应为3500.00 一类的数字，不带逗号、单位和汉字 [V-07]"
  ),
  Judgement("termination.compensation.months", "\"3.5\""),
  Judgement("termination.compensation.months", "3"),
  Judgement(
    "termination.compensation.months",
    "\"三\"",
    "错误：经济补偿月数应为数字；现为“三”；应为3 或 3.5 一类的数字 [record.number]"
  ),
  Judgement("termination.compensation.months", "[]", "错误：经济补偿月数的类型不对；现为“数组”；应为字符串 [json.type]"),
  Judgement("termination.compensation.paid", "\"是\"", "警告：是否已支付经济补偿已读作 true；现为“是” [record.alias]"),
  Judgement("termination.certificate", nil),
  Judgement(
    "termination.certificate.issueDate",
    "\"2026年11月7日\"",
    "警告：证明书出具日期：日期写作yyyy年M月d日，已读作 2026-11-07；现为“2026年11月7日”；应为yyyy-MM-dd [V-06a]"
  ),
  Judgement("termination.handoverDone", "\"否\"", "警告：是否办理工作交接已读作 false；现为“否” [record.alias]"),
]

@Test(arguments: judgements)
func everyRuleOfATerminationSpeaksItsWords(_ judgement: Judgement) throws {
  try judgement.check(.terminate)
}

@Test func aTerminationOfAnotherKindIsReadWhereItStands() throws {
  let ending = #"{"type":"解除","reasonCode":"T36E","date":"2026-12-01"}"#
  let said = try judged(try row(3, .new, [Edit("termination", ending)])).said
  #expect(said.map(\.severity) == [.warning, .warning])
  let broken = try judged(try row(3, .new, [Edit("termination", "{}")]))
  #expect(
    broken.rejection?.reasons.map(\.code).sorted() == Array(repeating: "V-09", count: 4) + ["V-46"]
  )
}

private let services: [(hire: String, start: String?, end: String, years: Int, months: Int)] = [
  ("2018-07-02", nil, "2021-10-08", 3, 3), ("2021-04-09", nil, "2021-10-08", 0, 6),
  ("2021-04-10", nil, "2021-10-08", 0, 5), ("2021-10-08", nil, "2021-10-08", 0, 0),
  ("2009-01-01", nil, "2021-12-31", 13, 0), ("2018-07-02", "2020-07-02", "2021-10-08", 1, 3),
  ("2020-10-09", nil, "2021-10-08", 1, 0), ("2020-10-10", nil, "2021-10-08", 0, 11),
]

@Test(arguments: services.indices)
func serviceIsCountedFromItsFirstToItsLastDay(_ index: Int) throws {
  let (hire, start, end, years, months) = services[index]
  let ending = try #require(
    try filing(
      .terminate,
      Edit("contract.hireDate", "\"\(hire)\""),
      Edit("termination.serviceStart", start.map { "\"\($0)\"" }),
      Edit("termination.date", "\"\(end)\""),
      Edit("termination.serviceYears", nil),
      Edit("termination.serviceMonths", nil)
    ).termination
  )
  #expect((ending.serviceYears, ending.serviceMonths) == (years, months))
  #expect(ending.serviceStart.description == start ?? hire)
}

@Test func whatTheRecordSaysOfServiceStands() throws {
  for (years, months, expected) in [
    ("5", "7", (5, 7)), ("5", nil, (5, 0)), (nil, "7", (0, 7)),
  ] as [(String?, String?, (Int, Int))] {
    let ending = try #require(
      try filing(
        .terminate,
        Edit("termination.serviceYears", years),
        Edit("termination.serviceMonths", months)
      ).termination
    )
    #expect((ending.serviceYears, ending.serviceMonths) == expected)
  }
}

@Test(arguments: TerminationReason.allCases)
func everyReasonLendsItsWordsAndArticles(_ reason: TerminationReason) throws {
  let ending = try #require(
    try filing(
      .terminate,
      Edit("termination.reasonCode", "\"\(reason.rawValue)\""),
      Edit("termination.reasonText", nil),
      Edit("termination.basis", "[]")
    ).termination
  )
  #expect(ending.reason == reason)
  #expect(ending.reasonText == reason.label)
  #expect(ending.basis.map(\.text) == reason.basis)
  #expect(ending.basis.allSatisfy { $0.place != nil })
}

@Test func theRecordsOwnWordsForReasonAndArticlesStand() throws {
  let ending = try #require(
    try filing(
      .terminate,
      Edit("termination.reasonText", "\"合同到期不再续签\""),
      Edit("termination.basis", #"["LCL-44-1","","公司章程第三条"]"#)
    ).termination
  )
  #expect(ending.reasonText == "合同到期不再续签")
  #expect(ending.basis.map(\.text) == ["LCL-44-1", "公司章程第三条"])
  #expect(ending.basis.map { $0.place == nil } == [false, true])
}

@Test func everyPartOfATerminationIsRead() throws {
  let ending = try #require(
    try filing(
      .terminate,
      Edit("termination.noticeDate", "\"2026-10-01\""),
      Edit("termination.noticeForm", "\"书面\""),
      Edit("termination.handoverDone", "true"),
      Edit("termination.unionNotifiedDate", "\"2026-09-30\""),
      Edit("termination.personCategory", "\"合同期满\""),
      Edit("termination.compensation.noticePay", "\"5000\""),
      Edit("termination.compensation.paid", nil),
      Edit("termination.compensation.months", "3.5"),
      Edit("termination.compensation.paidDate", "\"2026-11-08\""),
      Edit("termination.certificate.deliveredDate", "\"2026-11-09\""),
      Edit("termination.certificate.delivery", "\"邮寄\""),
      Edit("termination.certificate.receiver", "\"李示例\"")
    ).termination
  )
  #expect((ending.noticeDate?.description, ending.noticeForm) == ("2026-10-01", "书面"))
  #expect(ending.handoverDone == true)
  #expect(ending.unionNotifiedDate?.description == "2026-09-30")
  #expect(ending.personCategory == "合同期满")
  let pay = try #require(ending.compensation)
  #expect((pay.payable, pay.paid, pay.months) == (true, false, "3.5"))
  #expect((pay.baseWage, pay.amount) == (Money(fen: 500_000), Money(fen: 1_500_000)))
  #expect((pay.noticePay, pay.paidDate?.description) == (Money(fen: 500_000), "2026-11-08"))
  let certificate = try #require(ending.certificate)
  #expect(certificate.no == "JZ-2026-000003")
  #expect(certificate.issueDate?.description == "2026-11-07")
  #expect(certificate.deliveredDate?.description == "2026-11-09")
  #expect((certificate.delivery, certificate.receiver) == ("邮寄", "李示例"))
}
