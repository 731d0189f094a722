import Calendar
import Diagnostics
import Records

extension Rule {
  /// Whether notice was given in time (V-42).
  static let notice = Rule(
    "V-42",
    "提前通知",
    on: [.terminate],
    statement: "劳动者辞职提前30日书面通知，试用期内提前3日；用人单位依照第四十条解除的，提前30日书面通知或者额外支付一个月工资。",
    citation: "《劳动合同法》第三十七条、第四十条；《劳动合同法实施条例》第二十条",
    passing: "2026-10-15通知，2026-11-15解除",
    failing: "2026-11-01通知，2026-11-15以T37N解除"
  ) { filing, standards, findings in
    guard let termination = filing.termination else { return }
    let reason = termination.reason
    guard reason == .resigned || reason == .resignedOnProbation || reason.article == 40,
      termination.compensation?.noticePay == nil
    else { return }
    let days = standards[reason == .resignedOnProbation ? .probationNoticeDays : .noticeDays]
    guard let given = termination.noticeDate else {
      if reason.article == 40 {
        findings.add(
          .warning,
          "t.noticeDate",
          "未提前\(days)日通知",
          found: "没有通知日期，也没有代通知金",
          advice: "请补填通知日期或者代通知金"
        )
      }
      return
    }
    let first = given.addingDays(days)
    guard termination.date < first else { return }
    findings.add(
      .warning,
      "t.noticeDate",
      "未提前\(days)日通知",
      found: "\(given) 通知，\(termination.date) 解除",
      expected: "不早于 \(first) 解除"
    )
  }

  /// Whether the worker is protected from this ending (V-43).
  static let protectedWorker = Rule(
    "V-43",
    "不得解除的情形",
    on: [.terminate],
    statement:
      "劳动者在孕期、产期、哺乳期、医疗期，患职业病或者因工负伤，离岗前未做职业健康检查，或者连续工作满十五年且距退休不足五年的，不得依第四十条、第四十一条解除；合同期满的应当续延至情形消失。情形写在 termination 的 protections 中，年限由程序计算。",
    citation: "《劳动合同法》第四十二条、第四十五条",
    passing: "没有上述情形，依第四十条第二项解除",
    failing: "1968年出生的男职工工作满十五年，2026年依第四十条解除"
  ) { filing, standards, findings in
    guard let termination = filing.termination,
      termination.reason.isWithoutFault || termination.reason == .expired
    else { return }
    var states = termination.protections.map(Message.init(value:))
    if filing.isNearRetirement(on: termination.date, standards) {
      states.append("连续工作满十五年且距法定退休年龄不足五年")
    }
    guard !states.isEmpty else { return }
    let isExpiry = termination.reason == .expired
    findings.add(
      isExpiry ? .warning : .error,
      "t.reasonCode",
      isExpiry
        ? "劳动合同应续延至相应情形消失（第四十五条）" : "劳动者具有第四十二条情形，不得依第四十、四十一条解除",
      found: states.joined(separator: "、")
    )
  }

  /// Whether the union was told beforehand (V-45).
  static let unionNotice = Rule(
    "V-45",
    "通知工会",
    on: [.terminate],
    statement: "用人单位单方解除劳动合同（第三十九条、第四十条、第四十一条），应当事先将理由通知工会。",
    citation: "《劳动合同法》第四十三条",
    passing: "2026-10-16通知工会，2026-11-16解除",
    failing: "没有通知工会的日期，或者晚于解除日期"
  ) { filing, _, findings in
    guard let termination = filing.termination,
      termination.reason.isForFault || termination.reason.isWithoutFault
    else { return }
    if let told = termination.unionNotifiedDate, told <= termination.date { return }
    findings.add(
      .warning,
      "t.unionNotifiedDate",
      "单方解除应事先将理由通知工会",
      found: termination.unionNotifiedDate.map { "\($0) 通知，\(termination.date) 解除" },
      advice: "请补填通知工会日期"
    )
  }

  /// Whether the certificate is issued on the day, and everything is handed on in time (V-46).
  static let certificateDates = Rule(
    "V-46",
    "解除（终止）证明书和关系转移",
    on: [.terminate],
    statement:
      "用人单位应当在解除（终止）时出具证明，写明合同期限、解除（终止）日期、工作岗位和本单位工作年限，并在15日内办理档案和社会保险关系转移，把失业人员的名单报送社会保险经办机构。写明的各项缺少的是错误。办理的日期写在 archiveTransferredDate、insuranceTransferredDate、unemploymentReportedDate 中，没有写的不判断；15日以后证明书才送达的，也提示。证明书至少保存二年，由归档的保管期限保证。",
    citation: "《劳动合同法》第五十条、第八十九条；《劳动合同法实施条例》第二十四条；《社会保险法》第五十条",
    passing: "2026-11-15终止，当日出具并送达，2026-11-20转移社会保险关系",
    failing: "没有填写工作岗位；或者2026-11-15终止，2026-12-10才转移社会保险关系"
  ) { filing, standards, findings in
    guard let termination = filing.termination else { return }
    let (end, paper) = (termination.date, termination.certificate)
    if let issued = paper?.issueDate, issued != end {
      findings.add(
        .warning,
        "t.certificate.issueDate",
        promptness,
        found: "\(issued) 出具，\(issued < end ? "早于" : "晚于" as Message)解除（终止）日期",
        expected: "\(end)"
      )
    }
    let done = termination.aftermath
    let last = end.addingDays(standards[.transferDays])
    findings.judge(paper?.deliveredDate, "送达证明书", "t.certificate.deliveredDate", last)
    findings.judge(done.archiveTransferred, "转移档案", "t.archiveTransferredDate", last)
    findings.judge(done.insuranceTransferred, "转移社会保险关系", "t.insuranceTransferredDate", last)
    findings.judge(done.unemploymentReported, "报送失业人员名单", "t.unemploymentReportedDate", last)
  }
}

private let promptness: Message = "应在解除（终止）时出具证明，并在15日内办理档案和社会保险关系转移"

extension Findings {
  /// Says when what the employer owes the person was done after the last day for it.
  fileprivate mutating func judge(
    _ day: CivilDate?,
    _ deed: Message,
    _ field: String,
    _ last: CivilDate
  ) {
    guard let day, day > last else { return }
    add(.warning, field, promptness, found: "\(day) \(deed)", expected: "不晚于 \(last)")
  }
}

extension Filing {
  /// Whether article 42 item 5 protects the person: fifteen years of service and less than five to retirement.
  fileprivate func isNearRetirement(on day: CivilDate, _ standards: Standards) -> Bool {
    guard let retirement = standards.retirementDate(of: employee), day < retirement else {
      return false
    }
    let served = contract.hireDate.addingMonths(12 * standards[.protectedServiceYears])
    let years = standards[.protectedYearsToRetirement]
    return served <= day && day.addingMonths(12 * years) > retirement
  }
}
