import Diagnostics
import Records

extension Rule {
  /// Whether the contract has the items without which none is complete (V-11).
  static let contractItems = Rule(
    "V-11",
    "合同必备条款",
    on: .concluding,
    statement: "合同应当具备单位的名称、住所和法定代表人，劳动者的姓名、住址和证件号码，期限，工作内容和地点，工作时间，劳动报酬，社会保险等条款。",
    citation: "《劳动合同法》第十七条",
    passing: "住址、参保险种等都已填写",
    failing: "没有填写劳动者住址"
  ) { filing, standards, findings in
    let employer = standards.batch.employer
    if employer.registeredAddress == nil, employer.mailingAddress == nil,
      employer.businessAddress == nil
    {
      findings.lack("单位住所", "emp.address")
    }
    if employer.legalRep == nil { findings.lack("法定代表人", "emp.legalRep.name") }
    if filing.employee.residence == nil, filing.employee.hukouAddress == nil {
      findings.lack("劳动者住址", "e.residence")
    }
    if filing.contract.insuranceKinds.isEmpty { findings.lack("社会保险", "c.insuranceKinds") }
    if !filing.contract.wage.isAgreed { findings.lack("劳动报酬", "c.wage.monthly") }
  }
}

extension Findings {
  fileprivate mutating func lack(_ item: String, _ field: String) {
    add(.error, field, "劳动合同缺少必备条款：\(item)", advice: "请补填\(item)")
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
