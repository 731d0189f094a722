import Calendar
import Diagnostics
import TestSupport
import Testing

@testable import Records

/// A head with every member of the employer filled in.
private func fullHead() throws -> String {
  try head([
    Edit("employer.orgCode", "\"MA0Y00008\""), Edit("employer.ownership", "\"国有\""),
    Edit("employer.registeredCapital", "\"500\""), Edit("employer.phone", "\"0431-88888888\""),
    Edit("employer.addresses.registered", "\"注册地\""),
    Edit("employer.addresses.business", "\"经营地\""),
    Edit("employer.legalRep.idNumber", "\"F1\""), Edit("employer.ssUnitNo", "\"2201\""),
    Edit("employer.ssRegNo", "\"社险1\""), Edit("employer.superior", "\"上级\""),
    Edit("employer.account", "\"shili2026\""),
    Edit("employer.reviewOrg", #"{"code":"L1","name":"长春市劳动关系"}"#),
    Edit("employer.review.opinion", "\"材料齐全\""),
    Edit("employer.review.handledAt", "\"2026-01-12 15:30:00.0\""),
    Edit(
      "employer.stats",
      #"""
      {"wageTotalLastYear":"312","avgMonthlyWageLastYear":"5000","arrearsTotal":"0","arrearsPeople":0,
      "vacancies":3,"staff":52,"male":30,"female":22,"onDuty":50,"offDuty":2,"migrant":11,"shouldSign":51,
      "signed":50,"taskContracts":1,"under3y":19,"from3to10y":20,"over10yOrOpen":10}
      """#
    ),
  ])
}

/// A row with every member that a form can print filled in.
private func fullRow() throws -> String {
  try row(
    3,
    .terminate,
    [
      Edit("rosterNo", "\"M-1\""), Edit("submittedAt", "\"2026-11-10\""),
      Edit("voidedAt", "\"2026-11-11\""), Edit("revokedAt", "\"2026-11-12\""),
      Edit("remark", "\"备注\""), Edit("review.opinion", "\"同意\""),
      Edit("employee.idNumber", "\"110101199003077715\""), Edit("employee.sex", "\"男\""),
      Edit("employee.nationality", "\"中国\""), Edit("employee.ethnicity", "\"汉族\""),
      Edit("employee.education", "\"本科\""), Edit("employee.hukouType", "\"城镇\""),
      Edit("employee.hukouAddress", "\"户籍地\""), Edit("employee.retirementCategory", "\"male60\""),
      Edit("employee.workStartDate", "\"2012-07-01\""), Edit("employee.specialWork", "false"),
      Edit("employee.plannedRetirement", "\"2043-07-01\""),
      Edit("employee.idValidTo", "\"2031-03-07\""),
      Edit("employee.bank", #"{"account":"6222020000000000000","bankCode":"工行","useSsCard":true}"#),
      Edit("contract.no", "\"LD-1\""), Edit("contract.position", "\"会计\""),
      Edit("contract.task", "\"装机\""), Edit("contract.taskEndCondition", "\"验收\""),
      Edit("contract.jobCategory", "\"财务\""), Edit("contract.duties", "\"记账\""),
      Edit("contract.hazards", "\"无\""), Edit("contract.employmentForm", "\"劳务派遣\""),
      Edit("contract.workTime", #"{"system":"comprehensive","cycle":"季","approvalNo":"1号"}"#),
      Edit(
        "contract.wage",
        #"""
        {"type":"base+performance","monthly":"3500","hourly":"25","pieceRate":"每件2元","base":"2000",
        "performanceRule":"按季","other":"年底双薪","payDay":"15","probation":"2800"}
        """#
      ),
      Edit(
        "contract.probation",
        #"{"startDate":"2023-11-08","endDate":"2024-02-07","wage":"2900"}"#
      ),
      Edit(
        "contract.dispatch",
        #"{"hostUnit":"物流公司","hostUscc":"9122","start":"2023-11-08","end":"2025-11-07","post":"分拣"}"#
      ),
      Edit("contract.clauses", #"[{"no":"一","text":"保密"},"竞业"]"#),
      Edit(
        "contract.prior",
        #"{"contractNo":"LD-0","startDate":"2020-11-08","endDate":"2023-11-07","termType":"fixed","sequence":1}"#
      ),
      Edit("termination.noticeDate", "\"2026-10-01\""), Edit("termination.noticeForm", "\"书面\""),
      Edit("termination.handoverDone", "true"),
      Edit("termination.unionNotifiedDate", "\"2026-09-30\""),
      Edit("termination.personCategory", "\"期满\""),
      Edit("termination.compensation.noticePay", "\"5000\""),
      Edit("termination.compensation.paidDate", "\"2026-11-08\""),
      Edit("termination.certificate.deliveredDate", "\"2026-11-09\""),
      Edit("termination.certificate.delivery", "\"邮寄\""),
      Edit("termination.certificate.receiver", "\"李示例\""),
      Edit("termination.archiveTransferredDate", "\"2026-11-10\""),
      Edit("termination.insuranceTransferredDate", "\"2026-11-11\""),
      Edit("termination.unemploymentReportedDate", "\"2026-11-12\""),
    ]
  )
}

private func fullSubject() throws -> FieldSubject {
  let head = try fullHead()
  let (file, outcomes) = try open([head, try fullRow()].joined(separator: "\n"))
  let filing = try #require(outcomes.first?.filing, "\(outcomes.first?.said ?? [])")
  #expect(filing.notices.isEmpty)
  var subject = FieldSubject(batch: file.batch, filing: filing, seq: 7)
  subject.item = ItemValue(
    "保密",
    members: ["no": .text("一"), "text": .text("保密"), "label": .text("名"), "code": .text("码")]
  )
  subject.result = RowResult(
    row: 9,
    name: "李示例",
    sketch: RowSketch(
      idNumber: "220104198605040039",
      sex: "女",
      startDate: "2021-10-08",
      endDate: "2024-2-30"
    ),
    isUsable: false,
    diagnostics: [
      Diagnostic("V-28", .error, "模板不对", expected: "2018"), Diagnostic("V-08", .warning, "日期晚"),
      Diagnostic("V-28", .error, "另一处"), Diagnostic("V-16", .error, "没有终止日期"),
    ]
  )
  for field in FieldCatalogue.fields where field.list == nil && field.value(subject) == nil {
    switch field.kind {
    case .integer: subject.given[field.path] = .integer(17)
    case .money: subject.given[field.path] = .money(Money(fen: 4_950_000))
    default: subject.given[field.path] = .text("给定")
    }
  }
  return subject
}

@Test func everyFieldPrintsFromAFullRecord() throws {
  let subject = try fullSubject()
  let lines = FieldCatalogue.fields.filter { $0.list == nil }.map { field in
    "\(field.path) | \(field.label) | \(field.kind.rawValue) | "
      + (field.value(subject)?.printed ?? "——")
  }
  try expectGolden(lines.joined(separator: "\n") + "\n", "every-field.txt")
}

@Test func onlyWhatTheIssuingStepGivesComesFromOutside() throws {
  let given = try fullSubject().given.keys.sorted()
  #expect(
    given == [
      "copy.label", "copy.no", "form.copies", "form.title", "roster.check",
      "roster.compensated", "roster.compensationSum", "roster.count", "roster.dissolved",
      "roster.excluded", "roster.female", "roster.male",
      "roster.no", "roster.terminated", "roster.wageSum", "upload.failed", "upload.file",
      "upload.passed", "upload.total",
    ]
  )
}

@Test func aRosterHeadShowsOnlyWhatNeedsNoFiling() throws {
  var subject = try fullSubject()
  subject.filing = nil
  for field in FieldCatalogue.fields where field.needsFiling {
    #expect(field.value(subject) == nil, "\(field.path)")
  }
  for field in FieldCatalogue.fields where !field.needsFiling && field.list == nil {
    #expect(field.value(subject) != nil, "\(field.path)")
  }
}

@Test func listsAreThoseThatASectionMayRepeat() {
  let lists = FieldCatalogue.fields.filter { $0.isList && $0.list == nil }.map(\.path)
  #expect(lists == ["c.clauses", "c.insuranceKinds", "emp.attachments", "t.basis"])
}

/// Only a fixed term after two fixed ones needs the employee's own word for it.
@Test(arguments: [
  ("3", "fixed", "是"), ("4", "fixed", "是"), ("2", "fixed", "否"), ("3", "open", "否"),
])
func aThirdFixedTermIsToldFromOthers(_ sequence: String, _ prior: String, _ word: String) throws {
  let edits = [
    Edit("contract.sequence", sequence), Edit("contract.prior.termType", "\"\(prior)\""),
  ]
  #expect(try printed("c.isFixedAgain", .renew, edits) == word)
}

/// Returns what a path prints for a changed row.
private func printed(
  _ path: String,
  _ kind: RecordFixtures.Kind,
  _ edits: [Edit]
) throws -> String? {
  let (file, outcomes) = try open(RecordFixtures.document([try row(3, kind, edits)]))
  let filing = try #require(outcomes.first?.filing, "\(outcomes.first?.said ?? [])")
  let field = try #require(FieldCatalogue[path])
  return field.value(FieldSubject(batch: file.batch, filing: filing))?.printed
}

private let pays: [(json: String?, text: String)] = [
  (nil, "无"), (#"{"payable":false}"#, "无"), (#"{"payable":true,"amount":"0"}"#, "无"),
  (#"{"payable":true,"amount":"0.01"}"#, "0.01"),
  (#"{"payable":true,"amount":"999.99"}"#, "999.99"),
  (#"{"payable":true,"amount":"49500"}"#, "49,500.00"),
  (#"{"payable":true,"amount":"1234567.5"}"#, "1,234,567.50"),
]

@Test func severancePayPrintsGroupedOrAsNone() throws {
  for (json, text) in pays {
    let edits = [Edit("termination.compensation", json)]
    #expect(try printed("t.compensationText", .terminate, edits) == text, "\(json ?? "∅")")
  }
}

private let spans: [(years: Int, months: Int, text: String)] = [
  (0, 0, "0个月"), (0, 11, "11个月"), (1, 0, "1年"), (3, 3, "3年3个月"), (80, 11, "80年11个月"),
]

@Test func serviceReadsInYearsAndMonths() throws {
  for (years, months, text) in spans {
    let edits = [
      Edit("termination.serviceYears", "\(years)"), Edit("termination.serviceMonths", "\(months)"),
    ]
    #expect(try printed("t.serviceText", .terminate, edits) == text)
  }
}

private let terms: [(type: String, end: String?, endText: String, period: String)] = [
  ("fixed", "\"2029-11-07\"", "2029-11-07", "自2026年11月8日起至2029年11月7日止"),
  ("open", nil, "无固定期限", "自2026年11月8日起，无固定期限"),
  ("task", nil, "任务完成时", "自2026年11月8日起至工作任务完成时止"),
  ("task", "\"2027-03-01\"", "2027-03-01", "自2026年11月8日起至2027年3月1日止"),
]

@Test func theEndOfATermHasWordsForEveryKind() throws {
  for (type, end, endText, period) in terms {
    let edits = [
      Edit("contract.termType", "\"\(type)\""), Edit("contract.endDate", end),
      Edit("contract.task", "\"装机\""),
    ]
    #expect(try printed("c.endDateText", .new, edits) == endText, "\(type)")
    #expect(try printed("c.periodText", .new, edits) == period, "\(type)")
  }
}

private let bases: [(json: String, long: String?, short: String?)] = [
  (#"["LCL-36"]"#, "《中华人民共和国劳动合同法》第三十六条", "第36条"),
  (
    #"["LCL-44-1","LCLR-22"]"#, "《中华人民共和国劳动合同法》第四十四条第（一）项、《中华人民共和国劳动合同法实施条例》第二十二条",
    "第44条第（一）项、实施条例第22条"
  ),
  (
    #"["LCL-36","LCL-46-2","公司章程"]"#, "《中华人民共和国劳动合同法》第三十六条、《中华人民共和国劳动合同法》第四十六条第（二）项、公司章程",
    "第36条、第46条第（二）项、公司章程"
  ),
  (#"["双方约定"]"#, "双方约定", "双方约定"),
]

@Test func theLegalBasisPrintsLongAndShort() throws {
  for (json, long, short) in bases {
    let edits = [Edit("termination.basis", json)]
    #expect(try printed("t.basisText", .terminate, edits) == long, "\(json)")
    #expect(try printed("t.basisShort", .terminate, edits) == short, "\(json)")
  }
}

@Test func fieldsFallBackInTheOrderTheyPromise() throws {
  let addresses = [("registered", "甲"), ("mailing", "乙"), ("business", "丙")]
  for (index, expected) in [(0, "甲"), (1, "乙"), (2, "丙")] {
    let edits = addresses.enumerated().map { place, address in
      Edit("employer.addresses.\(address.0)", place < index ? nil : "\"\(address.1)\"")
    }
    let subject = FieldSubject(batch: try open(try head(edits)).file.batch)
    #expect(FieldCatalogue["emp.address"]?.value(subject)?.printed == expected)
  }
  let phones: [([Edit], String?)] = [
    ([Edit("employer.phone", "\"0431-88888888\"")], "0431-88888888"), ([], "13500000003"),
    ([Edit("employer.agent", nil)], "13500000002"),
    ([Edit("employer.agent", nil), Edit("employer.contact", nil)], nil),
  ]
  for (edits, expected) in phones {
    let subject = FieldSubject(batch: try open(try head(edits)).file.batch)
    #expect(FieldCatalogue["emp.telephone"]?.value(subject)?.printed == expected)
  }
  let wage = Edit("contract.wage.probation", "\"2700\"")
  let probation = Edit("contract.probation", #"{"endDate":"2027-02-07","wage":"2800"}"#)
  #expect(try printed("c.wage.probation", .new, [wage, probation]) == "2700.00")
  #expect(try printed("c.wage.probation", .new, [probation]) == "2800.00")
  #expect(try printed("c.wage.probation", .new, []) == nil)
  #expect(try printed("c.probation.startDate", .new, [probation]) == "2026-11-08")
  #expect(try printed("c.probation.startDate", .new, []) == nil)
  #expect(try printed("c.probation.has", .new, [probation]) == "是")
  #expect(try printed("c.insuranceText", .new, [Edit("contract.insuranceKinds", "[]")]) == nil)
}

@Test func itemsOfAListKnowTheirMembers() throws {
  let subject = try fullSubject()
  func items(_ path: String) throws -> [ItemValue] {
    guard case .list(let items) = try #require(FieldCatalogue[path]).value(subject) else {
      return []
    }
    return items
  }
  let kinds = try items("c.insuranceKinds")
  #expect(kinds.map(\.text) == ["企业职工基本养老保险", "失业保险", "职工基本医疗保险", "工伤保险"])
  #expect(kinds.map { $0.members["code"]?.printed } == ["110", "210", "310", "410"])
  #expect(kinds.map { $0.members["label"] } == kinds.map { $0.members["text"] })
  let clauses = try items("c.clauses")
  #expect(clauses.map { $0.members["no"]?.printed } == ["一", "2"])
  #expect(clauses.map { $0.members["text"]?.printed } == clauses.map(\.text))
  let basis = try items("t.basis")
  #expect(basis.map { $0.members["code"]?.printed } == ["LCL-44-1", "LCL-46-5"])
  #expect(basis.first?.text == "《中华人民共和国劳动合同法》第四十四条第（一）项")
}

@Test(
  arguments: [
    ("e.nam", ["e.name"]), ("x.payDay", ["c.wage.payDay"]), ("证件号码", ["e.idNumber"]),
    ("employer.uscc", ["emp.uscc"]), ("zzzzzzzzzzzz", []),
  ] as [(String, [String])]
)
func suggestionsAreFewAndLikely(_ vector: (String, [String])) {
  let found = FieldCatalogue.suggestions(for: vector.0)
  #expect(found.count <= 3)
  #expect(Set(found).count == found.count)
  for path in vector.1 { #expect(found.contains(path), "\(vector.0): \(found)") }
  if vector.1.isEmpty { #expect(found.isEmpty) }
}
