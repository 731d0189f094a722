import Calendar
import Diagnostics
import Records

extension Rule {
  /// Whether the term ends before the person retires (V-15).
  static let termWithinWorkingLife = Rule(
    "V-15",
    "合同期限与退休年龄",
    on: .agreed,
    statement:
      "合同终止日期不得晚于法定退休日期。2025年1月1日起按渐进式延迟退休年龄计算，此前为男60、女55或50周岁。女职工的退休类别（原55或50周岁）不能从身份证号码推出，必须填写。",
    citation: "《劳动合同法实施条例》第二十一条；全国人大常委会2024年9月13日决定",
    passing: "1965-05-01出生的男职工，合同至2025-07-01（60岁2个月）",
    failing: "同上，合同至2025-07-02"
  ) { filing, standards, findings in
    guard let end = filing.contract.endDate, filing.employee.birthDate != nil else { return }
    guard filing.employee.retirementCategory != nil || filing.employee.sex == .male else {
      findings.add(
        .warning,
        "e.retirementCategory",
        "缺少退休类别",
        expected: "female55（女职工，原55周岁）或 female50（女职工，原50周岁）"
      )
      return
    }
    guard let date = standards.retirementDate(of: filing.employee), end > date else { return }
    findings.add(
      .warning,
      "c.endDate",
      "劳动合同期限超过法定退休年龄（\(date)）",
      found: "\(end)",
      expected: "不晚于 \(date)"
    )
  }
}
