import Archive
import Calendar

/// The columns of a destruction list (销毁清册): what is known of a document, and what those who approve fill in.
///
/// What a list has to tell of a document is the practice of archives: code, number, title, who answers for it, day, term and
/// how long it was kept (国家档案局令第13号《机关档案管理规定》第五章).
enum DestructionColumn: String, CaseIterable {
  case code = "档号"
  case number = "编号"
  case employer = "责任者"
  case title = "题名"
  case day = "文书日期"
  case retention = "保管期限"
  case disposal = "到期日期"
  case kept = "已保管"
  case digest = "校验值"
  case opinion = "鉴定意见"
  case approver = "批准人"
  case approvedOn = "批准日期"

  /// What an opinion may say: destroy, or keep for now.
  static let (destroy, keep) = ("销毁", "保留")

  /// The columns of the printed list: a digest is for machines.
  static let printed = allCases.filter { $0 != .digest }

  /// Returns what stands in the column for a document that is due on `day`.
  func text(of match: ArchiveMatch, on day: CivilDate) -> String {
    switch self {
    case .code: match.code
    case .number: match.number ?? ""
    case .employer: match.employer ?? ""
    case .title: match.version > 1 ? "\(match.title)（第\(match.version)版）" : match.title
    case .day: match.day
    case .retention: match.retention
    case .disposal: match.disposal ?? ""
    case .kept: CivilDate(iso: match.day).map { "\(max(0, day.year - $0.year))年" } ?? ""
    case .digest: match.digest
    case .opinion, .approver, .approvedOn: ""
    }
  }
}
