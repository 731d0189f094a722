import Calendar
import Diagnostics
import JSON

extension RecordReader {
  private static let addressKeys: KnownKeys = [.registered, .business, .mailing]
  private static let reviewKeys: KnownKeys = [.status, .opinion, .handledAt, .handler]
  private static let representativeKeys: KnownKeys = [
    .name, .idType, .idNumber, .idValidFrom, .idValidTo, .phone, .mobile, .validFrom, .validTo,
    .canManageAgents,
  ]
  private static let employerKeys: KnownKeys = [
    .name, .uscc, .orgCode, .nature, .affiliation, .economicType, .ownership, .industry,
    .division, .legalRep, .registeredCapital, .addresses, .postalCode, .phone, .contact,
    .agent, .reviewOrg, .ssUnitNo, .ssRegNo, .superior, .stats, .review, .attachments,
    .hallGrantedAt, .account,
  ]

  /// Reads the employer as of a day; what it must have and has not is empty, and an error is reported of it.
  mutating func employer(_ object: Int?, asOf: CivilDate) -> Employer? {
    guard let object else { return nil }
    let name = text(.name, "单位名称", in: object, .required, atMost: TextLimit.unit)
    let uscc = text(.uscc, "统一社会信用代码", in: object, .required)
    let nature = coded(.nature, "单位性质", in: object, from: EmployerNature.self)
    if let uscc { checkCreditCode(uscc, nature: nature, in: object) }
    let orgCode = text(.orgCode, "组织机构代码", in: object)
    let addresses = self.object(.addresses, in: object)
    let review = self.object(.review, called: "单位审核信息", in: object, .wanted)
    close(object, knows: Self.employerKeys)
    close(addresses, knows: Self.addressKeys)
    // Read before any return, so that one pass tells of everything.
    let affiliation = coded(.affiliation, "隶属关系", in: object, from: Affiliation.self)
    let economicType = coded(.economicType, "单位经济类型", in: object, from: EconomicType.self)
    let ownership = coded(.ownership, "所有制性质", in: object)
    let industry = coded(.industry, "所属行业", in: object)
    let division = coded(.division, "行政区划", in: object)
    let people = employerPeople(in: object, asOf: asOf)
    let capital = money(.registeredCapital, "注册资金", in: object)
    let registered = text(.registered, "注册地址", in: addresses)
    let business = text(.business, "经营地址", in: addresses)
    let mailing = text(.mailing, "通讯地址", in: addresses)
    let code = postalCode(in: object)
    let phone = text(.phone, "单位固定电话", in: object)
    let office = coded(.reviewOrg, "送审机构", in: object, .wanted)
    let number = text(.ssUnitNo, "单位编号", in: object)
    let registration = text(.ssRegNo, "社会保险登记证号", in: object)
    let superior = text(.superior, "上级主管部门", in: object)
    let approval = self.review(review, "单位审核状态", .required)
    let account = text(.account, "法人账号", in: object)
    let granted = moment(.hallGrantedAt, "网厅权限开通日期", in: object)
    let stats = stats(self.object(.stats, in: object))
    let materials = attachments(in: object)
    return Employer(
      name: name ?? "",
      uscc: uscc ?? "",
      orgCode: orgCode,
      nature: nature,
      affiliation: affiliation,
      economicType: economicType,
      ownership: ownership,
      industry: industry,
      division: division,
      legalRep: people.legalRep,
      registeredCapital: capital,
      registeredAddress: registered,
      businessAddress: business,
      mailingAddress: mailing,
      postalCode: code,
      phone: phone,
      contact: people.contact,
      agent: people.agent,
      reviewOrg: office,
      socialSecurityNo: number,
      socialSecurityRegistration: registration,
      superior: superior,
      review: approval,
      account: account,
      hallGrantedAt: granted,
      stats: stats,
      attachments: materials.filter(\.isThere).map(\.kind),
      materials: materials
    )
  }

  private mutating func employerPeople(
    in object: Int,
    asOf: CivilDate
  ) -> (legalRep: Representative?, contact: Representative?, agent: Representative?) {
    (
      representative(.legalRep, in: object, asOf: asOf),
      representative(.contact, in: object, asOf: asOf),
      representative(.agent, in: object, asOf: asOf)
    )
  }

  /// Reads a review.
  mutating func review(_ object: Int?, _ label: MemberLabel, _ need: Need) -> Review? {
    let status = code(.status, label, in: object, need, as: ReviewStatus.self)
    let opinion = text(.opinion, "审核意见", in: object)
    let handledAt = moment(.handledAt, "经办时间", in: object)
    let handler = text(.handler, "审核人", in: object)
    close(object, knows: Self.reviewKeys)
    return status.map {
      Review(status: $0, opinion: opinion, handledAt: handledAt, handler: handler)
    }
  }

