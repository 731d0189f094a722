/// How many people an employer has, as 用人单位劳动用工基本情况备案表 counts them; what is left out is nothing.
public struct EmployerStats: Sendable, Hashable {
  /// 上年度职工工资总额, in ten thousand yuan.
  public let wageTotalLastYear: Money?
  /// 上年度在岗职工人均月工资, in yuan.
  public let averageMonthlyWage: Money?
  /// 累计拖欠职工工资总额, in ten thousand yuan.
  public let arrearsTotal: Money?
  /// 拖欠工资涉及职工人数.
  public let arrearsPeople: Int?
  /// 单位空缺岗位.
  public let vacancies: Int?
  /// 劳动关系人员数.
  public let staff: Int?
  /// 男职工.
  public let male: Int?
  /// 女职工.
  public let female: Int?
  /// 在岗职工.
  public let onDuty: Int?
  /// 非在岗职工.
  public let offDuty: Int?
  /// 其中农民工.
  public let migrant: Int?
  /// 应签订劳动合同人数.
  public let shouldSign: Int?
  /// 实签订人数.
  public let signed: Int?
  /// 合同签订率, in per cent.
  public let signRate: Int?
  /// 以完成一定工作任务为期限.
  public let taskContracts: Int?
  /// 签订3年以下.
  public let under3y: Int?
  /// 签订3年至10年.
  public let from3to10y: Int?
  /// 签订10年以上和无固定期限.
  public let over10yOrOpen: Int?
}

extension EmployerStats {
  /// 合同签订率 in whole per cent, rounded down, or 100 where nobody has to sign (备案表一填表说明).
  public var effectiveSignRate: Int? {
    if let signRate { return signRate }
    guard let signed, let shouldSign else { return nil }
    return shouldSign == 0 ? 100 : signed * 100 / shouldSign
  }
}
