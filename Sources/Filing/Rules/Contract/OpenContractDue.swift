import Calendar
import Diagnostics
import Records

extension Rule {
  /// Whether an open-ended contract was due after two fixed terms (V-14).
  static let openContractDue = Rule(
    "V-14",
    "第三次订立合同",
    on: [.new, .renew],
    statement:
      "连续订立二次固定期限劳动合同后续订的，应当订立无固定期限劳动合同，劳动者提出订立固定期限的除外（附《续签情况说明》）。只计2008年1月1日以后订立的合同。2025年9月1日起，约定延长期限累计一年以上、期满自动续延、变换用人单位订立的，也算一次；记录里看不出来，请计入订立次数（sequence）。",
    citation: "《劳动合同法》第十四条第二款第三项、第九十七条；法释〔2025〕12号",
    passing: "第三次订立，无固定期限；或者固定期限并附《续签情况说明》",
    failing: "第三次订立，仍为固定期限，没有附件"
  ) { filing, standards, findings in
    guard filing.contract.termType == .fixed else { return }
    let contract = filing.contract
    guard contract.sequence > standards[.fixedTermsBeforeOpen],
      contract.prior?.termType ?? .fixed == .fixed,
      contract.prior.map({ $0.startDate.year >= standards[.fixedTermsCountFromYear] }) ?? true,
      !filing.attachments.contains("续签情况说明")
    else { return }
    findings.add(
      .warning,
      "c.termType",
      "已连续订立二次固定期限劳动合同，续订应订立无固定期限劳动合同；如劳动者提出固定期限，须附《续签情况说明》",
      found: "第\(contract.sequence)次订立，固定期限",
      expected: "无固定期限，或者附《续签情况说明》"
    )
  }

  /// Whether an open-ended contract is due after ten years (V-14a).
  static let serviceForOpenContract = Rule(
    "V-14a",
    "连续工作满十年",
    on: [.new, .renew],
    statement:
      "劳动者在本单位连续工作满十年的，续订时应当订立无固定期限劳动合同，劳动者提出订立固定期限的除外。初次实行劳动合同制度或者国有企业改制时工作满十年并且距退休不足十年的，也应当订立；改制的情形和日期不在记录里，不判断，由人工核对。",
    citation: "《劳动合同法》第十四条第二款第一项、第二项",
    passing: "2012-03-01用工，2022-03-01起续订无固定期限",
    failing: "2012-03-01用工，2022-03-01起续订固定期限"
  ) { filing, standards, findings in
    guard filing.contract.termType == .fixed else { return }
    let due = filing.contract.hireDate.addingMonths(12 * standards[.serviceYearsForOpen])
    guard due <= filing.contract.startDate else { return }
    findings.add(
      .warning,
      "c.termType",
      "在本单位连续工作满\(standards[.serviceYearsForOpen])年，符合订立无固定期限劳动合同的条件",
      found: "\(filing.contract.hireDate) 用工，\(filing.contract.startDate) 起固定期限"
    )
  }
}
