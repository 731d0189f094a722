import Diagnostics
import Records

extension Rule {
  /// Whether the wage reaches the minimum of the place (V-12).
  static let minimumWage = Rule(
    "V-12",
    "最低工资标准",
    on: .agreed,
    statement:
      "月工资（非全日制为小时工资）不得低于合同履行地在基准日期执行的最低工资标准。标准在 content/rules/tables/min-wage.yaml 中配置，没有配置时只提示，工资为零的仍是错误。",
    citation: "《劳动法》第四十八条；《劳动合同法实施条例》第十四条",
    passing: "当地标准1500元，月工资1500.00元",
    failing: "当地标准1500元，月工资1499.99元"
  ) { filing, standards, findings in
    let wage = filing.contract.wage
    if filing.isPartTime, let hourly = wage.hourly {
      guard let least = standards.minimumWage?.hourly else {
        findings.gaps.insert(.hourlyMinimumWage)
        return
      }
      if hourly < least { findings.addLowWage("小时工资", hourly, least, "c.wage.hourly") }
      return
    }
    guard let monthly = wage.monthly else { return }
    guard let least = standards.minimumWage?.monthly else {
      findings.gaps.insert(.minimumWage)
      // Whatever the minimum is, nothing at all is less.
      if monthly.fen == 0 { findings.add(.error, "c.wage.monthly", "月工资不能为零", found: "0.00") }
      return
    }
    if monthly < least { findings.addLowWage("备案工资", monthly, least, "c.wage.monthly") }
  }

  /// Whether the wage during probation is high enough (V-13b).
  static let probationWage = Rule(
    "V-13b",
    "试用期工资",
    on: .agreed,
    statement:
      "试用期工资不得低于合同约定工资的80%或者本单位相同岗位最低档工资的80%，也不得低于当地最低工资标准。记录里只有合同工资，所以除沾益外低于80%只提示。按分计算，不四舍五入。",
    citation: "《劳动合同法》第二十条；《劳动合同法实施条例》第十五条",
    passing: "合同工资3500.00元，试用期2800.00元",
    failing: "合同工资3500.00元，试用期2799.99元"
  ) { filing, standards, findings in
    guard filing.contract.probation != nil,
      let wage = filing.contract.probation?.wage ?? filing.contract.wage.probation
    else { return }
    if let least = standards.minimumWage?.monthly, wage < least {
      findings.addLowWage("试用期工资", wage, least, "c.probation.wage")
    }
    let percent = standards[.probationWagePercent]
    guard let agreed = filing.contract.wage.monthly, wage.fen * 100 < agreed.fen * percent else {
      return
    }
    let least = Money(fen: (agreed.fen * percent + 99) / 100)
    findings.add(
      .warning,
      "c.probation.wage",
      "试用期工资\(wage)低于合同约定工资的\(percent)%（\(least)）",
      found: "\(wage)",
      expected: "不低于 \(least)"
    )
  }

  /// Whether probation is not paid better than what follows (M-04).
  static let probationWageCeiling = Rule(
    "M-04",
    "试用期工资高于合同工资",
    on: .agreed,
    statement: "试用期工资一般不高于合同约定的工资；确有约定的，请在备注里说明。",
    citation: "备案数据规范",
    passing: "合同工资3500.00元，试用期2800.00元",
    failing: "合同工资3500.00元，试用期5300.00元"
  ) { filing, _, findings in
    guard filing.remark == nil, filing.contract.probation != nil,
      let wage = filing.contract.probation?.wage ?? filing.contract.wage.probation,
      let agreed = filing.contract.wage.monthly, wage > agreed
    else { return }
    findings.add(
      .warning,
      "c.probation.wage",
      "试用期工资高于合同约定工资",
      found: "\(wage)",
      expected: "不高于 \(agreed)"
    )
  }
}

extension Findings {
  fileprivate mutating func addLowWage(
    _ label: String,
    _ wage: Money,
    _ least: Money,
    _ field: String
  ) {
    add(
      .error,
      field,
      "\(term: label)\(wage)低于当地最低工资标准\(least)",
      found: "\(wage)",
      expected: "不低于 \(least)"
    )
  }
}
