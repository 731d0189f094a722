import JSON

extension RecordReader {
  /// Reads the counters of an employer; amounts of money among them are for other forms.
  mutating func stats(_ object: Int?) -> EmployerStats? {
    guard let object else { return nil }
    return EmployerStats(
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

  private mutating func count(_ name: RecordKey, _ label: String, in object: Int) -> Int? {
    integer(name, label, in: object, within: 0...10_000_000)
  }
}
