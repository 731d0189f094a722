import Archive
import Calendar

/// The columns of a destruction list (销毁清册): what is known of a document, and what those who approve and those who
/// watch fill in.
///
/// Archival code, number, who answers for it, title, when it was made, the term it has to be kept, the time it was kept and
/// when it is destroyed are what a list has to tell (国家档案局令第13号《机关档案管理规定》；财政部、国家档案局令第79号
/// 《会计档案管理办法》第十八条).
enum DestructionColumn: String, CaseIterable {
  case code = "档号"
  case number = "文号"
  case employer = "责任者"
  case title = "题名"
  case day = "形成时间"
  case retention = "应保管期限"
  case disposal = "到期日期"
  case kept = "已保管期限"
  case digest = "校验值"
  case opinion = "鉴定意见"
  case approver = "批准人"
  case approvedOn = "批准日期"
  case destroyedOn = "销毁时间"

  /// What an opinion may say: destroy, or keep for now.
  static let (destroy, keep) = ("销毁", "保留")

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
    case .opinion, .approver, .approvedOn, .destroyedOn: ""
    }
  }
}
