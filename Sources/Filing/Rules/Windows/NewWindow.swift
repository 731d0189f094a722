import Calendar
import Diagnostics
import Records

extension Rule {
  /// Whether a first contract is filed within a month of hiring (V-20).
  static let newWindow = Rule(
    "V-20",
    "新签备案的窗口",
    on: [.new],
    statement: "新签备案应当在用工之日起一个月内提交，含最后一天。审核已经通过、没有记录提交日期的不再判断。",
    citation: "《沾益区劳动合同网签业务操作指南》",
    passing: "2021-01-31用工，2021-02-28提交",
    failing: "2021-01-31用工，2021-03-01提交"
  ) { filing, standards, findings in
    guard let day = filing.submissionDay(standards) else { return }
    let hire = filing.contract.hireDate
    let last = standards.windowEnd(hire.addingMonths(standards[.newMonths]), &findings)
    if day > last {
      findings.add(
        .warning,
        "c.hireDate",
        "自用工之日起超过一个月，系统无法新签（最迟\(last)）",
        found: "\(hire) 用工，\(day) 提交",
        expected: last.asLastDay,
        advice: "请走绿色通道，附情况说明"
      )
    } else if day == last, filing.submittedAt == nil {
      findings.remind("c.hireDate", "今天是新签的最后一天（\(last)）", expected: last.asLastDay)
    }
  }

  /// Whether a filing comes within the days that the provinces ask for (V-22a).
  static let filingPeriod = Rule(
    "V-22a",
    "劳动用工备案的期限",
    on: [.new, .terminate],
    statement: "新招用的自用工之日起30日内备案，解除（终止）的7日内备案；最后一天是休息日的，顺延到下一个工作日。单位名称等变更的30日内备案：变更的日期不在记录里，不判断。",
    citation: "劳社部发〔2006〕46号；《民法典》第二百零三条",
    passing: "2021-10-08用工，2021-11-07（星期日）顺延至11-08备案",
    failing: "2021-10-08用工，2021-11-09备案"
  ) { filing, standards, findings in
    guard let day = filing.submissionDay(standards) else { return }
    let isEnd = filing.kind == .terminate
    guard let start = isEnd ? filing.termination?.date : filing.contract.hireDate else { return }
    let days = standards[isEnd ? .filingDaysAfterEnd : .filingDaysAfterHire]
    let unmoved = start.addingDays(days)
    guard day > unmoved else { return }
    if !standards.workingDays.knows(unmoved, through: unmoved) { findings.gaps.insert(.holidays) }
    let last = standards.workingDays.shifted(unmoved)
    guard day > last else { return }
    findings.add(
      .warning,
      isEnd ? "t.date" : "c.hireDate",
      "劳动用工备案应在\(days)日内办理（最迟\(last)）",
      found: "\(day) 提交",
      expected: "不晚于 \(last)"
    )
  }
}
