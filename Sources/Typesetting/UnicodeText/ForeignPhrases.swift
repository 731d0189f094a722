/// The scripts beside Han whose texts are told apart, because a voice that reads Chinese cannot read them.
public enum ForeignScript: Sendable, Hashable, CaseIterable {
  case latin, arabic, tibetan, mongolian

  /// The language that a document in Chinese most likely has in the script, as a tag of BCP 47.
  public var language: String {
    switch self {
    case .latin: "en"
    case .arabic: "ug"
    case .tibetan: "bo"
    case .mongolian: "mn-Mong"
    }
  }
}

/// A part of a text in another script than Han.
public struct ForeignPhrase: Sendable, Hashable {
  /// The UTF-8 range.
  public var range: Range<Int>
  /// The script.
  public var script: ForeignScript
}

/// Returns the phrases of `text` in foreign scripts, in order.
///
/// A phrase reaches from the first to the last of words that only spaces part. Latin letters make a word when there
/// are two or more of them and no digit: 91110000MA01 is a code, `hr@unit.cn` an address, A an item, and all three
/// are spelt out in Chinese.
public func foreignPhrases(in text: String) -> [ForeignPhrase] {
  guard mayHoldForeign(text.utf8.span) else { return [] }
  var phrases: [ForeignPhrase] = []
  var word = Word()
  var offset = 0
  for scalar in text.unicodeScalars {
    // A Han character ends any word and begins none, and most characters are such.
    if (0x4E00...0x9FFF).contains(scalar.value) {
      phrases.append(word, in: text)
      word = Word()
    } else if !word.take(scalar, at: offset) {
      phrases.append(word, in: text)
      word = Word()
      _ = word.take(scalar, at: offset)
    }
    offset += UTF8.width(scalar)
  }
  phrases.append(word, in: text)
  return phrases
}

/// Whether a text is foreign as a whole, or in no part; nothing when it is in some.
public func isForeign(_ text: String) -> Bool? {
  let phrases = foreignPhrases(in: text)
  guard let first = phrases.first else { return false }
  return first.range == 0..<text.utf8.count ? true : nil
}

/// A word, or a code, that is being read.
private struct Word {
  private var script: ForeignScript?
  private var range = 0..<0
  private var letterCount = 0
  private var isCode = false
  /// Whether the last character was a sign that stands inside codes and at the ends of sentences alike.
  private var endsInJoint = false

  /// The word as a phrase, if it is one.
  var phrase: ForeignPhrase? {
    guard let script, !isCode, script != .latin || letterCount > 1 else { return nil }
    return ForeignPhrase(range: range, script: script)
  }

  /// Takes the next character, unless it does not belong to the word.
  mutating func take(_ scalar: Unicode.Scalar, at offset: Int) -> Bool {
    let end = offset + UTF8.width(scalar)
    // Marks stand on the letter before them, whatever their block.
    if script != nil, scalar.properties.isGraphemeExtend {
      range = range.lowerBound..<end
      return true
    }
    if let letter = scalar.foreignScript { return take(letter, offset..<end) }
    switch scalar.value {
    case 0x30...0x39:
      guard script ?? .latin == .latin else { return false }
      isCode = true
      return true
    case 0x27, 0x2D: return script == .latin && !isCode || isCode
    case 0x23, 0x25, 0x2E, 0x2F, 0x3A, 0x40, 0x5C, 0x5F:
      guard isCode || script == .latin else { return false }
      endsInJoint = true
      return true
    default: return false
    }
  }

  private mutating func take(_ letter: ForeignScript, _ place: Range<Int>) -> Bool {
    if isCode || endsInJoint, letter == .latin {
      isCode = true
      return true
    }
    guard !isCode, !endsInJoint, script ?? letter == letter else { return false }
    range = (script == nil ? place.lowerBound : range.lowerBound)..<place.upperBound
    script = letter
    letterCount += 1
    return true
  }
}

extension [ForeignPhrase] {
  /// Adds a word, if it is one, to the phrase before it where only spaces part them.
  fileprivate mutating func append(_ word: Word, in text: String) {
    guard let phrase = word.phrase else { return }
    guard let last, last.script == phrase.script,
      text.utf8.dropFirst(last.range.upperBound)
        .prefix(phrase.range.lowerBound - last.range.upperBound).allSatisfy({ $0 == 0x20 })
    else { return append(phrase) }
    self[count - 1].range = last.range.lowerBound..<phrase.range.upperBound
  }
}

/// Returns whether `text` has bytes that may belong to a letter of a foreign script; those of Han and its marks do not.
private func mayHoldForeign(_ text: Span<UInt8>) -> Bool {
  for index in text.indices {
    switch text[index] {
    case 0x41...0x5A, 0x61...0x7A: return true
    // Latin with marks, Arabic; Tibetan and Mongolian.
    case 0xC3...0xDF, 0xE0, 0xE1: return true
    // The forms of Arabic letters end before U+FF00, where the full-width marks of Chinese begin.
    case 0xEF where index + 1 < text.count && text[index + 1] < 0xBC: return true
    default: continue
    }
  }
  return false
}

extension Unicode.Scalar {
  /// The foreign script to which a letter belongs.
  fileprivate var foreignScript: ForeignScript? {
    switch value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F: .latin
    case 0x620...0x64A, 0x66E...0x6D3, 0x6D5, 0x6FA...0x6FF, 0x750...0x77F, 0xFB50...0xFDCF,
      0xFDF0...0xFDFF, 0xFE70...0xFEFC:
      .arabic
    case 0xF00...0xFFF: .tibetan
    case 0x1800...0x18AF: .mongolian
    default: nil
    }
  }
}
