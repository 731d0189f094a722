import Calendar
public import Diagnostics
public import Records

/// Judges what only the file as a whole shows, in one pass over its rows in their order.
///
/// An error is told of the row that comes later, at once, so that the row can be refused; warnings about rows that have
/// passed come when the run that they speak of has ended. What lists of the head say of a row is known only at the end, and
/// an error there forbids the file. Memory grows by some ninety bytes a person.
public struct FileJudge {
  private let standards: Standards
  private var people = PersonHistory()
  private var templates = DragFill()
  private var starts = DragFill()
  private var lastTemplate = ""
  private var members = RosterMembers()
  private var layoffs = 0
  private var gaps = TableGapCounts()

  /// Begins the pass beside the judge of single filings.
  public init(_ judge: Judge) {
    standards = judge.standards
  }

  /// Takes notice of the next filing and of what was said of it; returns what else is wrong.
  public mutating func take(_ filing: Filing, _ verdict: Verdict) -> [Diagnostic] {
    gaps.add(verdict.gaps)
    var findings = FileFindings(standards)
    watch(filing, &findings)
    members.take(filing)
    if !filing.isDead, filing.termination?.reason.article == 41 { layoffs += 1 }
    guard filing.countsForPerson else { return findings.diagnostics }
    let row = PastRow(filing)
    let earlier = people.take(row, of: PersonKey(filing.employee.matchingNumber))
    if !earlier.isEmpty {
      row.compare(with: earlier, in: standards.batch, &findings)
    }
    return findings.diagnostics
  }

  /// Returns what forbids a row with errors after the rows before it, whatever its unread values may be.
  ///
  /// The row is not remembered: it forbids no later one.
  public func findings(on readings: [Filing]) -> [Diagnostic] {
    readings.map { filing in
      var findings = FileFindings(standards)
      let earlier = people.rows(of: PersonKey(filing.employee.matchingNumber))
      if filing.countsForPerson, !earlier.isEmpty {
        PastRow(filing).compare(with: earlier, in: standards.batch, &findings)
      }
      return findings.diagnostics
    }
    .common
  }

  /// Ends the pass; returns what is to be said of the file as a whole, whose head is `batch`.
  ///
  /// The judge may have known less of the head, since lists in it may stand behind the rows.
  public func finish(_ batch: Batch) -> [Diagnostic] {
    var findings = FileFindings(standards)
    findings.add(run: templates.ended, "c.templateCode", "合同模板名称")
    findings.add(run: starts.ended, "c.startDate", "合同起始日期")
    findings.addLayoffs(layoffs, standards)
    findings.compare(people, with: batch.insuranceChanges)
    findings.compare(members, with: batch.pastRosters)
    return findings.diagnostics + gaps.diagnostics(standards)
  }

  /// Looks for what dragging a cell has filled in.
  private mutating func watch(_ filing: Filing, _ findings: inout FileFindings) {
    let template = filing.contract.templateCode
    // Nearly all rows have the template of the row before, which needs no taking apart.
    let run =
      template == lastTemplate
      ? templates.takeSame(row: filing.row)
      : templates.take(DragFill.value(of: template), row: filing.row)
    lastTemplate = template
    findings.add(run: run, "c.templateCode", "合同模板名称")
    let day = filing.contract.startDate.dayNumber
    findings.add(run: starts.take(("", day), row: filing.row), "c.startDate", "合同起始日期")
  }
}

extension FileFindings {
  fileprivate mutating func add(run: ClosedRange<Int>?, _ field: String, _ label: String) {
    guard let run else { return }
    add(
      .contractTemplate,
      run.lowerBound,
      field,
      "\(term: label)逐行加一，疑似下拉填充，请核对",
      severity: .warning,
      found: "第\(run.lowerBound)行至第\(run.upperBound)行",
      advice: "请在表格中改用复制填充，再重新导出"
    )
  }
}
