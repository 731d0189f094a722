import Calendar
import Diagnostics
import Records

extension Rule {
  /// Whether the contract was signed within a month of hiring (V-10).
  static let signedInTime = Rule(
    "V-10",
    "订立合同的期限",
    on: [.new],
    statement: "已建立劳动关系、未同时订立书面劳动合同的，应当自用工之日起一个月内订立。",
    citation: "《劳动合同法》第十条第二款",
    passing: "2021-01-31用工，2021-02-28签订",
    failing: "2021-01-31用工，2021-03-01签订"
  ) { filing, standards, findings in
    let last = filing.contract.hireDate.addingMonths(standards[.writtenContractMonths])
    guard filing.contract.signDate > last else { return }
    findings.add(
      .warning,
      "c.signDate",
      "应自用工之日起一个月内订立劳动合同（最迟\(last)），超期无法新签",
      found: "\(filing.contract.signDate)",
      expected: "不晚于 \(last)"
    )
  }

  /// Whether double wages are due for working without a contract (V-10a).
  static let doubledWage = Rule(
    "V-10a",
    "未订立书面合同的二倍工资",
    on: [.new],
    statement: "用工超过一个月不满一年未订立书面劳动合同的，应当每月支付二倍的工资，起算时间为用工之日起满一个月的次日。",
    citation: "《劳动合同法》第八十二条；《劳动合同法实施条例》第六条",
    passing: "用工一个月内签订",
    failing: "2021-01-04用工，2021-06-01签订：自2021-02-05起每月二倍工资"
  ) { filing, _, findings in
    let hire = filing.contract.hireDate
    let (month, year) = (hire.addingMonths(1), hire.addingMonths(12))
    guard filing.contract.signDate > month, filing.contract.signDate < year else { return }
    findings.add(
      .warning,
      "c.signDate",
      "超过一个月未订立书面合同，自\(month.addingDays(1))起每月二倍工资",
      found: "\(hire) 用工，\(filing.contract.signDate) 签订"
    )
  }

  /// Whether an open-ended contract has come about of itself (V-10b).
  static let tacitOpenContract = Rule(
    "V-10b",
    "满一年未订立书面合同",
    on: [.new],
    statement: "用工满一年不订立书面劳动合同的，视为已订立无固定期限劳动合同。",
    citation: "《劳动合同法》第十四条第三款；《劳动合同法实施条例》第七条",
    passing: "用工一个月内签订",
    failing: "2021-01-04用工，2022-01-04才签订固定期限合同"
  ) { filing, _, findings in
    let year = filing.contract.hireDate.addingMonths(12)
    guard filing.contract.signDate >= year else { return }
    findings.add(
      .warning,
      "c.termType",
      "自用工之日起满一年未订立书面合同，视为已订立无固定期限劳动合同",
      found: "\(filing.contract.hireDate) 用工，\(filing.contract.signDate) 签订"
    )
  }
}
