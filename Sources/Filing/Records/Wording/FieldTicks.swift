extension CodeChoices {
  /// Returns all words with a box before each, those that `value` names ticked; a word of no list stands at the end.
  func ticked(_ value: FieldValue?) -> String {
    let named = value?.namedCodes ?? []
    let boxes = choices.map { choice in
      Self.box(named.contains { $0.code == choice.code }) + choice.label
    }
    let others = named.filter { name in !choices.contains { $0.code == name.code } }
    return (boxes + others.map { Self.box(true) + $0.label }).joined(separator: "\u{3000}")
  }

  private static func box(_ isTicked: Bool) -> String { isTicked ? "☑" : "☐" }

  /// 是 and 否.
  static let yesOrNo = CodeChoices(
    choices: ["是", "否"].map { Choice(code: $0, label: $0, others: []) },
    isOpen: false
  )
}

extension FieldValue {
  /// The codes that the value names, each with the word that forms print for it.
  fileprivate var namedCodes: [(code: String, label: String)] {
    switch self {
    case .code(let code, let label): [(code, label)]
    case .flag: [(printed, printed)]
    case .list(let items): items.map { ($0.members["code"]?.printed ?? $0.text, $0.text) }
    case .text(let text): [(text, text)]
    case .date, .money, .integer: []
    }
  }
}
