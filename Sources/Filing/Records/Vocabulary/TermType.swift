/// How long a contract is to last (Labour Contract Law article 12).
public enum TermType: String, CodeList {
  /// Until a date.
  case fixed
  /// Without an end.
  case open
  /// Until a task is done.
  case task

  /// What the list is called in messages.
  public static let listName = "合同类别"

  /// The short word that rosters print.
  public var label: String {
    switch self {
    case .fixed: "固定期限"
    case .open: "无固定期限"
    case .task: "以完成一定工作任务为期限"
    }
  }

  /// The long word that certificates and contracts print.
  public var longLabel: String {
    switch self {
    case .fixed, .open: label + "劳动合同"
    case .task: label + "的劳动合同"
    }
  }

  /// Words of exported lists.
  public var aliases: [String] {
    switch self {
    case .fixed: [longLabel, "固定期限合同"]
    case .open: [longLabel, "无固定期限合同"]
    case .task: [longLabel, "以完成一定工作任务为期限劳动合同", "以完成一定工作任务为期限的合同"]
    }
  }
}
