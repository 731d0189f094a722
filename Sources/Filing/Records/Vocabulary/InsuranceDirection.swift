/// Whether a person enters social insurance or leaves it; 增 first, as declaration sheets list their rows.
public enum InsuranceDirection: String, CodeList {
  /// 增员.
  case increase = "增"
  /// 减员.
  case decrease = "减"

  /// What the list is called in messages.
  public static let listName = "参保增减"

  /// The word that forms print.
  public var label: String { rawValue }

  /// Spellings of the halls' sheets.
  public var aliases: [String] { ["\(rawValue)员", "\(rawValue)\(self == .increase ? "加" : "少")"] }
}
