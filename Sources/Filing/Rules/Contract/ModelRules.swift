import Calendar
import Diagnostics
import Records

// The rules that hold between the fields of one record, numbered as domain rules 1 to 11 of the record model.
extension Rule {
  /// Whether a first contract has none before it, and a renewal counts on (M-01).
  static let priorAndSequence = Rule(
    "M-01",
    "原合同和订立次数",
    on: .concluding,
    statement: "新签没有原合同，是第一次订立；续签有原合同，订立次数比原合同多一次。",
    citation: "备案数据规范",
    passing: "原合同第1次订立，续签为第2次",
    failing: "原合同第1次订立，续签写作第3次"
  ) { filing, _, findings in
    let contract = filing.contract
    if filing.kind == .new, contract.prior != nil {
      findings.add(.warning, "c.prior.contractNo", "新签不应有原合同", advice: "如是续签，请改业务类型")
    }
    if filing.kind == .new, contract.sequence != 1 {
      findings.add(
        .warning,
        "c.sequence",
        "新签应是第一次订立",
        found: "第\(contract.sequence)次",
        expected: "第1次",
        advice: "如是续签，请改业务类型"
      )
    }
    if filing.kind == .renew, let sequence = contract.prior?.sequence,
      contract.sequence != sequence + 1
    {
      findings.add(
        .warning,
        "c.sequence",
        "订立次数与原合同不连续",
        found: "第\(contract.sequence)次",
        expected: "第\(sequence + 1)次"
      )
    }
  }

  /// Whether the certificate is not dated ahead (M-07).
  static let certificateNotAhead = Rule(
    "M-07",
    "证明书日期",
    on: [.terminate],
    statement: "证明书的出具日期不晚于基准日期。",
    citation: "备案数据规范",
    passing: "基准日期2026-11-20，2026-11-15出具",
    failing: "基准日期2026-11-20，2026-12-01出具"
  ) { filing, standards, findings in
    guard let date = filing.termination?.certificate?.issueDate, date > standards.asOf else {
      return
    }
    findings.add(
      .warning,
      "t.certificate.issueDate",
      "证明书出具日期晚于基准日期",
      found: "\(date)",
      expected: "不晚于 \(standards.asOf)"
    )
  }

  /// Whether a filing in a roster says in which (M-08).
  static let rosterNumber = Rule(
    "M-08",
    "名册编号",
    statement:
      "已生成名册的备案应有名册编号和审核通过日期。文件里的已办业务名册（rosters）按编号（no）或者所含备案（filingIds）与备案对照，名册的类型应与其中备案的业务一致：新签名册里只有新签和历史合同导入，续签名册里只有续签，解除（终止）名册里只有解除（终止）；已作废的名册和类型是当地自己的说法的不比较。",
    citation: "备案数据规范；吉林省单位网厅用工备案管理业务操作指南",
    passing: "是否生成名册为是，名册编号已填写，是新签备案名册的编号",
    failing: "是否生成名册为是，没有名册编号；或者新签备案名册里有解除（终止）的备案"
  ) { filing, _, findings in
    guard filing.rostered else { return }
    if filing.rosterNo == nil {
      findings.add(.warning, "f.rosterNo", "已生成名册的备案没有名册编号", advice: "请补填名册编号")
    }
    if filing.approvalDate == nil {
      findings.add(.warning, "f.approvedAt", "已生成名册的备案没有审核通过日期")
    }
  }

  /// Whether as many copies are made as the place asks for (M-10).
  static let copies = Rule(
    "M-10",
    "合同份数",
    on: .concluding,
    statement: "劳动合同由双方各执一份；有的地方另外要求一份放入职工档案。",
    citation: "《劳动合同法》第十六条；各地操作指南",
    passing: "沾益一式三份",
    failing: "沾益只有两份"
  ) { filing, standards, findings in
    guard filing.contract.signMode == .paper,
      filing.contract.copies < standards[.contractCopies]
    else { return }
    findings.add(
      .warning,
      "c.copies",
      "合同份数少于当地要求",
      found: "\(filing.contract.copies)份",
      expected: "\(standards[.contractCopies])份"
    )
  }

  /// Whether work began no later than the term (M-11).
  static let hiredBeforeTerm = Rule(
    "M-11",
    "用工起始日期",
    on: [.new],
    statement: "用工起始日期一般不晚于合同起始日期；合同先订立、以后用工的，劳动关系自用工之日起建立。",
    citation: "《劳动合同法》第七条、第十条第三款",
    passing: "2021-10-08用工，合同自2021-10-08起",
    failing: "2021-10-08起的合同，2021-11-01用工"
  ) { filing, _, findings in
    guard filing.contract.hireDate > filing.contract.startDate else { return }
    findings.add(
      .warning,
      "c.hireDate",
      "用工起始日期晚于合同起始日期",
      found: "\(filing.contract.hireDate)",
      expected: "不晚于 \(filing.contract.startDate)"
    )
  }
}
