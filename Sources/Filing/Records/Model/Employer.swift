public import Calendar

/// The employer who files.
public struct Employer: Sendable {
  /// The full name on the licence.
  public let name: String
  /// The unified social credit code.
  public let uscc: String
  /// The organisation code.
  public let orgCode: String?
  /// 单位性质.
  public let nature: CodedText?
  /// 隶属关系.
  public let affiliation: CodedText?
  /// 单位经济类型.
  public let economicType: CodedText?
  /// 所有制性质.
  public let ownership: CodedText?
  /// 所属行业.
  public let industry: CodedText?
  /// 行政区划.
  public let division: CodedText?
  /// The legal representative or chief.
  public let legalRep: Representative?
  /// The registered capital in ten thousand yuan.
  public let registeredCapital: Money?
  /// The registered address.
  public let registeredAddress: String?
  /// The address of business.
  public let businessAddress: String?
  /// The mailing address.
  public let mailingAddress: String?
  /// The postal code.
  public let postalCode: String?
  /// The landline.
  public let phone: String?
  /// 单位联系人.
  public let contact: Representative?
  /// 单位经办人.
  public let agent: Representative?
  /// 送审机构.
  public let reviewOrg: CodedText?
  /// 单位编号 of social insurance.
  public let socialSecurityNo: String?
  /// 社会保险登记证号.
  public let socialSecurityRegistration: String?
  /// 上级主管部门.
  public let superior: String?
  /// The employer's own registration, where the file tells of it.
  public let review: Review?
  /// 法人账号, the name of the employer's account in the hall.
  public let account: String?
  /// The day the online hall was opened to the employer.
  public let hallGrantedAt: CivilDate?
  /// The counters of 用人单位劳动用工基本情况备案表.
  public let stats: EmployerStats?
  /// The kinds of the attachments that are there, such as 营业执照.
  public let attachments: [String]
  /// All attachments that the file names, there or not.
  public let materials: [Attachment]

  /// Whether the employer's own registration is approved, without which no roster is made.
  public var isApproved: Bool {
    review?.status == .approved || review?.status == .automatic
  }
}

/// A person who stands for the employer.
public struct Representative: Sendable, Hashable {
  /// The name.
  public let name: String
  /// The identity number.
  public let idNumber: String?
  /// The telephone.
  public let phone: String?
}

/// A paper or picture that a filing system asks for.
public struct Attachment: Sendable, Hashable {
  /// What it is, such as 营业执照.
  public let kind: String
  /// Whether it must be there.
  public let isRequired: Bool?
  /// Whether it has been uploaded.
  public let isUploaded: Bool?
  /// How many pages it has.
  public let pages: Int?
  /// The name of its file.
  public let file: String?

  /// Whether it is there; one that does not say so was named because it is.
  var isThere: Bool { isUploaded != false }
}

extension Employer {
  /// An employer of whom nothing is known.
  static let blank = Employer(
    name: "",
    uscc: "",
    orgCode: nil,
    nature: nil,
    affiliation: nil,
    economicType: nil,
    ownership: nil,
    industry: nil,
    division: nil,
    legalRep: nil,
    registeredCapital: nil,
    registeredAddress: nil,
    businessAddress: nil,
    mailingAddress: nil,
    postalCode: nil,
    phone: nil,
    contact: nil,
    agent: nil,
    reviewOrg: nil,
    socialSecurityNo: nil,
    socialSecurityRegistration: nil,
    superior: nil,
    review: nil,
    account: nil,
    hallGrantedAt: nil,
    stats: nil,
    attachments: [],
    materials: []
  )
}
