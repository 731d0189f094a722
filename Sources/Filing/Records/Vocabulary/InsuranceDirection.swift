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

  /// The kinds of change (变更类型) that the manuals name; a place may have others.
  public var kinds: [String] {
    switch self {
    case .increase: ["新参保", "续保", "调入", "险种增加"]
    case .decrease: ["险种减少", "暂停参保", "终止参保", "退休", "死亡", "出国定居", "调出"]
    }
  }

  /// Creates the direction of a kind of change; nothing where no manual names it.
  ///
  /// The windows of 株洲人社通 confirm a leaving in other words than they enter it.
  public init?(kindOfChange kind: String) {
    let confirmed = ["永久停保", "暂时停保", "退休或离休", "在职转退休", "人员险种调出单位"]
    if confirmed.contains(kind) {
      self = .decrease
    } else if let direction = Self.allCases.first(where: { $0.kinds.contains(kind) }) {
      self = direction
    } else {
      return nil
    }
  }
}