  private mutating func representative(
    _ name: RecordKey,
    in object: Int,
    asOf: CivilDate
  ) -> Representative? {
    let owner = Message(term: name.objectLabel ?? name.spelling)
    let person = self.object(name, in: object, .wanted)
    close(person, knows: Self.representativeKeys)
    guard let title = self.name(in: person, .owned("姓名", by: owner), .wanted) else { return nil }
    let mobile = text(.mobile, .owned("手机号", by: owner), in: person)
    let phone = mobile ?? text(.phone, .owned("电话", by: owner), in: person)
    // An agent's number is that of a resident (单位经办人身份证号); of others the record may leave the paper open.
    let usual: IdentityType? = name == .agent ? .residentCard : nil
    let idNumber = representativeNumber(of: owner, usual, in: person, asOf: asOf)
    return Representative(name: title, idNumber: idNumber, phone: phone)
  }

  /// Returns the number of somebody who acts for the employer, judged as everyone's is (V-02, V-02a, V-02b).
  ///
  /// A wrong one stops the whole file, hard as that is: it stands on the registration of the employer, on the letter of
  /// authority and in the account of the hall, none of which a hall takes with a number that nobody can have, and no
  /// filing is taken before the employer's registration is. It is one field to mend, and one finds it before the queue.
  private mutating func representativeNumber(
    of owner: Message,
    _ usual: IdentityType?,
    in person: Int?,
    asOf: CivilDate
  ) -> String? {
    guard let person else { return nil }
    let typeLabel = MemberLabel.owned("证件类型", by: owner)
    var type = code(.idType, typeLabel, in: person, as: IdentityType.self) ?? usual
    let label = MemberLabel.owned("证件号码", by: owner)
    guard let written = text(.idNumber, label, in: person), !written.isEmpty else { return nil }
    if type == nil, ResidentNumber(paperNumber(written)) != nil { type = .residentCard }
    return identity(written, type ?? .other, label, in: person, asOf: asOf).number
  }

  private mutating func postalCode(in object: Int) -> String? {
    guard let code = text(.postalCode, "邮政编码", in: object) else { return nil }
    let isRight = code.utf8.count == 6 && code.utf8.allSatisfy { (48...57).contains($0) }
    if !isRight || code == "000000", let value = tree.member(.postalCode, of: object) {
      report(Diagnostic("V-05", .warning, "邮政编码应为6位数字", found: "\(shown(code))"), at: value)
    }
    return code
  }

  /// Checks a unified social credit code (V-03).
  private mutating func checkCreditCode(_ text: String, nature: CodedText?, in object: Int) {
    guard let value = tree.member(.uscc, of: object) else { return }
    guard let code = CreditCode(text) else {
      report(
        Diagnostic(
          "V-03",
          .error,
          "统一社会信用代码格式不正确",
          found: "\(shown(text))",
          expected: "18位，数字和大写字母（没有 I、O、S、V、Z），第3至8位为数字",
          citation: "GB 32100-2015"
        ),
        at: value
      )
      return
    }
    guard code.isCheckRight else {
      report(
        Diagnostic(
          "V-03",
          .error,
          "统一社会信用代码校验码错误，应为\(code.expectedCheck)",
          found: "\(shown(text))",
          advice: "请对照营业执照核对每一位",
          citation: "GB 32100-2015"
        ),
        at: value
      )
      return
    }
    checkInside(code, text, nature: nature, at: value)
  }

  private mutating func checkInside(
    _ code: CreditCode,
    _ text: String,
    nature: CodedText?,
    at value: Int
  ) {
    if !code.isOrganisationCodeRight {
      report(
        Diagnostic(
          "V-03o",
          .warning,
          "统一社会信用代码第9至17位的组织机构代码校验位不符",
          found: "\(shown(text))",
          citation: "GB 11714-1997"
        ),
        at: value
      )
    }
    if let nature = nature.flatMap({ EmployerNature(rawValue: $0.code) }),
      let prefix = nature.creditCodePrefix, prefix != code.prefix
    {
      report(
        Diagnostic(
          "V-03b",
          .warning,
          "单位性质与统一社会信用代码类别不一致",
          found: "\(term: nature.label)、\(code.prefix)",
          expected: "\(term: nature.label)的代码以 \(prefix) 开头"
        ),
        at: value
      )
    }
  }
}
