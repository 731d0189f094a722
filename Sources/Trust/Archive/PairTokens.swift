import Searching

/// Texts as pairs of neighbouring characters, which is how the index finds any part of a name.
///
/// SQLite's own tokenizers do not serve Chinese names: `unicode61` takes a run of characters for one word, and knows
/// no character that is younger than Unicode 6.1; `trigram` finds nothing shorter than three characters, while most
/// names have two or three. So each character becomes a token with its neighbour, spelt in digits that every tokenizer
/// leaves alone: 张三丰 is `5f20x4e09 4e09x4e30 4e30x`. Words of two characters or more are phrases of pairs, one
/// character is the beginning of a pair.
struct PairTokens {
  private var folding = TextFolding()

  /// Returns the tokens of `texts`, with a gap between any two that no phrase reaches over.
  mutating func tokens(of texts: [String]) -> String {
    texts.map { tokens(of: $0).joined(separator: " ") }.joined(separator: " \(Self.gap) ")
  }

  /// Returns what finds `word` in the columns called `columns`; nothing for a word without a letter or digit.
  mutating func condition(_ word: String, in columns: String) -> String? {
    let pairs = tokens(of: word)
    guard let last = pairs.last else { return nil }
    // The last character has no neighbour in the word, but may have one in the text.
    let phrase =
      pairs.count == 1 ? "\"\(last)\" *" : "\"\(pairs.dropLast().joined(separator: " "))\""
    return "{\(columns)} : \(phrase)"
  }

  private static let gap = "0x"

  private mutating func tokens(of text: String) -> [String] {
    let digits = folding.fold(text).map { String($0.value, radix: 16) }
    return digits.indices.map { index in
      "\(digits[index])x\(index + 1 < digits.count ? digits[index + 1] : "")"
    }
  }
}
