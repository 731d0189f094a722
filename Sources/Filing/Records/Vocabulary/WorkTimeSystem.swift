/// How working time is reckoned (Labour Law article 36, 39).
public enum WorkTimeSystem: String, CodeList {
  /// Eight hours a day.
  case standard = "标准工时制"
  /// Reckoned over a longer cycle, by approval.
  case comprehensive = "综合计算工时工作制"
  /// Not fixed, by approval.
  case flexible = "不定时工作制"

  /// What the list is called in messages.
  public static let listName = "工时制度"

  /// The word that forms print.
  public var label: String { rawValue }

  /// Other spellings.
  public var aliases: [String] {
    switch self {
    case .standard: ["standard", "标准工时", "标准工时工作制"]
    case .comprehensive: ["comprehensive", "综合计算工时制", "综合工时制"]
    case .flexible: ["flexible", "不定时工时制"]
    }
  }
}
