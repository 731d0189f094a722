import UnicodeText

/// Returns `text` for HTML, each phrase in a foreign script in an element that tells its language (WCAG 2.1, 3.1.2).
///
/// A voice that reads Chinese spells Latin words and passes over Tibetan; paper tells the same languages.
func escapedWithLanguages(_ text: String, _ traits: TextTraits) -> String {
  if traits.isDisjoint(with: [.special, .foreign]) { return text }
  let phrases = traits.contains(.foreign) ? foreignPhrases(in: text) : []
  guard !phrases.isEmpty else { return escapedHTML(text) }
  var (result, end) = ("", 0)
  for phrase in phrases {
    result += escapedHTML(text.piece(end..<phrase.range.lowerBound))
    let words = escapedHTML(text.piece(phrase.range))
    result += "<span lang=\"\(phrase.script.language)\">\(words)</span>"
    end = phrase.range.upperBound
  }
  return result + escapedHTML(text.piece(end..<text.utf8.count))
}

extension String {
  /// The part of the text in a range of its UTF-8 bytes, which begins and ends between characters.
  fileprivate func piece(_ range: Range<Int>) -> String {
    String(decoding: utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
  }
}
