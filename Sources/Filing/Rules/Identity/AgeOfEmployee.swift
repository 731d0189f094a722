import Calendar
import Diagnostics
import Records

/// The attachment with which some employers may hire whom others may not (劳动法 article 15, paragraph 2).
private let approvalToHireMinors = "招用未满16周岁人员批准文件"

extension Rule {
  /// Whether the person may work: not yet sixteen, or past the age of retirement (V-02b).
  static let ageOfEmployee = Rule(
    "V-02b",
    "劳动者的年龄",
    on: .concluding,
    statement:
      "用工时须年满16周岁；文艺、体育和特种工艺单位经批准招用的，附“\(approvalToHireMinors)”（备案或者单位的附件），改为提示核对。已达法定退休年龄的提示核对。身份证号码里的出生日期须真实存在，并且不晚于基准日期。",
    citation: "《劳动法》第十五条；《禁止使用童工规定》第二条",
    passing: "2008-09-01出生，2024-09-01用工，已满16周岁",
    failing: "2008-09-01出生，2024-08-31用工，未满16周岁"
  ) { filing, standards, findings in
    guard let birth = filing.employee.birthDate else { return }
    let adult = birth.addingMonths(12 * standards[.leastAge])
    if filing.contract.hireDate < adult {
      let isApproved =
        filing.attachments.contains(approvalToHireMinors)
        || standards.batch.employer.attachments.contains(approvalToHireMinors)
        || !standards.batch.isRead("emp.attachments")
      findings.add(
        isApproved ? .warning : .error,
        "c.hireDate",
        "劳动者未满\(standards[.leastAge])周岁",
        found: "\(birth) 出生，\(filing.contract.hireDate) 用工",
        expected: isApproved ? nil : "不早于 \(adult)",
        advice: isApproved ? "请核对批准文件" : "经批准招用的，请在附件中加入“\(approvalToHireMinors)”"
      )
    }
    if let date = standards.retirementDate(of: filing.employee), date <= filing.contract.startDate {
      findings.add(
        .warning,
        "e.birthDate",
        "劳动者已达到法定退休年龄",
        found: "\(date) 达到",
        advice: "超龄人员一般不再订立劳动合同，请核对用工形式"
      )
    }
  }
}
