import Calendar
import Diagnostics
import Records

extension Findings {
  /// Says when the contract is not of the kind that alone can end for `reason`.
  fileprivate mutating func judge(_ reason: TerminationReason, of filing: Filing) {
    let contract = filing.contract
    switch reason {
    case .taskDone where contract.termType != .task:
      add(
        .error,
        "t.reasonCode",
        "解除（终止）原因与合同类别不一致",
        found: "\(term: reason.label)，合同是\(term: contract.termType.label)",
        expected: "\(term: TermType.task.label)的合同"
      )
    case .partTimeEnded where !filing.isPartTime:
      add(
        .error,
        "t.reasonCode",
        "解除（终止）原因与用工形式不一致",
        found: "\(term: reason.label)，用工形式是\(term: contract.employmentForm.label)",
        expected: "\(term: EmploymentForm.partTime.label)"
      )
    default: break
    }
  }
}

extension Rule {
  /// Whether reason, kind of ending and legal basis fit together (V-40).
  static let reasonFitsType = Rule(
    "V-40",
    "解除（终止）原因与法律依据",
    on: [.terminate],
    statement:
      "第三十六条至第四十一条的原因是解除，第四十四条等的原因是终止；法律依据应当包含原因所依据的条款；任务完成（T44-1K）只用于以完成一定工作任务为期限的合同，T71只用于非全日制用工。",
    citation: "《劳动合同法》第三十六条至第四十四条",
    passing: "原因T40-2，解除，依据第四十条第二项",
    failing: "原因T44-1（期满），却写作解除"
  ) { filing, _, findings in
    guard let termination = filing.termination else { return }
    let reason = termination.reason
    if termination.type != reason.type {
      findings.add(
        .error,
        "t.type",
        "解除（终止）原因与法律依据不一致",
        found: "\(term: termination.type.label)：\(term: reason.label)",
        expected: "\(term: reason.type.label)"
      )
    }
    findings.judge(reason, of: filing)
    let (law, article) = reason.chiefPlace
    // Words of a person's own are not taken apart; only the house's notation is compared.
    for basis in termination.basis {
      guard let place = basis.place, place.law != law || place.article != article else { return }
    }
    findings.add(
      .error,
      "t.basisText",
      "解除（终止）原因与法律依据不一致",
      found: "\(LegalBasis.text(of: termination.basis.compactMap(\.place)))",
      expected: reason.basis.first.flatMap { LegalBasis($0) }.map { "包含\($0.full)" }
    )
  }

  /// Whether an expired contract ends on its last day (V-41).
  static let endOfTerm = Rule(
    "V-41",
    "期满终止的日期",
    on: [.terminate],
    statement: "以期满为原因的，终止日期应为合同终止日期；提前的是解除。无固定期限合同没有期满。",
    citation: "《劳动合同法》第四十四条第一项",
    passing: "合同至2026-11-15，2026-11-15终止",
    failing: "合同至2026-11-15，2026-11-10以期满终止"
  ) { filing, _, findings in
    guard let termination = filing.termination,
      termination.reason == .expired || termination.reason == .expiredRefused
    else { return }
    guard let end = filing.contract.endDate else {
      findings.add(
        .error,
        "t.reasonCode",
        "没有终止日期的合同不能以期满终止",
        found: "\(term: filing.contract.termType.label)"
      )
      return
    }
    guard termination.date != end else { return }
    findings.add(
      termination.date < end ? .error : .warning,
      "t.date",
      "期满终止日期应为合同终止日期",
      found: "\(termination.date)",
      expected: "\(end)",
      advice: termination.date < end ? "提前结束的应填写解除原因" : "继续用工的请先续签"
    )
  }

  /// Whether reasons of probation fall into it (V-48).
  static let withinProbation = Rule(
    "V-48",
    "试用期内解除",
    on: [.terminate],
    statement: "以试用期内提前三日通知、试用期间不符合录用条件为原因的，解除日期应当在试用期内。",
    citation: "《劳动合同法》第三十七条、第三十九条第一项",
    passing: "试用期至2024-04-14，2024-03-08解除",
    failing: "没有约定试用期，或者试用期满后解除"
  ) { filing, _, findings in
    guard let termination = filing.termination,
      termination.reason == .resignedOnProbation || termination.reason == .unfitOnProbation
    else { return }
    let probation = filing.contract.probation
    let start = probation?.startDate ?? filing.contract.startDate
    if let end = probation?.endDate, start <= termination.date, termination.date <= end { return }
    findings.add(
      .error,
      "t.date",
      "不在试用期内",
      found: "\(termination.date)",
      expected: probation?.endDate.map { "\(start) 至 \($0)" } ?? "约定了试用期的合同"
    )
  }

  /// Whether the day of ending is possible at all (V-47).
  static let terminationDate = Rule(
    "V-47",
    "解除（终止）日期",
    on: [.terminate],
    statement: "解除（终止）日期不早于合同起始日期，不晚于基准日期后30日；同一份合同只能解除（终止）一次。",
    citation: "《劳动合同法》第四十四条、第五十条",
    passing: "合同自2023-11-16起，2026-11-15终止",
    failing: "基准日期2026-11-20，2027-01-31解除"
  ) { filing, standards, findings in
    guard let date = filing.termination?.date else { return }
    let (first, last) = (
      filing.contract.startDate, standards.asOf.addingDays(standards[.terminateDaysAhead])
    )
    guard date < first || date > last else { return }
    findings.add(
      .error,
      "t.date",
      "解除（终止）日期不合理",
      found: "\(date)",
      expected: "\(first) 至 \(last)"
    )
  }
}
