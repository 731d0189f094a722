/// The words that the values of a field may be, for those who ask for a value by a word of their own.
public struct CodeChoices: Sendable, Hashable {
  /// One code with all its words.
  public struct Choice: Sendable, Hashable {
    /// The code.
    public let code: String
    /// The word that forms print.
    public let label: String
    /// Other words for it.
    public let others: [String]
  }

  /// The codes in the order of their list.
  public let choices: [Choice]
  /// Whether other words may occur too, since no manual shows the whole list.
  public let isOpen: Bool

  /// Returns the code that `word` means: the code itself, its label or another word for it.
  ///
  /// Full-width and half-width brackets count as the same.
  public func code(for word: String) -> String? { choice(for: word)?.code }

  /// Returns the choice that `word` means.
  func choice(for word: String) -> Choice? {
    let word = Self.plain(word)
    return choices.first { $0.code == word || Self.plain($0.label) == word }
      ?? choices.first { $0.others.contains { Self.plain($0) == word } }
  }

  private static func plain(_ word: String) -> String {
    word.replacing("（", with: "(").replacing("）", with: ")")
  }
}

extension CodeChoices {
  /// The words of a code list.
  init<List: CodeList>(_ list: List.Type, isOpen: Bool = false) {
    choices = list.allCases.map {
      Choice(code: $0.rawValue, label: $0.label, others: $0.aliases)
    }
    self.isOpen = isOpen
  }

  /// The kinds of filing, by the words of every place.
  static let filingKinds = CodeChoices(
    choices: FilingKind.allCases.map { kind in
      let places = Profile.allCases.map { kind.label(for: $0) }
      return Choice(code: kind.rawValue, label: kind.label, others: places + kind.aliases)
    },
    isOpen: false
  )
}
