import Diagnostics
import Records

extension Rule {
  /// Whether the contract has the items without which none is complete (V-11).
  static let contractItems = Rule(
    "V-11",
    "合同必备条款",
    on: .concluding,
    statement:
      "合同应当具备单位的名称、住所和法定代表人，劳动者的姓名、住址和证件号码，期限，工作内容和地点，工作时间和休息休假，劳动报酬，社会保险，劳动保护、劳动条件和职业危害防护等条款。缺少的是错误；姓名、证件号码没有填写的，按V-09报告。劳动保护的条款在合同文本里，各地的表格都没有这一栏，记录只有职业危害一项（hazards）：特殊工种没有填写的是错误，其他的只提示，整个文件提示一次。",
    citation: "《劳动合同法》第十七条",
    passing: "住址、参保险种、职业危害等都已填写，没有职业危害的填“无”",
    failing: "没有填写劳动者住址；或者是特殊工种，没有填写职业危害"
  ) { filing, standards, findings in
    let batch = standards.batch
    let employer = batch.employer
    if employer.registeredAddress == nil, employer.mailingAddress == nil,
      employer.businessAddress == nil, batch.isRead("emp.address")
    {
      findings.lack("单位住所", "emp.address")
    }
    if employer.legalRep == nil, batch.isRead("emp.legalRep.name") {
      findings.lack("法定代表人", "emp.legalRep.name")
    }
    if filing.employee.residence == nil, filing.employee.hukouAddress == nil {
      findings.lack("劳动者住址", "e.residence")
    }
    if filing.contract.insuranceKinds.isEmpty { findings.lack("社会保险", "c.insuranceKinds") }
    if !filing.contract.wage.isAgreed { findings.lack("劳动报酬", "c.wage.monthly") }
    // Which hazards there are must be told in the contract (职业病防治法 article 33); no hall's sheet has a column for it.
    // Of special work, which wears people out faster, hazards are known, and a contract that is silent of them is wrong.
    guard filing.contract.hazards == nil else { return }
    if filing.employee.specialWork == true {
      findings.lack("劳动保护和职业危害防护", "c.hazards")
    } else {
      findings.gaps.insert(.protection)
    }
  }
}

extension Findings {
  fileprivate mutating func lack(_ item: String, _ field: String) {
    add(.error, field, "劳动合同缺少必备条款：\(term: item)", advice: "请补填\(term: item)")
  }
}

extension Wage {
  /// Whether the record says what is paid.
  fileprivate var isAgreed: Bool {
    switch type {
    case .monthly: monthly != nil
    case .hourly: hourly != nil
    case .piece: pieceRate != nil || monthly != nil || base != nil
    case .basePerformance: base != nil || monthly != nil
    case .other: other != nil || monthly != nil
    }
  }
}
