import Calendar
import Diagnostics
import Records

extension Rule {
  /// Whether the filing's state lets it do what it does (V-27).
  static let stateGate = Rule(
    "V-27",
    "备案状态的关口",
    seesDead: true,
    statement:
      "续签和解除（终止）以前，原合同应已审核通过并生成名册；只有未审核和审核不通过的备案可以作废；未审核通过的备案不能进入名册。原合同的状态写在 prior 的 status 和 rostered 中，没有写的由账本核对。只有审核不通过的备案可以改动：改动以前是什么，记录里看不出来，由办事系统把关。",
    citation: "《吉林省单位网厅用工备案管理业务操作指南》",
    passing: "原合同审核通过，是否生成名册为是",
    failing: "原合同还没有生成名册就续签"
  ) { filing, _, findings in
    if filing.isVoid, filing.approvedAt != nil || filing.isApproved || filing.rostered {
      findings.add(
        .error,
        "f.contractState",
        "仅未审核和审核不通过的可以作废",
        found: filing.rostered ? "已生成名册" : "已审核通过"
      )
    }
    guard !filing.isDead else { return }
    if filing.rostered, !filing.isApproved {
      findings.add(
        .error,
        "f.rostered",
        "未审核通过的备案不能进入名册",
        found: "\(term: filing.review.status.label)"
      )
    }
    guard let prior = filing.contract.prior else { return }
    if let status = prior.status, status != .approved, status != .automatic {
      findings.add(
        .error,
        "c.prior.contractNo",
        "原合同尚未审核通过",
        found: "\(term: status.label)",
        expected: "审核通过"
      )
    }
    if prior.rostered == false {
      findings.add(.error, "c.prior.contractNo", "请先生成备案名册", found: "原合同未生成名册")
    }
  }

  /// Whether the papers were signed before they were submitted (V-29).
  static let signedBeforeSubmission = Rule(
    "V-29",
    "先签字盖章再提交",
    on: .concluding,
    statement: "先下载合同书，双方签字盖章后再提交审核，所以签订日期不晚于提交日期。",
    citation: "《沾益区劳动合同网签业务操作指南》",
    passing: "2021-10-08签订，2021-10-10提交",
    failing: "2021-10-10提交，2021-10-12签订"
  ) { filing, _, findings in
    guard let day = filing.submittedAt, day < filing.contract.signDate else { return }
    findings.add(
      .warning,
      "c.signDate",
      "请先下载合同书并签字盖章后再提交审核",
      found: "\(day) 提交，\(filing.contract.signDate) 签订"
    )
  }
}
