import Diagnostics
import Records

extension HeadRule {
  /// Whether the counters of 用人单位劳动用工基本情况备案表 add up.
  static let staffCounts = HeadRule(
    Rule(
      "V-59",
      "用工情况的人数",
      statement:
        "在册职工等于男女职工之和，也等于在岗与非在岗之和；农民工不多于在岗，在岗不多于在册；应签不多于在册；实签等于各类合同之和；签订率等于实签除以应签，取整数。",
      citation: "《用人单位劳动用工基本情况备案表》填表说明",
      passing: "在册52人，男30人，女22人",
      failing: "在册52人，男30人，女20人"
    )
  ) { batch, _, findings in
    guard let stats = batch.employer.stats, batch.isRead("emp.stats") else { return }
    for complaint in stats.complaints {
      findings.add(
        .error,
        "emp.name",
        complaint.rule,
        found: complaint.found,
        expected: complaint.expected
      )
    }
  }
}

extension EmployerStats {
  /// What does not add up; counters that are left out are not judged.
  fileprivate var complaints: [(rule: Message, found: Message, expected: Message)] {
    var all: [(rule: Message, found: Message, expected: Message)] = []
    func equal(_ rule: Message, _ whole: Int?, _ parts: Int?...) {
      let known = parts.compactMap { $0 }
      guard let whole, known.count == parts.count, known.reduce(0, +) != whole else { return }
      all.append((rule, "\(whole)", "\(known.reduce(0, +))"))
    }
    func atMost(_ rule: Message, _ part: Int?, _ whole: Int?) {
      guard let part, let whole, part > whole else { return }
      all.append((rule, "\(part)", "不大于 \(whole)"))
    }
    equal("在册职工人数应等于男女职工之和", staff, male, female)
    equal("在册职工人数应等于在岗与非在岗职工之和", staff, onDuty, offDuty)
    atMost("农民工人数不应大于在岗职工人数", migrant, onDuty)
    atMost("在岗职工人数不应大于在册职工人数", onDuty, staff)
    atMost("应签订人数不应大于在册职工人数", shouldSign, staff)
    equal("实签订人数应等于各类合同人数之和", signed, taskContracts, under3y, from3to10y, over10yOrOpen)
    if let signRate, let signed, let shouldSign {
      let rate = shouldSign == 0 ? 100 : signed * 100 / shouldSign
      equal("合同签订率应为实签订人数除以应签订人数", signRate, rate)
    }
    return all
  }
}
