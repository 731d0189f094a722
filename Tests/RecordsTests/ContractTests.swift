import Calendar
import Diagnostics
import Records
import TestSupport
import Testing

private func missing(_ label: String) -> String {
  "错误：必填项未填写：\(label)；请补填\(label) [V-09]"
}

/// The members of a contract without which it lacks what article 17 demands.
private let statutory: Set<String> = [
  "contract.termType", "contract.startDate", "contract.position", "contract.workLocation",
  "contract.workTime", "contract.workTime.system", "contract.wage", "contract.insuranceKinds",
]

/// Returns what is said where the member at `path` of a new filing is not there.
private func missing(_ label: String, at path: String) -> String {
  guard statutory.contains(path) else { return missing(label) }
  return "错误：劳动合同缺少必备条款：\(label)；请补填\(label)（《劳动合同法》第十七条） [V-11]"
}

private func wanted(_ label: String) -> String {
  "警告：必填项未填写：\(label)；请补填\(label) [V-09]"
}

private let required: [(path: String, label: String)] = [
  ("id", "备案编号"), ("kind", "业务类型"), ("contractState", "合同状态"), ("review", "审核信息"),
  ("review.status", "审核状态"), ("rostered", "是否生成名册"), ("employee", "劳动者"), ("contract", "劳动合同"),
  ("employee.name", "姓名"), ("employee.idType", "证件类型"), ("employee.idNumber", "证件号码"),
  ("employee.phone", "联系电话"), ("contract.no", "合同编号"), ("contract.templateCode", "合同模板"),
  ("contract.employmentForm", "用工形式"), ("contract.termType", "合同类别"),
  ("contract.hireDate", "用工起始日期"), ("contract.startDate", "合同起始日期"),
  ("contract.position", "工作岗位"), ("contract.workLocation", "工作地点"), ("contract.workTime", "工作时间"),
  ("contract.workTime.system", "工时制度"), ("contract.wage", "劳动报酬"), ("contract.wage.type", "工资形式"),
  ("contract.wage.monthly", "月工资"), ("contract.wage.payDay", "发工资日期"),
  ("contract.insuranceKinds", "参保险种"), ("contract.signDate", "签订日期"),
  ("contract.signMode", "签订方式"), ("contract.copies", "合同份数"), ("contract.sequence", "第几次订立"),
]

@Test(arguments: required.indices)
func aRequiredMemberIsMissedByItsLabel(_ index: Int) throws {
  let (path, label) = required[index]
  for json in [nil, "null"] {
    let outcome = try judged(try row(3, .new, [Edit(path, json)]))
    let said = try #require(outcome.rejection, "\(path)").reasons
    #expect(said.map(\.words) == [missing(label, at: path)], "\(path)")
    #expect(said.first?.pointer == "/filings/0/" + path.replacing(".", with: "/"))
  }
}

private let required2: [(path: String, label: String)] = required.filter {
  ![
    "review", "rostered", "employee", "contract", "contract.workTime", "contract.wage",
    "contract.insuranceKinds", "contract.wage.payDay",
  ].contains($0.path)
}

@Test(arguments: required2.indices)
func anEmptyTextCountsAsLeftOut(_ index: Int) throws {
  let (path, label) = required2[index]
  let outcome = try judged(try row(3, .new, [Edit(path, "\"\"")]))
  #expect(outcome.rejection?.reasons.map(\.words) == [missing(label, at: path)], "\(path)")
}

@Test(arguments: ["\" \"", "\"\u{3000}\"", "\"\u{A0}\"", "\" \u{3000} \""])
func whiteSpaceAloneCountsAsLeftOut(_ json: String) throws {
  for (path, label) in [
    ("employee.name", "姓名"), ("contract.no", "合同编号"), ("contract.position", "工作岗位"),
  ] {
    let said = try judged(try row(3, .new, [Edit(path, json)])).rejection?.reasons.map(\.words)
    #expect(said?.contains(missing(label, at: path)) == true, "\(path): \(said ?? [])")
  }
}

