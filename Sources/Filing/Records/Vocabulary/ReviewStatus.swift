/// How far the authority's review has come.
public enum ReviewStatus: String, CodeList {
  /// Not yet submitted.
  case toSubmit = "待提交"
  /// Submitted.
  case submitted = "已提交"
  /// Waiting for the reviewer.
  case pending = "未审核"
  /// Approved.
  case approved = "审核通过"
  /// Approved by the system itself, as history imports are.
  case automatic = "自动通过"
  /// Rejected.
  case rejected = "审核不通过"
  /// Declared void.
  case void = "作废"
  /// Revoked.
  case revoked = "撤销"
  /// Entered and not confirmed (Zhuzhou).
  case unconfirmed = "未确认"
  /// Confirmed by the employer (Zhuzhou).
  case confirmed = "已确认"
  /// With the centre (Zhuzhou).
  case atCentre = "中心审核"

  /// What the list is called in messages.
  public static let listName = "审核状态"

  /// The word that forms print.
  public var label: String { rawValue }

  /// Other spellings.
  public var aliases: [String] {
    switch self {
    case .approved: ["通过", "已通过"]
    case .rejected: ["不通过", "未通过"]
    case .pending: ["待审核"]
    case .unconfirmed: ["待确认"]
    case .atCentre: ["中心审核中"]
    default: []
    }
  }
}
