/// A sentence of the program, kept as what it says and what it names, so that its language is chosen where it is shown.
///
/// It is written as a string: `let message: Message = "已写入“\(path)”。"`. What stands between the values is the key under
/// which a vocabulary holds other words, with numbered holes: `已写入“{0}”。`.
public struct Message: Sendable, ExpressibleByStringInterpolation {
  fileprivate var parts: [Part]

  fileprivate enum Part: Sendable {
    /// Words of the program.
    case literal(String)
    /// A value: a name, a number, something that was read. It is the same in every language.
    case value(String)
    /// One of the program's own words, looked up by itself, such as the name of a field.
    case term(String)
    /// A Chinese name that stands somewhere as it is, such as the title on a document, and what it means.
    case name(String, meaning: String)
    case message(Message)
  }

  /// Creates a message that only says a value, whatever the language.
  public init(value: String) {
    parts = [.value(value)]
  }

  /// Creates a message that is one of the program's own words.
  public init(term: String) {
    parts = [.term(term)]
  }

  /// Creates a message of words alone.
  public init(stringLiteral words: String) {
    parts = words.isEmpty ? [] : [.literal(words)]
  }

  /// Creates a message of words and values.
  public init(stringInterpolation: StringInterpolation) {
    parts = stringInterpolation.parts
  }

  /// Collects the parts of a message as the compiler hands them over.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var parts: [Part] = []

    /// Begins a message.
    public init(literalCapacity: Int, interpolationCount: Int) {
      parts.reserveCapacity(2 * interpolationCount + 1)
    }

    /// Adds words.
    public mutating func appendLiteral(_ words: String) {
      if !words.isEmpty { parts.append(.literal(words)) }
    }

    /// Adds a value.
    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      parts.append(.value(value.description))
    }

    /// Adds a message inside the message.
    public mutating func appendInterpolation(_ message: Message) {
      parts.append(.message(message))
    }

    /// Adds what `value` says of itself.
    public mutating func appendInterpolation(_ value: some Worded) {
      parts.append(.message(value.message))
    }

    /// Adds one of the program's own words.
    public mutating func appendInterpolation(term: String) {
      parts.append(.term(term))
    }

    /// Adds a Chinese name that the reader will see as it is; another language says before it what it means.
    public mutating func appendInterpolation(_ name: String, meaning term: String) {
      parts.append(.name(name, meaning: term))
    }

    /// Adds values one after another, with words of the program between them.
    public mutating func appendInterpolation(
      list: some Sequence<String>,
      by separator: Message = "、"
    ) {
      parts.append(.message(list.map { Message(value: $0) }.joined(separator: separator)))
    }
  }
}

extension Message {
  /// Whether it says nothing.
  public var isEmpty: Bool { description.isEmpty }

  /// The words with a numbered hole for each value, such as `已写入“{0}”。`.
  public var pattern: String {
    var pattern = ""
    var holes = 0
    for part in parts {
      if case .literal(let words) = part {
        pattern += words
      } else {
        pattern += "{\(holes)}"
        holes += 1
      }
    }
    return pattern
  }

  /// Whether `vocabulary` has words for it, or for all the messages that it merely puts together.
  public func isKnown(to vocabulary: Vocabulary) -> Bool {
    vocabulary.knows(pattern) || !parts.isEmpty && parts.allSatisfy { $0.isKnown(to: vocabulary) }
  }

  /// Returns the message in the language of `vocabulary`; where that has no words for it, in Chinese.
  public func words(in vocabulary: Vocabulary) -> String {
    guard !vocabulary.isChinese else { return description }
    let pattern = pattern
    let values = parts.compactMap { $0.filling(in: vocabulary) }
    return Message.fill(vocabulary.word(pattern), with: values)
  }

  /// Puts `values` into the holes of `pattern`.
  private static func fill(_ pattern: String, with values: [String]) -> String {
    guard !values.isEmpty else { return pattern }
    var text = ""
    var rest = pattern[...]
    while let open = rest.firstIndex(of: "{") {
      text += rest[..<open]
      let inside = rest[rest.index(after: open)...].prefix { $0.isASCII && $0.isNumber }
      let close = inside.endIndex
      if let hole = Int(inside), values.indices.contains(hole), rest[close...].first == "}" {
        text += values[hole]
        rest = rest[rest.index(after: close)...]
      } else {
        text += "{"
        rest = rest[rest.index(after: open)...]
      }
    }
    return text + rest
  }

  /// Returns one message after another.
  public static func + (lhs: Message, rhs: Message) -> Message { "\(lhs)\(rhs)" }

  /// Adds a message at the end.
  public static func += (lhs: inout Message, rhs: Message) { lhs = lhs + rhs }
}

extension Message.Part {
  /// Whether it is a message that has words in `vocabulary`, or says nothing.
  fileprivate func isKnown(to vocabulary: Vocabulary) -> Bool {
    guard case .message(let message) = self else { return false }
    return message.isEmpty || message.isKnown(to: vocabulary)
  }

  /// What goes into the hole; nothing for words.
  fileprivate func filling(in vocabulary: Vocabulary) -> String? {
    switch self {
    case .literal: nil
    case .value(let value): value
    case .term(let term): vocabulary.word(term)
    case .name(let name, let term):
      vocabulary.knows(term) ? "\(vocabulary.word(term)) (\(name))" : name
    case .message(let message): message.words(in: vocabulary)
    }
  }
}

extension Message: CustomStringConvertible {
  /// The message in Chinese.
  public var description: String {
    var text = ""
    for part in parts {
      switch part {
      case .literal(let words), .value(let words), .term(let words), .name(let words, _):
        text += words
      case .message(let message): text += message.description
      }
    }
    return text
  }
}

extension Message: Hashable {
  /// Returns whether both say the same; how it is put together does not matter.
  public static func == (lhs: Message, rhs: Message) -> Bool { lhs.description == rhs.description }

  /// Feeds what the message says into `hasher`.
  public func hash(into hasher: inout Hasher) { hasher.combine(description) }
}

extension Sequence<Message> {
  /// Returns the messages as one, with `separator` between them.
  public func joined(separator: Message) -> Message {
    var whole: Message?
    for message in self { whole = whole.map { $0 + separator + message } ?? message }
    return whole ?? ""
  }
}
