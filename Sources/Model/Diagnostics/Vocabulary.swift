/// The words of one language for what the program says in Chinese.
///
/// The Chinese is the key, as in gettext: code says what it says in one place, and a sentence that changes loses its
/// translation instead of keeping a wrong one.
public struct Vocabulary: Sendable {
  private let words: [String: String]

  /// No other words than the program's own.
  public static let chinese = Vocabulary([:])

  /// Creates the vocabulary of `words`, by the Chinese that they stand for.
  public init(_ words: [String: String]) {
    self.words = words
  }

  /// Whether everything stays as it is.
  public var isChinese: Bool { words.isEmpty }

  /// Returns `chinese` in this language, or as it is where there are no words for it.
  public func word(_ chinese: String) -> String { words[chinese] ?? chinese }
}
