import Calendar
import Diagnostics
import Records

extension Rule {
  /// Whether no person has two filings under way or two full-time contracts at a time (V-26).
  static let onePendingFiling = Rule(
    "V-26",
    "同一人的其他备案",
    statement:
      "同一人只能有一条未审核的备案；同一时间只能有一份全日制劳动合同。在同一文件里比较；与其他单位的比较由系统或账本完成。期限重叠的一条已经审核通过时，审核机构已经比较过，只提示，不影响打印名册；还没有审核的是错误。",
    citation: "吉林用工备案批量上传的失败提示",
    passing: "同一人只有一条未审核的备案",
    failing: "第3行和第9行是同一人，都未审核"
  )

  /// Whether no filing stands twice in the file (V-56).
  static let repeatedFiling = Rule(
    "V-56",
    "重复数据",
    statement: "同一文件里，同一人、同一业务、同一合同起始日期的备案只能有一条；已作废、撤销的不计。",
    citation: "批量上传注意事项",
    passing: "每人一行",
    failing: "第3行和第9行的证件号码、业务和起始日期都相同"
  )
}

extension PastRow {
  /// Writes down in `findings` what forbids this row after the earlier rows of the same person.
  func compare(with earlier: [PastRow], in batch: Batch, _ findings: inout FileFindings) {
    if let same = earlier.first(where: { $0.kind == kind && $0.start == start }) {
      findings.add(
        .repeatedFiling,
        row,
        "e.idNumber",
        "重复数据（第\(same.row)行）",
        found: "第\(row)行与第\(same.row)行"
      )
      return
    }
    compareEnds(with: earlier, &findings)
    comparePendingAndTerms(with: earlier, in: batch, &findings)
    compareProbations(with: earlier, &findings)
  }

  /// A contract ends once.
  private func compareEnds(with earlier: [PastRow], _ findings: inout FileFindings) {
    if kind == .terminate,
      let same = earlier.first(where: { $0.kind == .terminate && $0.contract == contract })
    {
      findings.add(.terminationDate, row, "c.no", "该合同已在第\(same.row)行解除（终止）", found: "第\(row)行")
    }
  }

  /// A person has one filing under way, and one full-time contract at a time.
  private func comparePendingAndTerms(
    with earlier: [PastRow],
    in batch: Batch,
    _ findings: inout FileFindings
  ) {
    if let pending = earlier.first(where: { $0.isPending }), isPending {
      findings.add(
        .onePendingFiling,
        row,
        "e.idNumber",
        "此人存在未审核的备案信息（第\(pending.row)行）",
        found: "第\(row)行也未审核",
        advice: "请等前一条审核后再提交，或删去一条"
      )
    } else if let other = earlier.first(where: { overlaps($0, among: earlier) }) {
      findings.add(
        .onePendingFiling,
        row,
        "e.idNumber",
        batch.isRead("emp.name")
          ? "此人在单位【\(batch.employer.name)】已存在全日制劳动合同（第\(other.row)行）"
          : "此人已存在全日制劳动合同（第\(other.row)行）",
        // What the authority has let pass it has compared itself.
        severity: isPending ? .error : .warning,
        found: "第\(row)行的期限与之重叠"
      )
    }
  }

  /// A person is on probation with an employer once.
  private func compareProbations(with earlier: [PastRow], _ findings: inout FileFindings) {
    if hasProbation, kind == .new,
      let other = earlier.first(where: { $0.hasProbation && $0.kind == .new })
    {
      findings.add(
        .probationLength,
        row,
        "c.probation.endDate",
        "同一劳动者只能约定一次试用期",
        found: "第\(other.row)行已约定"
      )
    }
  }

  /// Whether both are first contracts for full-time work whose terms overlap, unless the other was ended before.
  private func overlaps(_ other: PastRow, among earlier: [PastRow]) -> Bool {
    guard kind == .new || kind == .import, other.kind == .new || other.kind == .import,
      isFullTime, other.isFullTime
    else { return false }
    let ends = earlier.filter { $0.kind == .terminate && $0.contract == other.contract }.map(\.end)
    let last = ends.min() ?? other.end
    return start <= last && other.start <= end
  }
}
