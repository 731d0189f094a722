import Calendar
import Diagnostics
import Records
import TestSupport
import Testing

private func missing(_ label: String) -> String {
  "错误：必填项未填写：\(label)；请补填\(label) [V-09]"
}

private func wanted(_ label: String) -> String {
  "警告：必填项未填写：\(label)；请补填\(label) [V-09]"
}

private func credit(_ found: String) -> String {
  "错误：统一社会信用代码格式不正确；现为“\(found)”；应为18位，数字和大写字母（没有 I、O、S、V、Z），第3至8位为数字（GB 32100-2015） [V-03]"
}

private let judgements: [Judgement] = [
  // The file.
  Judgement("schema", nil, missing("数据格式 schema")),
  Judgement(
    "schema",
    "\"mingce/2\"",
    "错误：数据格式不是 mingce/1；现为“mingce/2”；应为mingce/1；请用导出 mingce/1 格式的程序重新导出 [record.schema]"
  ),
  Judgement("schema", "1", "错误：数据格式 schema的类型不对；现为“数字 1”；应为字符串 [json.type]"),
  Judgement("profile", nil, missing("地区方案")),
  Judgement(
    "profile",
    "\"CN-BJ\"",
    "错误：地区方案的值不认识；现为“CN-BJ”；应为CN（全国通用）、CN-JL（吉林用工备案）、CN-JL-E（吉林电子劳动合同）、CN-YN-ZHANYI（云南沾益劳动合同网签）、CN-SX（山西打包快办）、CN-HN-ZHUZHOU（湖南株洲人社通） [record.unknownCode]"
  ),
  Judgement("profile", "\"吉林用工备案\""),
  Judgement("asOf", nil, missing("基准日期")),
  Judgement(
    "asOf",
    "\"2026-02-30\"",
    "错误：日期无效：基准日期；现为“2026-02-30”；应为1900 至 2100 年间真实存在的日期，写作 2021-10-08；2026年2月只有28天 [V-06]"
  ),
  Judgement(
    "asOf",
    "\"20261120\"",
    "警告：基准日期：日期写作yyyyMMdd，已读作 2026-11-20；现为“20261120”；应为yyyy-MM-dd [V-06a]"
  ),
  Judgement("filings", "{}", "错误：备案列表 filings的类型不对；现为“对象”；应为数组 [ … ] [json.type]"),
  Judgement("filings", "null", "错误：备案列表 filings的类型不对；现为“null”；应为数组 [ … ] [json.type]"),
  Judgement("filings", "[]"),
  // The employer.
  Judgement("employer", nil, missing("用人单位")),
  Judgement("employer", "\"x\"", "错误：用人单位的类型不对；现为“字符串 x”；应为对象 { … } [json.type]"),
  Judgement("employer.name", nil, missing("单位名称")),
  Judgement("employer.uscc", nil, missing("统一社会信用代码")),
  Judgement("employer.uscc", "\"91220102MA0Y00008\"", credit("91220102MA0Y00008")),
  Judgement("employer.uscc", "\"91220102MA0Y00008l\"", credit("91220102MA0Y00008l")),
  Judgement("employer.uscc", "\"912201O2MA0Y00008L\"", credit("912201O2MA0Y00008L")),
  Judgement("employer.uscc", "\"91220A02MA0Y00008L\"", credit("91220A02MA0Y00008L")),
  Judgement(
    "employer.uscc",
    "\"91220104MA15XJNY84\"",
    "错误：统一社会信用代码校验码错误，应为M；现为“91220104MA15XJNY84”；请对照营业执照核对每一位（GB 32100-2015） [V-03]"
  ),
  Judgement("employer.nature", nil),
  Judgement(
    "employer.division",
    #"{"code":"220102","lable":"南关区"}"#,
    "警告：不认识的键，已忽略；现为“employer/division/lable”；是否想写 label？ [record.unknownKey]"
  ),
  Judgement("employer.affiliation", "\"40\""),
  Judgement("employer.affiliation", "\"说不清\""),
  Judgement("employer.division", #"{"code":"220102","label":"吉林省长春市南关区"}"#),
  Judgement("employer.division", "220102", "错误：行政区划的类型不对；现为“数字 220102”；应为字符串 [json.type]"),
  Judgement("employer.postalCode", nil),
  Judgement("employer.postalCode", "\"000000\"", "警告：邮政编码应为6位数字；现为“000000” [V-05]"),
  Judgement("employer.postalCode", "\"000001\""),
  Judgement("employer.postalCode", "\"13002\"", "警告：邮政编码应为6位数字；现为“13002” [V-05]"),
  Judgement("employer.postalCode", "\"1300222\"", "警告：邮政编码应为6位数字；现为“1300222” [V-05]"),
  Judgement("employer.postalCode", "\"13002a\"", "警告：邮政编码应为6位数字；现为“13002a” [V-05]"),
  Judgement("employer.legalRep", nil, wanted("法定代表人")),
  Judgement("employer.contact", nil, wanted("单位联系人")),
  Judgement("employer.agent", nil, wanted("单位经办人")),
  Judgement("employer.agent.name", nil, wanted("单位经办人的姓名")),
  Judgement(
    "employer.agent.name",
    "\"孙#示例\"",
    "错误：单位经办人的姓名含有不允许的字符：U+0023；现为“孙#示例”；应为汉字、民族文字、间隔符“·”（U+00B7）、拉丁字母、空格、连字符或撇号 [V-01]"
  ),
  Judgement("employer.agent.mobile", "\"1350000\""),
  Judgement("employer.agent.mobile", nil),
  Judgement(
    "employer.agent.idNumber",
    "\"220104198605040030\"",
    "错误：身份证号码校验码错误，应为9；现为“220104********0030”；请对照证件核对每一位（GB 11643-1999） [V-02a]"
  ),
  Judgement(
    "employer.agent.idNumber",
    "\"22010419860504003９\"",
    "警告：单位经办人的证件号码中的全角字符和空格已改正；现为“220104********003９” [V-02x]"
  ),
  Judgement(
    "employer.agent.idNumber",
    "\"22010419860504003\"",
    "错误：证件号码格式与证件类型不符：居民身份证；现为“220104*******4003”；应为18位，前17位为数字，末位为数字或 X [V-02]"
  ),
  Judgement(
    "employer.agent.idNumber",
    "\"220104199902300030\"",
    "错误：身份证号码中的出生日期（第7至14位）无效；现为“220104********0030”；应为真实存在且不晚于 2026-11-20 的日期 [V-02b]"
  ),
  Judgement("employer.agent.idNumber", "\"\""),
  Judgement("employer.legalRep.idNumber", "\"E12345678\""),
  Judgement("employer.legalRep.phone", "\"22\""),
  Judgement("employer.reviewOrg", nil, wanted("送审机构")),
  Judgement("employer.reviewOrg", "\"长春市劳动关系\""),
  Judgement("employer.review", nil, wanted("单位审核信息")),
  Judgement("employer.review.status", nil, missing("单位审核状态")),
  Judgement(
    "employer.review.status",
    "\"很好\"",
    "错误：单位审核状态的值不认识；现为“很好”；应为待提交、已提交、未审核、审核通过、自动通过、审核不通过、作废、撤销、未确认、已确认、中心审核 [record.unknownCode]"
  ),
  Judgement("employer.registeredCapital", "\"500\""),
  Judgement(
    "employer.registeredCapital",
    "\"五百\"",
    "错误：注册资金：金额应为阿拉伯数字，最多两位小数；现为“五百”；应为3500.00 一类的数字，不带逗号、单位和汉字 [V-07]"
  ),
  Judgement("employer.addresses", "[]", "错误：地址的类型不对；现为“数组”；应为对象 { … } [json.type]"),
]

@Test(arguments: judgements)
func everyRuleOfTheHeadSpeaksItsWords(_ judgement: Judgement) throws {
  try judgement.checkHead()
}

private let natures: [(nature: String, prefix: String)] = [
  ("企业", "91"), ("个体工商户", "92"), ("机关", "11"), ("事业单位", "12"), ("社会团体", "51"), ("民办非企业单位", "52"),
]

@Test func theKindOfBodyMustFitItsCreditCode() throws {
  for (nature, _) in natures + [("其他", ""), ("合伙企业", "")] {
    for (_, prefix) in natures + [("", "93")] {
      let code = RecordFixtures.creditCode(prefix + "220102MA0Y00008")
      let said = saidOfHead(
        try head([
          Edit("employer.uscc", "\"\(code)\""), Edit("employer.nature", "\"\(nature)\""),
        ])
      )
      let expected = natures.first { $0.nature == nature }?.prefix
      if let expected, expected != prefix {
        #expect(said.map(\.code) == ["V-03b"], "\(nature) \(prefix)")
        #expect(said.first?.severity == .warning)
        #expect(said.first?.found == "\(nature)、\(prefix)")
        #expect(said.first?.expected == "\(nature)的代码以 \(expected) 开头")
      } else {
        #expect(said.isEmpty, "\(nature) \(prefix): \(said)")
      }
    }
  }
}

@Test func aWrongOrganisationCodeInsideOnlyWarns() throws {
  let code = RecordFixtures.creditCode("91220102MA0Y00009")
  let said = saidOfHead(try head([Edit("employer.uscc", "\"\(code)\"")]))
  #expect(said.map(\.code) == ["V-03o"])
  #expect(said.map(\.severity) == [.warning])
  #expect(said.first?.message == "统一社会信用代码第9至17位的组织机构代码校验位不符")
}

@Test func everyPartOfTheEmployerIsRead() throws {
  let text = try head([
    Edit("employer.orgCode", "\"MA0Y00008\""), Edit("employer.ownership", "\"国有\""),
    Edit("employer.registeredCapital", "\"500.00\""), Edit("employer.phone", "\"0431-88888888\""),
    Edit("employer.addresses.registered", "\"注册地\""),
    Edit("employer.addresses.business", "\"经营地\""),
    Edit("employer.legalRep.idNumber", "\"X1\""), Edit("employer.ssUnitNo", "\"2201\""),
    Edit("employer.ssRegNo", "\"社险1\""), Edit("employer.superior", "\"上级\""),
    Edit("employer.division", #"{"code":"220102","name":"南关区"}"#),
    Edit("employer.reviewOrg", #"{"code":"L1","name":"长春市劳动关系"}"#),
    Edit("employer.review.opinion", "\"同意\""), Edit("employer.review.handler", "\"吴示例\""),
    Edit("employer.review.handledAt", "\"2021-02-03 18:54:37.0\""),
  ])
  let file = try open(text).file
  #expect(file.diagnostics.isEmpty, "\(file.diagnostics)")
  let employer = file.batch.employer
  #expect(employer.name == "长春示例精密制造有限公司" && employer.uscc == RecordFixtures.employerCode)
  #expect((employer.orgCode, employer.ownership?.label) == ("MA0Y00008", "国有"))
  #expect((employer.nature?.code, employer.affiliation?.label) == ("企业", "市、地区、州（盟）"))
  #expect((employer.economicType?.code, employer.economicType?.label) == ("150", "有限责任"))
  #expect((employer.industry?.code, employer.industry?.label) == ("制造业", "制造业"))
  #expect((employer.division?.code, employer.division?.label) == ("220102", "南关区"))
  #expect(employer.registeredCapital == Money(fen: 50_000))
  #expect((employer.registeredAddress, employer.businessAddress) == ("注册地", "经营地"))
  #expect((employer.mailingAddress, employer.postalCode) == ("吉林省长春市南关区示例路1号", "130022"))
  #expect((employer.phone, employer.superior) == ("0431-88888888", "上级"))
  #expect((employer.legalRep?.name, employer.legalRep?.idNumber) == ("赵示例", "X1"))
  #expect(employer.legalRep?.phone == "13500000001")
  #expect((employer.contact?.name, employer.contact?.phone) == ("钱示例", "13500000002"))
  #expect((employer.agent?.name, employer.agent?.phone) == ("孙示例", "13500000003"))
  #expect((employer.reviewOrg?.code, employer.reviewOrg?.label) == ("L1", "长春市劳动关系"))
  #expect((employer.socialSecurityNo, employer.socialSecurityRegistration) == ("2201", "社险1"))
  #expect((employer.review?.opinion, employer.review?.handler) == ("同意", "吴示例"))
  #expect(employer.review?.handledAt?.description == "2021-02-03")
  #expect((file.batch.schema, file.batch.profile) == ("mingce/1", .jilin))
  #expect(file.batch.asOf.description == "2026-11-20")
}

@Test func aMobileIsPreferredToATelephone() throws {
  let text = try head([Edit("employer.agent.phone", "\"0431-88888888\"")])
  #expect(try open(text).file.batch.employer.agent?.phone == "13500000003")
  let wrong = try head([
    Edit("employer.agent.phone", "\"22\""), Edit("employer.agent.mobile", "\"\""),
  ])
  #expect(try open(wrong).file.batch.employer.agent?.phone == "22")
}

@Test func aNameOfFortyCharactersIsRead() throws {
  let name = "吉林省长春市经济技术开发区某某某国际进出口商品物流贸易股份有限公司第三综合分公司"
  #expect(name.count == 40)
  let file = try open(try head([Edit("employer.name", "\"\(name)\"")])).file
  #expect(file.batch.employer.name == name)
  let long = String(repeating: "长", count: 201)
  #expect(
    saidOfHead(try head([Edit("employer.name", "\"\(long)\"")])).map(\.expected) == ["200个字以内"]
  )
}

@Test(arguments: ReviewStatus.allCases)
func onlyAnApprovedEmployerIsApproved(_ status: ReviewStatus) throws {
  let text = try head([Edit("employer.review.status", "\"\(status.rawValue)\"")])
  let employer = try open(text).file.batch.employer
  #expect(employer.review?.status == status)
  #expect(employer.isApproved == [.approved, .automatic].contains(status))
}

@Test(arguments: Profile.allCases)
func everyPlaceIsKnownByItsCode(_ profile: Profile) throws {
  let file = try open(RecordFixtures.batchJSON(rows: 1, profile: profile.rawValue)).file
  #expect(file.batch.profile == profile)
  #expect(file.rows.count == 1)
}

@Test(arguments: [
  "config", "authority", "signatures", "documents", "uploads", "audit",
])
func partsOfTheSchemaThatThisProgramDoesNotUseAreLetPass(_ key: String) throws {
  #expect(saidOfHead(try head([Edit(key, #"[{"x":1}]"#)])).isEmpty)
}

/// What is asked back names the field, and its key; what holds further fields has no name.
private let unknown: [(path: String, near: String?)] = [
  ("asof", "“填报日期（基准日期）”（asOf）"), ("empolyer", " employer"), ("zzz", nil),
  ("employer.usc", "“统一社会信用代码”（uscc）"), ("employer.addresses.mail", nil),
  ("employer.agent.mobil", "“单位经办人手机号”（mobile）"),
  ("employer.review.satus", "“单位审核状态”（status）"),
]

@Test(arguments: unknown.indices)
func anUnknownKeyOfTheHeadIsNamedWithItsLikeliestMeaning(_ index: Int) throws {
  let (path, near) = unknown[index]
  let said = saidOfHead(try head([Edit(path, "\"x\"")]))
  #expect(said.map(\.code) == ["record.unknownKey"])
  #expect(said.first?.severity == .warning)
  #expect(said.first?.found == path.replacing(".", with: "/"))
  #expect(said.first?.advice == near.map { "是否想写\($0)？" })
  #expect(said.first?.pointer == "/" + path.replacing(".", with: "/"))
}

@Test func everythingWrongWithAHeadIsToldAtOnce() throws {
  let said = saidOfHead(
    try head([
      Edit("profile", "\"?\""), Edit("asOf", "\"?\""), Edit("employer.uscc", "\"?\""),
      Edit("employer.name", nil), Edit("employer.postalCode", "\"?\""), Edit("schema", "\"?\""),
    ])
  )
  let expected = ["V-03", "V-05", "V-06", "V-09", "record.schema", "record.unknownCode"]
  #expect(said.map(\.code).sorted() == expected)
}
