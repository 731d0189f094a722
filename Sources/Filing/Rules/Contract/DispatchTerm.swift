import Calendar
import Diagnostics
import Records

extension Rule {
  /// Whether a dispatched worker has a fixed term of two years and a host (V-17).
  static let dispatchTerm = Rule(
    "V-17",
    "劳务派遣的期限和用工单位",
    on: .agreed,
    statement: "劳务派遣单位应当与被派遣劳动者订立二年以上的固定期限劳动合同，并载明用工单位、派遣期限和岗位；写了用工单位的统一社会信用代码的，校验码应正确。",
    citation: "《劳动合同法》第五十八条",
    passing: "2024-01-01至2025-12-31，用工单位已填写",
    failing: "2024-01-01至2025-12-30，差一天不满二年"
  ) { filing, standards, findings in
    guard filing.contract.employmentForm.code == EmploymentForm.dispatched.rawValue else { return }
    let (contract, months) = (filing.contract, standards[.dispatchMonths])
    let least = contract.startDate.termEnd(months: months)
    if contract.termType != .fixed || contract.endDate.map({ $0 < least }) ?? true {
      findings.add(
        .error,
        "c.endDate",
        "劳务派遣劳动合同期限不得少于二年",
        found: contract.endDate.map { "\($0)" } ?? "\(term: contract.termType.label)",
        expected: "固定期限，不早于 \(least) 终止"
      )
    }
    guard let dispatch = contract.dispatch, dispatch.start != nil, dispatch.post != nil else {
      findings.add(
        .error,
        "c.dispatch.hostUnit",
        "劳务派遣合同应写明用工单位、派遣期限和岗位",
        advice: "请补填用工单位、派遣起始日期和派遣岗位"
      )
      return
    }
    findings.judge(dispatch)
  }
}

extension Findings {
  /// Says when the host has a code that nobody can have, or the stay with it ends before it begins.
  fileprivate mutating func judge(_ dispatch: Dispatch) {
    if let code = dispatch.hostUscc, CreditCode(code).map({ !$0.isCheckRight }) ?? true {
      add(
        .error,
        "c.dispatch.hostUscc",
        "用工单位的统一社会信用代码有误",
        found: "\(MaskedText.shown(code))",
        expected: CreditCode(code).map { "校验码\($0.expectedCheck)" } ?? "18位统一社会信用代码"
      )
    }
    if let start = dispatch.start, let end = dispatch.end, end < start {
      add(.error, "c.dispatch.end", "派遣期限的终止日期早于起始日期", found: "\(start) 至 \(end)")
    }
  }
}