@Test(arguments: [
  "employee", "contract", "review", "contract.wage", "contract.workTime", "contract.probation",
  "contract.dispatch", "contract.prior", "termination",
])
func whatIsNoObjectIsOfTheWrongType(_ path: String) throws {
  for (json, found) in [
    ("[]", "数组"), ("3", "数字 3"), ("\"x\"", "字符串 x"), ("true", "true"), ("false", "false"),
  ] {
    let said = try judged(try row(3, .new, [Edit(path, json)])).rejection?.reasons ?? []
    #expect(said.count == 1, "\(path) \(json)")
    #expect(said.first?.code == "json.type")
    #expect(said.first?.found == found)
    #expect(said.first?.expected == "对象 { … }")
    #expect(said.first?.pointer == "/filings/0/" + path.replacing(".", with: "/"))
  }
}

private let judgements: [Judgement] = [
  // Texts.
  Judgement("contract.no", "12", "错误：合同编号的类型不对；现为“数字 12”；应为字符串 [json.type]"),
  Judgement("contract.no", "{}", "错误：合同编号的类型不对；现为“对象”；应为字符串 [json.type]"),
  Judgement(
    "contract.no",
    "\"a\\u0007b\"",
    "错误：合同编号含有控制字符；现为“U+0007”；请删去这个看不见的字符 [record.control]"
  ),
  Judgement(
    "contract.no",
    "\"a\\uE000\"",
    "错误：合同编号含有私有区的造字：“\u{E000}”（U+E000）；现为“a\u{E000}”；应为GB 18030-2022 收录的字；换一台电脑会显示成别的字或者空白；请查明是什么字，改用标准字重新录入 [record.privateUse]"
  ),
  Judgement("contract.no", "\"a\\tb\"", "警告：合同编号：换行已改为空格；现为“a b” [record.lineBreak]"),
  Judgement(
    "contract.no",
    "\"a\\uE81E\"",
    "警告：合同编号：旧私有区字符已换成标准字符：U+E81E → “龴”（U+9FB4）；现为“a龴” [record.legacyCharacter]"
  ),
  Judgement("contract.no", "\"a\\u200B\"", "警告：合同编号：看不见的字符已删去；现为“a” [record.invisible]"),
  Judgement("contract.no", "\"e\\u0301\"", "警告：合同编号：文字已规范为 NFC 形式；现为“é” [record.normalised]"),
  // 用工形式.
  Judgement(
    "contract.employmentForm",
    "\"临时\"",
    "错误：用工形式的值不认识；现为“临时”；应为全日制、非全日制、劳务派遣、合同工、在编 [record.unknownCode]"
  ),
  Judgement("contract.employmentForm", "\"全日制用工\""),
  Judgement("contract.employmentForm", #"{"code":"合同工"}"#),
  Judgement("contract.employmentForm", "{}", missing("用工形式")),
  Judgement("contract.employmentForm", #"{"label":null}"#, missing("用工形式")),
  Judgement("contract.employmentForm", "[]", "错误：用工形式的类型不对；现为“数组”；应为字符串 [json.type]"),
  // The term (V-16).
  Judgement("contract.termType", "\"固定期限合同\""),
  Judgement(
    "contract.termType",
    "\"劳动合同\"",
    "错误：合同类别的值不认识；现为“劳动合同”；应为fixed（固定期限）、open（无固定期限）、task（以完成一定工作任务为期限） [record.unknownCode]"
  ),
  Judgement("contract.endDate", nil, "错误：固定期限合同缺少终止日期；请补填合同终止日期（《劳动合同法》第十三条） [V-16]"),
  Judgement("contract.endDate", "\"2026-11-09\""),
  Judgement(
    "contract.endDate",
    "\"2026-11-08\"",
    "错误：合同终止日期应晚于起始日期；现为“2026-11-08 至 2026-11-08”；请核对两个日期 [V-16]"
  ),
  Judgement(
    "contract.endDate",
    "\"2026-11-07\"",
    "错误：合同终止日期应晚于起始日期；现为“2026-11-08 至 2026-11-07”；请核对两个日期 [V-16]"
  ),
  Judgement(
    [Edit("contract.endDate", "\"2029-11-07\""), Edit("contract.termType", "\"open\"")],
    "错误：无固定期限劳动合同不应有终止日期；现为“2029-11-07”；请删去合同终止日期，或改为固定期限（《劳动合同法》第十四条） [V-16]"
  ),
  Judgement(
    [Edit("contract.endDate", "\"长期\""), Edit("contract.termType", "\"open\"")],
    "错误：日期无效：合同终止日期；现为“长期”；应为1900 至 2100 年间真实存在的日期，写作 2021-10-08 [V-06]",
    "错误：无固定期限劳动合同不应有终止日期；现为“长期”；请删去合同终止日期，或改为固定期限（《劳动合同法》第十四条） [V-16]"
  ),
  Judgement([Edit("contract.endDate", "null"), Edit("contract.termType", "\"open\"")]),
  Judgement([
    Edit("contract.endDate", nil), Edit("contract.termType", "\"task\""),
    Edit("contract.task", "\"装机\""),
  ]),
  Judgement(
    [Edit("contract.task", nil), Edit("contract.termType", "\"task\"")],
    missing("工作任务")
  ),
  // Working time.
  Judgement("contract.workTime", #"{"system":"standard"}"#),
  Judgement("contract.workTime", #"{"system":"不定时工作制"}"#, wanted("特殊工时审批文号")),
  Judgement("contract.workTime", #"{"system":"综合计算工时工作制","approvalNo":"长人社〔2026〕1号","cycle":"季"}"#),
  Judgement(
    "contract.workTime",
    #"{"system":"八小时"}"#,
    "错误：工时制度的值不认识；现为“八小时”；应为标准工时制、综合计算工时工作制、不定时工作制 [record.unknownCode]"
  ),
  // Wages (V-07, V-08).
  Judgement("contract.wage.monthly", "\"3500\""),
  Judgement("contract.wage.monthly", "\"0.01\""),
  Judgement("contract.wage.monthly", "\"1000000.00\""),
  Judgement("contract.wage.monthly", "\"999999999999.99\""),
  Judgement(
    "contract.wage.monthly",
    "\"1000000000000\"",
    "错误：月工资：金额应为阿拉伯数字，最多两位小数；现为“1000000000000”；应为3500.00 一类的数字，不带逗号、单位和汉字 [V-07]"
  ),
  Judgement(
    "contract.wage.monthly",
    "\"3500元\"",
    "错误：月工资：金额应为阿拉伯数字，最多两位小数；现为“3500元”；应为3500.00 一类的数字，不带逗号、单位和汉字 [V-07]"
  ),
  Judgement(
    "contract.wage.monthly",
    "3500",
    "警告：月工资：金额写成了数字，已按原样读作 3500.00；请写成字符串，以免别的程序丢失小数 [V-07n]"
  ),
  Judgement(
    "contract.wage.monthly",
    "true",
    "错误：月工资的类型不对；现为“true”；应为写成字符串的金额，如 \"3500.00\" [json.type]"
  ),
  Judgement(
    [Edit("contract.wage.hourly", nil), Edit("contract.wage.type", "\"hourly\"")],
    missing("小时工资")
  ),
  Judgement("contract.wage", #"{"type":"piece","pieceRate":"每件2元","payDay":"1"}"#),
  Judgement("contract.wage", #"{"type":"base+performance","base":"2000","payDay":"28"}"#),
  Judgement("contract.wage", #"{"type":"other","other":"年薪","payDay":15}"#),
  Judgement("contract.wage", #"{"type":"hourly","hourly":"25.5","payDay":"15"}"#),
  Judgement(
    "contract.wage.type",
    "\"weekly\"",
    "错误：工资形式的值不认识；现为“weekly”；应为monthly（月工资）、hourly（小时工资）、piece（计件工资）、base+performance（基本工资+绩效工资）、other（其他） [record.unknownCode]"
  ),
  Judgement("contract.wage.payDay", "\"1\""),
  Judgement("contract.wage.payDay", "\"28\""),
  Judgement("contract.wage.payDay", "\"29\"", "警告：发工资日期晚于28日，有的月份没有这一天；现为“29” [V-08]"),
  Judgement("contract.wage.payDay", "31", "警告：发工资日期晚于28日，有的月份没有这一天；现为“31” [V-08]"),
  Judgement(
    "contract.wage.payDay",
    "\"32\"",
    "错误：发工资日期应填写1至31的数字；现为“32”；应为\"4\" 一类的数字（表示每月4日） [V-08]"
  ),
  Judgement(
    "contract.wage.payDay",
    "\"0\"",
    "错误：发工资日期应填写1至31的数字；现为“0”；应为\"4\" 一类的数字（表示每月4日） [V-08]"
  ),
  Judgement(
    "contract.wage.payDay",
    "\"4号\"",
    "错误：发工资日期应填写1至31的数字；现为“4号”；应为\"4\" 一类的数字（表示每月4日） [V-08]"
  ),
  // Probation (V-16p).
  Judgement("contract.probation", #"{"has":false}"#),
  Judgement("contract.probation", #"{"has":true,"endDate":"2027-02-07"}"#),
  Judgement(
    "contract.probation",
    #"{"startDate":"2026-11-08","endDate":"2026-11-08","wage":"2800.00"}"#
  ),
  Judgement(
    [
      Edit("contract.probation.endDate", "\"2026-11-07\""),
      Edit("contract.probation.startDate", "\"2026-11-08\""),
    ],
    "错误：试用期终止日期早于起始日期；现为“2026-11-08 至 2026-11-07” [V-16p]"
  ),
  Judgement("contract.probation", #"{"has":true}"#, missing("试用期终止日期")),
  Judgement(
    "contract.probation",
    #"{"has":"maybe"}"#,
    missing("试用期终止日期"),
    "错误：是否约定试用期的类型不对；现为“字符串 maybe”；应为true 或 false [json.type]"
  ),
  // Insurance.
  Judgement("contract.insuranceKinds", "[]"),
  Judgement("contract.insuranceKinds", #"["养老","210","410"]"#),
  Judgement(
    "contract.insuranceKinds",
    "\"110\"",
    "错误：参保险种的类型不对；现为“字符串 110”；应为数组 [ … ] [json.type]"
  ),
  Judgement(
    "contract.insuranceKinds",
    #"["110",210]"#,
    "错误：参保险种的类型不对；现为“数字 210”；应为字符串 [json.type]"
  ),
  Judgement(
    "contract.insuranceKinds",
    #"["111"]"#,
    "错误：参保险种的值不认识；现为“111”；应为110（企业职工基本养老保险）、120（机关事业单位基本养老保险）、170（城乡居民基本养老保险）、210（失业保险）、310（职工基本医疗保险）、330（大病医疗保险）、410（工伤保险）、510（生育保险）；是否想写 110？ [record.unknownCode]"
  ),
  // Dispatch.
  Judgement(
    [Edit("contract.dispatch", nil), Edit("contract.employmentForm", "\"劳务派遣\"")],
    wanted("劳务派遣")
  ),
  Judgement([
    Edit("contract.dispatch", #"{"hostUnit":"长春示例物流有限公司"}"#),
    Edit("contract.employmentForm", "\"派遣\""),
  ]),
  Judgement("contract.dispatch", #"{"post":"分拣员"}"#, missing("用工单位")),
  // Clauses.
  Judgement("contract.clauses", #"["保密",{"no":"二","text":"培训"},{"no":3,"text":"x"}]"#),
  Judgement("contract.clauses", #"[{"no":"一"}]"#, missing("约定事项")),
  Judgement("contract.clauses", "[7]", "错误：约定事项的类型不对；现为“数字 7”；应为字符串 [json.type]"),
  Judgement(
    "contract.clauses",
    #"[{"no":[],"text":"x"}]"#,
    "错误：约定事项编号的类型不对；现为“数组”；应为字符串 [json.type]"
  ),
  // Signing.
  Judgement("contract.signMode", "\"电子\""),
  Judgement(
    "contract.signMode",
    "\"传真\"",
    "错误：签订方式的值不认识；现为“传真”；应为paper（纸质）、electronic（电子） [record.unknownCode]"
  ),
  Judgement("contract.copies", "1"),
  Judgement("contract.copies", "\"20\""),
  Judgement("contract.copies", "0", "错误：合同份数应为 1 至 20 的整数；现为“0” [record.number]"),
  Judgement("contract.copies", "21", "错误：合同份数应为 1 至 20 的整数；现为“21” [record.number]"),
  Judgement("contract.copies", "2.5", "错误：合同份数应为 1 至 20 的整数；现为“2.5” [record.number]"),
  Judgement("contract.copies", "[]", "错误：合同份数应为 1 至 20 的整数；现为“非数字” [record.number]"),
  Judgement("contract.sequence", "99"),
  Judgement("contract.sequence", "100", "错误：第几次订立应为 1 至 99 的整数；现为“100” [record.number]"),
  // The filing itself.
  Judgement("rostered", "\"是\"", "警告：是否生成名册已读作 true；现为“是” [record.alias]"),
  Judgement("rostered", "\"否\"", "警告：是否生成名册已读作 false；现为“否” [record.alias]"),
  Judgement("rostered", "0", "警告：是否生成名册已读作 false；现为“0” [record.alias]"),
  Judgement("rostered", "2", "错误：是否生成名册的类型不对；现为“数字 2”；应为true 或 false [json.type]"),
  Judgement(
    "contractState",
    "\"确定\"",
    "警告：合同状态“确定”含义不明，不能进入名册；现为“确定”；应为新订、续订、变更、解除(终止)、作废或撤销 [record.undefinedState]"
  ),
  Judgement("contractState", "\"解除\""),
  Judgement("kind", "\"新订\""),
  Judgement(
    "kind",
    "\"delete\"",
    "错误：业务类型的值不认识；现为“delete”；应为new（新签）、renew（续签）、change（合同变更）、terminate（解除（终止））、import（历史合同导入） [record.unknownCode]"
  ),
  Judgement("review.status", "\"通过\""),
  Judgement(
    "review.status",
    "\"好\"",
    "错误：审核状态的值不认识；现为“好”；应为待提交、已提交、未审核、审核通过、自动通过、审核不通过、作废、撤销、未确认、已确认、中心审核 [record.unknownCode]"
  ),
  // The person.
  Judgement("employee.phone", "\"13912345678\""),
  Judgement("employee.phone", "\"19912345678\""),
  Judgement("employee.phone", "\"0431-88888888\""),
  Judgement("employee.phone", "\"12012345678\""),
  Judgement("employee.phone", "\"1391234567\""),
  Judgement("employee.phone", "\"139123456789\""),
  Judgement("employee.phone", "\"1391234567a\""),
  Judgement("employee.retirementCategory", "\"female50\""),
  Judgement(
    "employee.retirementCategory",
    "\"55\"",
    "错误：退休类别的值不认识；现为“55”；应为male60（男职工（原60周岁））、female55（女职工（原55周岁））、female50（女职工（原50周岁））、special（特殊工种） [record.unknownCode]"
  ),
  Judgement("employee.specialWork", "true"),
  Judgement("employee.idValidTo", "\"9999-12-31\""),
  Judgement("employee.idValidTo", "\"长期有效\""),
  Judgement(
    "employee.idValidTo",
    "\"2031-02-29\"",
    "错误：日期无效：证件有效期；现为“2031-02-29”；应为1900 至 2100 年间真实存在的日期，写作 2021-10-08；2031年2月只有28天 [V-06]"
  ),
  Judgement(
    "employee.workStartDate",
    "\"长期\"",
    "错误：日期无效：参加工作日期；现为“长期”；应为1900 至 2100 年间真实存在的日期，写作 2021-10-08 [V-06]"
  ),
  Judgement(
    "employee.workStartDate",
    "{}",
    "错误：参加工作日期的类型不对；现为“对象”；应为日期字符串，如 \"2021-10-08\" [json.type]"
  ),
]

@Test(arguments: judgements)
func everyRuleOfARowSpeaksItsWords(_ judgement: Judgement) throws {
  try judgement.check(.new)
}

private let renewals: [Judgement] = [
  Judgement("contract.prior", nil, missing("原合同")),
  Judgement("contract.prior", #"{"startDate":"2023-11-08"}"#),
  Judgement("contract.prior.startDate", nil, missing("原合同起始日期")),
  Judgement("contract.prior.endDate", "\"2023-11-09\""),
  Judgement(
    "contract.prior.endDate",
    "\"2023-11-08\"",
    "错误：原合同终止日期应晚于起始日期；现为“2023-11-08 至 2023-11-08” [V-16]"
  ),
  Judgement(
    "contract.prior.termType",
    "\"长期\"",
    "错误：原合同类别的值不认识；现为“长期”；应为fixed（固定期限）、open（无固定期限）、task（以完成一定工作任务为期限） [record.unknownCode]"
  ),
  Judgement("contract.prior.sequence", "0", "错误：原合同第几次订立应为 1 至 99 的整数；现为“0” [record.number]"),
]

@Test(arguments: renewals)
func everyRuleOfARenewalSpeaksItsWords(_ judgement: Judgement) throws {
  try judgement.check(.renew)
}

@Test(arguments: ["CN-SX", "CN-HN-ZHUZHOU"])
func wordsOfUnseenListsOnlyWarn(_ profile: String) throws {
  let edits = [Edit("contract.employmentForm", "\"临时用工\"")]
  let outcome = try judged(try row(3, .new, edits), profile: profile)
  #expect(outcome.said.map(\.severity) == [.warning])
  #expect(outcome.said.map(\.code) == ["record.unknownCode"])
  #expect(outcome.filing?.contract.employmentForm.label == "临时用工")
}

@Test(arguments: ["CN", "CN-JL", "CN-JL-E", "CN-YN-ZHANYI"])
func wordsOfSeenListsAreRefused(_ profile: String) throws {
  let edits = [Edit("contract.employmentForm", "\"临时用工\"")]
  #expect(try judged(try row(3, .new, edits), profile: profile).rejection != nil)
}

private let limits: [(path: String, limit: Int)] = [
  ("id", 100), ("remark", 200), ("contract.no", 100), ("contract.duties", 4000),
  ("contract.position", 100), ("contract.workLocation", 200), ("employee.education", 100),
  ("contract.hazards", 4000), ("contract.wage.performanceRule", 2000),
  ("contract.wage.other", 2000),
  ("employee.residence", 200), ("contract.dispatch.hostUnit", 200),
]

@Test(arguments: limits.indices)
func aTextHasItsLimitInCharacters(_ index: Int) throws {
  let (path, limit) = limits[index]
  for (count, isFine) in [(limit, true), (limit + 1, false)] {
    let text = String(repeating: "长", count: count)
    let outcome = try judged(try row(3, .new, [Edit(path, "\"\(text)\"")]))
    #expect((outcome.filing != nil) == isFine, "\(path) \(count)")
    guard !isFine else { continue }
    #expect(outcome.said.map(\.code) == ["record.tooLong"])
    #expect(outcome.said.first?.expected == "\(limit)个字以内")
    #expect(outcome.said.first?.advice?.contains("现有\(count)个字") == true)
    #expect(outcome.said.first?.found?.count == 61)
  }
}

@Test func aNameHasFiftyCharactersAtMost() throws {
  for (name, isFine) in [
    (String(repeating: "A", count: 50), true), (String(repeating: "A", count: 51), false),
    (String(repeating: "长", count: 50), true), (String(repeating: "长", count: 51), false),
    (String(repeating: "𠅤", count: 50), true), (String(repeating: "𠅤", count: 51), false),
  ] {
    let outcome = try judged(try row(3, .new, [Edit("employee.name", "\"\(name)\"")]))
    #expect((outcome.filing != nil) == isFine, "\(name)")
    if !isFine {
      #expect(outcome.said.map(\.message) == ["姓名过长"])
      #expect(outcome.said.map(\.expected) == ["1至50个字符"])
    }
  }
}

@Test func whatAFilingSaysIsWhatIsRead() throws {
  let filing = try filing(
    .renew,
    Edit("rosterNo", "\"M-1\""),
    Edit("submittedAt", "\"2026-11-10\""),
    Edit("voidedAt", "\"2026-11-11\""),
    Edit("revokedAt", "\"2026-11-12\""),
    Edit("remark", "\"备注\""),
    Edit("rostered", "true"),
    Edit("review", #"{"status":"审核通过","opinion":"同意","handler":"周示例"}"#)
  )
  #expect((filing.row, filing.id, filing.kind) == (1, "f0000003", .renew))
  #expect(filing.contractState == .renewed && filing.rostered)
  #expect((filing.rosterNo, filing.remark) == ("M-1", "备注"))
  #expect(filing.submittedAt?.description == "2026-11-10")
  #expect(filing.voidedAt?.description == "2026-11-11")
  #expect(filing.revokedAt?.description == "2026-11-12")
  #expect((filing.review.opinion, filing.review.handler) == ("同意", "周示例"))
  #expect(filing.review.handledAt == nil)
  let prior = try #require(filing.contract.prior)
  #expect((prior.contractNo, prior.sequence, prior.termType) == ("LD-2023-000003", 1, .fixed))
  #expect(prior.startDate.description == "2023-11-08" && prior.endDate?.description == "2026-11-07")
}

@Test func aProbationThatIsNoneGivesNothing() throws {
  let none = try filing(.new, Edit("contract.probation", #"{"has":false,"wage":"1.00"}"#))
  #expect(none.contract.probation == nil)
  let some = try filing(
    .new,
    Edit("contract.probation", #"{"endDate":"2027-02-07","wage":"2800"}"#)
  )
  #expect(some.contract.probation?.wage == Money(fen: 280_000))
  #expect(some.contract.probation?.startDate == nil)
}
