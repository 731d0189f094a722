import Calendar
import Diagnostics
import Records

extension Rule {
  /// Whether a probation is allowed, short enough and the only one (V-13).
  static let probationLength = Rule(
    "V-13",
    "试用期期限",
    on: .agreed,
    statement:
      "合同不满三个月、以完成一定工作任务为期限或者非全日制的，不得约定试用期；不满一年的不超过一个月，不满三年的不超过二个月，三年以上和无固定期限的不超过六个月。试用期自合同起始之日起算。同一单位与同一劳动者只能约定一次。",
    citation: "《劳动合同法》第十九条、第七十条",
    passing: "合同2021-10-08至2024-10-07（三年），试用期至2022-04-07（六个月）",
    failing: "合同2021-10-08至2024-10-06（差一天不满三年），试用期至2022-04-07（最多二个月）"
  ) { filing, standards, findings in
    guard let probation = filing.contract.probation else { return }
    let contract = filing.contract
    let start = probation.startDate ?? contract.startDate
    if contract.sequence > 1 || contract.prior != nil {
      findings.add(
        .error,
        "c.probation.endDate",
        "同一劳动者只能约定一次试用期",
        found: "第\(contract.sequence)次订立，又约定试用期"
      )
    }
    if start != contract.startDate {
      findings.add(
        .error,
        "c.probation.startDate",
        "试用期应自合同起始日期起算",
        found: "\(start)",
        expected: "\(contract.startDate)"
      )
    }
    guard let limit = filing.probationLimit(standards), limit > 0 else {
      findings.add(
        .error,
        "c.probation.endDate",
        "该类合同不得约定试用期",
        found: filing.contract.termType == .fixed
          ? filing.termText : Message(term: filing.contract.termType.label)
      )
      return
    }
    let last = start.termEnd(months: limit)
    guard let end = probation.endDate, end > last else { return }
    findings.add(
      .error,
      "c.probation.endDate",
      "试用期超过法定上限（\(limit)个月）",
      found: "\(start) 至 \(end)",
      expected: "不晚于 \(last)",
      advice: contract.termType == .fixed ? filing.termText : nil
    )
  }

  /// Whether the contract is more than its probation (V-13a).
  static let probationOnly = Rule(
    "V-13a",
    "只有试用期的合同",
    on: .agreed,
    statement: "劳动合同仅约定试用期的，试用期不成立，该期限为劳动合同期限。",
    citation: "《劳动合同法》第十九条第四款",
    passing: "合同一年，试用期一个月",
    failing: "合同2021-10-08至2022-01-07，试用期也至2022-01-07"
  ) { filing, _, findings in
    guard let end = filing.contract.probation?.endDate, let last = filing.contract.endDate,
      end >= last
    else { return }
    findings.add(
      .error,
      "c.probation.endDate",
      "仅约定试用期的，试用期不成立，该期限为劳动合同期限",
      found: "合同与试用期均至 \(last)"
    )
  }
}

extension Filing {
  /// The longest probation that the contract may have, in months; 0 when it may have none.
  fileprivate func probationLimit(_ standards: Standards) -> Int? {
    if isPartTime || contract.termType == .task { return 0 }
    guard let end = contract.endDate else { return standards[.openProbationMonths] }
    let months = contract.startDate.fullMonths(through: end)
    return standards.book.probation.first { months < $0.below ?? .max }?.limit
  }

  /// The term in dates and full months.
  fileprivate var termText: Message {
    guard let end = contract.endDate else { return "\(term: contract.termType.label)" }
    let months = contract.startDate.fullMonths(through: end)
    return "合同 \(contract.startDate) 至 \(end)，满\(months)个月"
  }
}
