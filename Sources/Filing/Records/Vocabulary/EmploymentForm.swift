/// In what form a person works for the employer.
public enum EmploymentForm: String, CodeList {
  /// Full time.
  case fullTime = "全日制"
  /// Part time.
  case partTime = "非全日制"
  /// Sent by a dispatch agency.
  case dispatched = "劳务派遣"
  /// Contract worker (Zhuzhou).
  case contractWorker = "合同工"
  /// On the establishment (Zhuzhou).
  case established = "在编"

  /// What the list is called in messages.
  public static let listName = "用工形式"

  /// The word that forms print.
  public var label: String { rawValue }

  /// Other spellings.
  public var aliases: [String] {
    switch self {
    case .fullTime: ["全日制用工"]
    case .partTime: ["非全日制用工"]
    case .dispatched: ["劳务派遣用工", "派遣"]
    default: []
    }
  }
}
