import Archive
import Calendar
import Diagnostics

/// What a row of an approved list comes to.
enum Appraisal {
  /// The document is to be destroyed.
  case destroy(Destruction)
  /// It is kept: the opinion says so, or there is none yet.
  case keep
  /// It was destroyed before.
  case gone
  /// The row cannot be followed.
  case refused(Diagnostic)
}

/// Judges the rows of a list by what the archive knows on `today`; the lock is held.
struct Appraiser {
  let list: ApprovedList
  let archive: ArchiveFolder
  let today: CivilDate

  func judge(_ row: ApprovedList.Row) throws(CommandFailure) -> Appraisal {
    switch row[.opinion] {
    case "", DestructionColumn.keep: return .keep
    case DestructionColumn.destroy: break
    case let other: return refusal(row, .opinion, found: "\(other)", expected: "销毁或者保留")
    }
    guard !row[.approver].isEmpty else {
      return refusal(row, .approver, found: "空白", expected: "批准销毁的人的姓名")
    }
    guard let approvedOn = day(row[.approvedOn]), approvedOn <= today else {
      return refusal(row, .approvedOn, found: "\(row[.approvedOn])", expected: "不晚于今天（\(today)）的日期")
    }
    let code = row[.code]
    let match = try archive.withIndex { index throws(IndexFailure) in try index.match(code) }
    guard let match else { return try absent(row) }
    guard match.digest == row[.digest] else {
      return refusal(row, .digest, found: "\(row[.digest])", expected: "\(match.digest)")
    }
    guard let disposal = match.disposal, disposal <= "\(today)" else {
      return refusal(
        row,
        .disposal,
        found: match.disposal.map { "\($0)" } ?? "永久",
        expected: "不晚于今天（\(today)）"
      )
    }
    return .destroy(Destruction(of: match, approver: row[.approver], approvedOn: approvedOn))
  }

  /// Judges a row of whose document the archive has nothing.
  private func absent(_ row: ApprovedList.Row) throws(CommandFailure) -> Appraisal {
    let code = row[.code]
    let destroyed = try archive.withIndex { index throws(IndexFailure) in
      try index.destroyed(code: code)
    }
    if destroyed.contains(where: { $0.document.code == code }) { return .gone }
    return refusal(row, .code, found: "\(code)", expected: "档案库里有的档号")
  }

  private func refusal(
    _ row: ApprovedList.Row,
    _ column: DestructionColumn,
    found: Message,
    expected: Message
  ) -> Appraisal {
    .refused(
      Diagnostic(
        "archive.approval",
        .error,
        at: list.place(of: row),
        "\(column.rawValue)不对，不能照这一行销毁",
        found: found,
        expected: expected,
        advice: "请核对清册；没有批准的文书，鉴定意见写保留"
      )
    )
  }

  /// Reads a day as programs for tables write it: 2037-01-05, 2037/1/5 or 2037年1月5日.
  private func day(_ text: String) -> CivilDate? {
    let parts = text.split { !$0.isASCII || !$0.isNumber }.map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else {
      return nil
    }
    return CivilDate(year: year, month: month, day: day)
  }
}
