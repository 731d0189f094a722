import JSON

extension RecordReader {
  private static let statsKeys: KnownKeys = [
    .wageTotalLastYear, .avgMonthlyWageLastYear, .arrearsTotal, .arrearsPeople, .vacancies,
    .staff, .male, .female, .onDuty, .offDuty, .migrant, .shouldSign, .signed, .signRate,
    .taskContracts, .under3y, .from3to10y, .over10yOrOpen,
  ]

  /// Reads the counters of an employer.
  mutating func stats(_ object: Int?) -> EmployerStats? {
    guard let object else { return nil }
    close(object, knows: Self.statsKeys)
    return EmployerStats(
      wageTotalLastYear: money(.wageTotalLastYear, "上年度职工工资总额", in: object),
      averageMonthlyWage: money(.avgMonthlyWageLastYear, "上年度在岗职工人均月工资", in: object),
      arrearsTotal: money(.arrearsTotal, "累计拖欠职工工资总额", in: object),
      arrearsPeople: count(.arrearsPeople, "拖欠工资涉及职工人数", in: object),
      vacancies: count(.vacancies, "单位空缺岗位", in: object),
      staff: count(.staff, "劳动关系人员数", in: object),
      male: count(.male, "男职工", in: object),
      female: count(.female, "女职工", in: object),
      onDuty: count(.onDuty, "在岗职工", in: object),
      offDuty: count(.offDuty, "非在岗职工", in: object),
      migrant: count(.migrant, "农民工", in: object),
      shouldSign: count(.shouldSign, "应签订劳动合同人数", in: object),
      signed: count(.signed, "实签订人数", in: object),
      signRate: count(.signRate, "合同签订率", in: object),
      taskContracts: count(.taskContracts, "以完成一定工作任务为期限的人数", in: object),
      under3y: count(.under3y, "签订3年以下的人数", in: object),
      from3to10y: count(.from3to10y, "签订3年至10年的人数", in: object),
      over10yOrOpen: count(.over10yOrOpen, "签订10年以上和无固定期限的人数", in: object)
    )
  }

  private mutating func count(_ name: RecordKey, _ label: MemberLabel, in object: Int) -> Int? {
    integer(name, label, in: object, within: 0...10_000_000)
  }
}
