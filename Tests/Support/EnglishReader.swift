public import Diagnostics

/// Somebody who reads reports in English, and knows no Chinese but what was written.
public struct EnglishReader {
  /// The words of the program.
  public let words: Vocabulary
  private let known: String

  /// Creates a reader who knows `known`, beside the Chinese words that the program's English asks to write.
  public init(known: some Sequence<String> = []) throws {
    words = try EnglishWords.vocabulary()
    let asked = try EnglishWords.entries(EnglishWords.files).map(\.english)
      .filter { !EnglishWords.runsOfHan(in: $0).isEmpty }
    self.known = (asked + known).joined(separator: "\n")
  }

  /// Returns the Chinese in `diagnostic`, told in English, that does not stand in `written` and that the reader does not know.
  ///
  /// Laws are cited by their Chinese names.
  public func strangeWords(in diagnostic: Diagnostic, beside written: String) -> [String] {
    let english = diagnostic.translated(by: words)
    return [english.message, english.found, english.expected, english.advice].compactMap { $0 }
      .flatMap { text in
        EnglishWords.runsOfHan(in: text.replacing(#/《[^》]+》第[\p{Han}（）]+/#, with: ""))
      }
      .filter { !written.contains($0) && !known.contains($0) }
  }
}
