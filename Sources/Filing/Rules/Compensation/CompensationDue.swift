import Calendar
import Diagnostics
import Records

extension Rule {
  /// Whether severance pay is given where it is due, and only there (V-50).
  static let compensationDue = Rule(
    "V-50",
    "经济补偿",
    on: [.terminate],
    statement:
      "依法应当支付经济补偿的不能为零，不应支付的不要填写金额。每满一年一个月工资，六个月以上不满一年按一年，不满六个月按半个月；月工资高于当地上年度职工月平均工资三倍的，按三倍计算，年限最多十二年。2008年以前的年限按当时的规定，由人工核对。",
    citation: "《劳动合同法》第四十六条、第四十七条、第九十七条；《劳动合同法实施条例》第二十七条",
    passing: "2018-07-02至2021-10-08，月工资5000.00元，3.5个月，17500.00元",
    failing: "T36E（单位提出协商解除），补偿金额0.00元"
  ) { filing, standards, findings in
    guard let termination = filing.termination, let paid = termination.compensation else { return }
    let amount = paid.amount ?? Money(fen: 0)
    let firstYear = standards[.compensationFromYear]
    if termination.reason.severance == .yes, termination.serviceStart.year < firstYear {
      findings.add(
        .warning,
        "t.serviceStart",
        "\(firstYear)年以前的工作年限按当时的规定计算，请人工核对",
        found: "\(termination.serviceStart) 起"
      )
    }
    switch termination.reason.severance {
    case .no where amount.fen > 0:
      findings.add(
        .warning,
        "t.compensation.amount",
        "该原因依法不支付经济补偿，请核对",
        found: "\(amount)",
        advice: "单位自愿支付的，请在备注里说明"
      )
    case .yes where amount.fen == 0:
      findings.add(
        .warning,
        "t.compensation.amount",
        "依法应支付经济补偿",
        found: "0.00",
        expected: filing.severance(standards).map { "\($0.months)个月，\($0.amount)元" }
      )
    case .yes: filing.compare(amount, with: standards, &findings)
    case .no, .byRule: break
    }
  }
}

extension Standards {
  /// Where severance pay is cut in this place.
  fileprivate var severanceCap: SeveranceCap? {
    averageWage.map {
      SeveranceCap(
        wage: Money(fen: self[.compensationAverageMultiple] * $0.fen),
        years: self[.compensationCapYears]
      )
    }
  }
}

extension Filing {
  /// What the law gives, when the record tells the wage and the place.
  fileprivate func severance(_ standards: Standards) -> Severance? {
    guard let termination, let wage = termination.compensation?.baseWage,
      standards.batch.isRead("emp.division")
    else { return nil }
    let first = CivilDate(year: standards[.compensationFromYear], month: 1, day: 1)
    let start = first.map { max($0, termination.serviceStart) } ?? termination.serviceStart
    return Severance(
      from: start,
      through: termination.date,
      wage: wage,
      cap: standards.severanceCap,
      least: standards.minimumWage?.monthly
    )
  }

  /// Says when less is paid than the law gives.
  fileprivate func compare(_ amount: Money, with standards: Standards, _ findings: inout Findings) {
    guard let due = severance(standards) else { return }
    guard amount < due.amount else { return }
    if standards.averageWage == nil { findings.gaps.insert(.averageWage) }
    findings.add(
      .warning,
      "t.compensation.amount",
      "经济补偿少于按工作年限计算的数额",
      found: "\(amount)",
      expected: "\(due.months)个月，\(due.amount)元"
    )
  }
}
