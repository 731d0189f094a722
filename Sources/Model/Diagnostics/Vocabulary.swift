/// The words of one language for what the program says in Chinese.
///
/// The Chinese is the key, as in gettext: code says what it says in one place, and a sentence that changes loses its
/// translation instead of keeping a wrong one.
public struct Vocabulary: Sendable {
  private let words: [String: String]
  private let sentences: [String: String]

  /// No other words than the program's own.
  public static let chinese = Vocabulary([:])

  /// Creates the vocabulary of `words`, by the Chinese that they stand for, and of what diagnostics say, by their code.
  public init(_ words: [String: String], sentences: [String: String] = [:]) {
    self.words = words
    self.sentences = sentences
  }

  /// Whether everything stays as it is.
  public var isChinese: Bool { words.isEmpty }

  /// Whether there are words for `chinese`.
  public func knows(_ chinese: String) -> Bool { words[chinese] != nil }

  /// Returns what a diagnostic of `code` says in general, or nothing.
  public func sentence(of code: String) -> String? { sentences[code] }

  /// Returns `chinese` in this language, or as it is where there are no words for it.
  public func word(_ chinese: String) -> String { words[chinese] ?? chinese }
}
