/// Where a seal stands between its application and its end.
public enum SealStatus: String, CodeList {
  /// Applied for.
  case applied = "申请中"
  /// In use.
  case valid = "有效"
  /// Declared void; it stays in lists and seals nothing any more.
  case void = "已作废"

  /// What the list is called in messages.
  public static let listName = "印章状态"

  /// The word that forms print.
  public var label: String { rawValue }

  /// Other spellings.
  public var aliases: [String] { self == .void ? ["作废"] : [] }
}
