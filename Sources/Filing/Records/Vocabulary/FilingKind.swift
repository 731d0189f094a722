/// What a filing does to the employment relation.
public enum FilingKind: String, CodeList {
  /// A first contract.
  case new
  /// A renewed contract.
  case renew
  /// Changed terms of a running contract.
  case change
  /// The end of the relation.
  case terminate
  /// A paper contract from before the system, entered afterwards.
  case `import`

  /// What the list is called in messages.
  public static let listName = "业务类型"

  /// The word that forms print where no profile is known.
  public var label: String { label(for: .law) }

  /// Returns the word that forms of `profile` print.
  public func label(for profile: Profile) -> String {
    switch (self, profile) {
    case (.new, .shanxi): "签订"
    case (.new, .zhuzhou): "新参保"
    case (.new, _): "新签"
    case (.renew, .zhuzhou): "续保"
    case (.renew, _): "续签"
    case (.change, .zhuzhou): "信息变更"
    case (.change, _): "合同变更"
    case (.terminate, .zhuzhou): "减员"
    case (.terminate, .zhanyi): "终止/解除"
    case (.terminate, _): "解除（终止）"
    case (.import, _): "历史合同导入"
    }
  }

  /// Words of other systems for the same thing.
  public var aliases: [String] {
    switch self {
    case .new: ["新订", "新增备案", "新参保"]
    case .renew: ["续订", "续保"]
    case .change: ["变更"]
    case .terminate: ["解除(终止)", "终止(解除)", "解除/终止", "解除", "终止", "停保"]
    case .import: ["导入"]
    }
  }
}
