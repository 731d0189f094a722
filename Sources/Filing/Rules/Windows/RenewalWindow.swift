import Calendar
import Diagnostics
import Records

extension Rule {
  /// Whether a renewal is filed around the end of the contract before (V-21).
  static let renewalWindow = Rule(
    "V-21",
    "续签备案的窗口",
    on: [.renew],
    statement: "续签应当在原合同到期前一个月至到期后一个月内提交，含首尾两天。",
    citation: "《沾益区劳动合同网签业务操作指南》",
    passing: "原合同2021-03-31到期，2021-02-28至2021-04-30提交",
    failing: "原合同2021-03-31到期，2021-02-27或者2021-05-01提交"
  ) { filing, standards, findings in
    guard let end = filing.contract.prior?.endDate, let day = filing.submissionDay(standards)
    else { return }
    let first = end.addingMonths(-standards[.renewMonthsBefore])
    let last = standards.windowEnd(end.addingMonths(standards[.renewMonthsAfter]), &findings)
    if day < first || day > last {
      findings.add(
        .warning,
        "c.prior.endDate",
        "续签应在合同到期前一个月至到期后一个月内办理（\(first)至\(last)）",
        found: "\(day) 提交",
        expected: "不早于 \(first)，\(last.asLastDay)"
      )
    } else if day == last, filing.submittedAt == nil {
      findings.remind("c.prior.endDate", "今天是续签的最后一天（\(last)）", expected: last.asLastDay)
    }
  }

  /// Whether a renewal comes after the contract before has run out (V-21a).
  static let lateRenewal = Rule(
    "V-21a",
    "到期以后续签",
    on: [.renew],
    statement: "合同到期后继续用工超过一个月、用人单位未表示异议的，劳动者可以请求按原条件续订劳动合同。",
    citation: "法释〔2025〕12号第十一条",
    passing: "原合同到期以前提交",
    failing: "原合同2021-03-31到期，2021-04-20提交"
  ) { filing, standards, findings in
    guard let end = filing.contract.prior?.endDate, let day = filing.submissionDay(standards),
      day > end
    else { return }
    findings.add(
      .warning,
      "c.prior.endDate",
      "合同已到期；继续用工超过一个月未表示异议的，劳动者可请求按原条件续订（法释〔2025〕12号第十一条）",
      found: "\(end) 到期，\(day) 提交"
    )
  }

  /// Whether a renewal begins the day after the contract before has ended (V-23).
  static let renewalFollowsPrior = Rule(
    "V-23",
    "续订日期的衔接",
    on: [.renew],
    statement: "续订的起始日期应为原合同终止日期的次日。",
    citation: "各地续签备案名册",
    passing: "原合同至2021-03-31，续订自2021-04-01起",
    failing: "原合同至2021-03-31，续订自2021-04-10起"
  ) { filing, _, findings in
    guard let end = filing.contract.prior?.endDate else { return }
    let next = end.addingDays(1)
    guard filing.contract.startDate != next else { return }
    findings.add(
      .warning,
      "c.startDate",
      "续订起始日期与原终止日期不连续",
      found: "\(filing.contract.startDate)",
      expected: "\(next)"
    )
  }
}
