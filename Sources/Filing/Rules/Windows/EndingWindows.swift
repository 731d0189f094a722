import Calendar
import Diagnostics
import Records

extension Rule {
  /// Whether a termination is filed within a month of the contract's end (V-22).
  static let terminationWindow = Rule(
    "V-22",
    "解除（终止）备案的窗口",
    on: [.terminate],
    statement: "合同已经到期的，解除（终止）备案应当在到期后一个月内提交，含最后一天。",
    citation: "《沾益区劳动合同网签业务操作指南》",
    passing: "合同2021-03-31到期，2021-04-30提交",
    failing: "合同2021-03-31到期，2021-05-01提交"
  ) { filing, standards, findings in
    guard let end = filing.contract.endDate, let day = filing.submissionDay(standards), day > end
    else { return }
    let last = standards.windowEnd(end.addingMonths(standards[.terminateMonths]), &findings)
    if day > last {
      findings.add(
        .warning,
        "c.endDate",
        "合同到期超过一个月，系统无法解除（最迟\(last)）",
        found: "\(end) 到期，\(day) 提交",
        expected: last.asLastDay
      )
    } else if day == last, filing.submittedAt == nil {
      findings.remind("c.endDate", "今天是解除（终止）备案的最后一天（\(last)）", expected: last.asLastDay)
    }
  }

  /// Whether a revocation comes within seven days of approval (V-24).
  static let revocationWindow = Rule(
    "V-24",
    "撤销的期限",
    seesDead: true,
    statement: "审核通过的备案，自审核通过之日起7日内可以撤销，审核通过当天不计。",
    citation: "《沾益区劳动合同网签业务操作指南》",
    passing: "2021-06-01审核通过，2021-06-08撤销",
    failing: "2021-06-01审核通过，2021-06-09撤销"
  ) { filing, standards, findings in
    // The day that a review was handled is that of the approval only while the review says so.
    let approval = filing.isApproved ? filing.approvalDate : filing.approvedAt
    guard filing.isRevoked, let approved = approval else { return }
    let day = filing.revokedAt ?? standards.asOf
    let last = standards.windowEnd(approved.addingDays(standards[.revokeDays]), &findings)
    guard day > last else { return }
    findings.add(
      .warning,
      "f.revokedAt",
      "自审核通过起\(standards[.revokeDays])日内方可撤销（最迟\(last)）",
      found: "\(approved) 审核通过，\(day) 撤销",
      expected: "不晚于 \(last)"
    )
  }

  /// Whether an old contract is imported soon after the hall was opened, and still runs (V-25).
  static let importWindow = Rule(
    "V-25",
    "历史合同导入的期限",
    on: [.import],
    statement: "历史合同应当在网厅权限开通后7个工作日内导入（开通当天不计，按调休计算工作日），并且合同仍在履行。",
    citation: "《沾益区劳动合同网签业务操作指南》",
    passing: "2021-02-05开通，2021-02-20（调休上班）导入，是第7个工作日",
    failing: "2021-02-05开通，2021-02-22导入，是第8个工作日"
  ) { filing, standards, findings in
    let day = filing.submittedAt ?? filing.approvalDate ?? standards.asOf
    if let end = filing.contract.endDate, end < day {
      findings.add(
        .warning,
        "c.endDate",
        "历史合同导入时应仍在履行",
        found: "\(end) 已终止，\(day) 导入"
      )
    }
    guard let granted = standards.batch.employer.hallGrantedAt else {
      findings.gaps.insert(.hallOpening)
      return
    }
    if !standards.workingDays.knows(granted, through: day) { findings.gaps.insert(.holidays) }
    let days = standards[.importWorkingDays]
    let last = standards.workingDays.day(days, workingDaysAfter: granted)
    guard day > last else { return }
    findings.add(
      .warning,
      "f.submittedAt",
      "历史合同应在开通后\(days)个工作日内导入（最迟\(last)）",
      found: "\(granted) 开通，\(day) 导入",
      expected: "不晚于 \(last)"
    )
  }
}
