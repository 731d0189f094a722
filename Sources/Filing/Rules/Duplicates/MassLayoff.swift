import Diagnostics
import Records

extension Rule {
  /// Whether so many are laid off that the authority must be told (V-44).
  static let massLayoff = Rule(
    "V-44",
    "裁减人员",
    statement:
      "依照第四十一条裁减二十人以上，或者不足二十人但占职工总数百分之十以上的，应当提前三十日向工会或者全体职工说明情况，并向劳动行政部门报告。职工总数取自单位的用工情况（stats.staff）。",
    citation: "《劳动合同法》第四十一条；《民法典》第一千二百五十九条",
    passing: "职工201人，裁减19人；或者附《裁减人员情况报告》",
    failing: "裁减20人；或者职工190人，裁减19人（占10%）"
  )
}

extension FileFindings {
  /// Says when `count` persons of the file are too many to go without a report.
  mutating func addLayoffs(_ count: Int, _ standards: Standards) {
    let isReported = standards.batch.employer.attachments.contains("裁减人员情况报告")
    guard count > 0, !isReported, standards.batch.isRead("emp.attachments") else { return }
    let staff = standards.batch.employer.stats?.staff
    let percent = standards[.layoffPercent]
    let isMany = count >= standards[.layoffPeople]
    let isShare = staff.map { $0 > 0 && count * 100 >= $0 * percent } ?? false
    guard isMany || isShare else { return }
    let share: Message = staff.map { $0 > 0 ? "（占\(count * 100 / $0)%）" : "" } ?? ""
    add(
      .massLayoff,
      0,
      "t.reasonCode",
      "裁减人员达\(count)人\(share)，应提前30日说明情况并向劳动行政部门报告",
      found: staff.map { "职工\($0)人" },
      advice: "报告后，请在单位附件中加入“裁减人员情况报告”"
    )
  }
}
