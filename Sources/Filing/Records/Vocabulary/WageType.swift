/// How a wage is reckoned.
public enum WageType: String, CodeList {
  /// By the month.
  case monthly
  /// By the hour, for part-time work.
  case hourly
  /// By the piece.
  case piece
  /// A base and a share by performance.
  case basePerformance = "base+performance"
  /// Otherwise agreed.
  case other

  /// What the list is called in messages.
  public static let listName = "工资形式"

  /// The word that forms print.
  public var label: String {
    switch self {
    case .monthly: "月工资"
    case .hourly: "小时工资"
    case .piece: "计件工资"
    case .basePerformance: "基本工资+绩效工资"
    case .other: "其他"
    }
  }

  /// Other spellings.
  public var aliases: [String] {
    switch self {
    case .piece: ["计件", "pieceRate"]
    case .basePerformance: ["基本工资+绩效", "basePerformance"]
    default: []
    }
  }
}
