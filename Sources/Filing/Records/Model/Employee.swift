public import Calendar

/// The person a filing is about.
public struct Employee: Sendable {
  /// The name as it is printed.
  public let name: String
  /// The kind of identity paper.
  public let idType: IdentityType
  /// The number of the paper.
  public let idNumber: String
  /// The sex, taken from a resident identity number where the file does not say.
  public let sex: Sex?
  /// The day of birth, taken from a resident identity number where the file does not say.
  public let birthDate: CivilDate?
  /// The nationality.
  public let nationality: String?
  /// 民族.
  public let ethnicity: String?
  /// 文化程度.
  public let education: String?
  /// 户口性质.
  public let hukouType: String?
  /// 户籍地址.
  public let hukouAddress: String?
  /// 现住址.
  public let residence: String?
  /// 联系电话.
  public let phone: String
  /// Which original retirement age applies.
  public let retirementCategory: RetirementCategory?
  /// 参加工作日期.
  public let workStartDate: CivilDate?
  /// The day on which the person has chosen to retire before or after the statutory age (人社部发〔2024〕94号).
  public let plannedRetirement: CivilDate?
  /// 是否特殊工种.
  public let specialWork: Bool?
  /// The last day the identity paper is valid.
  public let idValidTo: CivilDate?
  /// The number of the bank account.
  public let bankAccount: String?
  /// 银行类别.
  public let bankCode: String?
  /// 是否使用社保卡.
  public let usesSocialCard: Bool?

  init(
    name: String,
    idType: IdentityType,
    idNumber: String,
    sex: Sex?,
    birthDate: CivilDate?,
    phone: String,
    retirementCategory: RetirementCategory?,
    rest: EmployeeRest
  ) {
    self.name = name
    self.idType = idType
    self.idNumber = idNumber
    self.sex = sex
    self.birthDate = birthDate
    self.phone = phone
    self.retirementCategory = retirementCategory
    (nationality, ethnicity, education) = (rest.nationality, rest.ethnicity, rest.education)
    (hukouType, hukouAddress) = (rest.hukouType, rest.hukouAddress)
    (residence, workStartDate) = (rest.residence, rest.workStartDate)
    plannedRetirement = rest.plannedRetirement
    (specialWork, idValidTo) = (rest.specialWork, rest.idValidTo)
    bankAccount = rest.bankAccount
    (bankCode, usesSocialCard) = (rest.bankCode, rest.usesSocialCard)
  }
}
