/// Where a contract stands in the filing system.
public enum ContractState: String, CodeList {
  /// Newly concluded.
  case new = "新订"
  /// Renewed.
  case renewed = "续订"
  /// Changed.
  case changed = "变更"
  /// Dissolved or ended.
  case ended = "解除(终止)"
  /// Declared void before approval.
  case void = "作废"
  /// Revoked after approval.
  case revoked = "撤销"
  /// A value one list shows and no manual explains; never put into a roster.
  case undefined = "确定"

  /// What the list is called in messages.
  public static let listName = "合同状态"

  /// The word that forms print.
  public var label: String { self == .ended ? "解除（终止）" : rawValue }

  /// Other spellings that the manuals themselves use.
  public var aliases: [String] {
    switch self {
    case .new: ["新签"]
    case .renewed: ["续签"]
    case .ended: ["解除", "终止", "解除/终止", "终止/解除", "终止(解除)", "终止（解除）"]
    default: []
    }
  }
}
