/// How grave a diagnostic is.
public enum Severity: Int, Sendable, Hashable, Comparable, CaseIterable {
  /// Worth knowing.
  case note
  /// Worth mending; the document is still made.
  case warning
  /// The row, form or document cannot be used.
  case error

  /// Returns whether `lhs` is less grave than `rhs`.
  public static func < (lhs: Severity, rhs: Severity) -> Bool { lhs.rawValue < rhs.rawValue }
}

/// Something a person can fix in the input: where it is, what is wrong, what is expected, what to do.
public struct Diagnostic: Sendable, Hashable {
  /// A short stable name of the rule, such as `V-02a` or `form.unknownField`.
  public var code: String
  /// How grave it is.
  public var severity: Severity
  /// Where it is.
  public var origin: Origin
  /// The rule that is broken, as a sentence without a full stop.
  public var sentence: Message
  /// What stands there now, in words of either language where the program says what it is; never a full ID number.
  public var observation: Message?
  /// What should stand there, in words of either language.
  public var expectation: Message?
  /// What the person should do next, in words of either language.
  public var counsel: Message?
  /// The law or standard behind the rule.
  public var citation: String?

  /// Creates a diagnostic; leave out what does not apply.
  public init(
    _ code: String,
    _ severity: Severity = .error,
    at origin: Origin = .unknown,
    _ message: Message,
    found: Message? = nil,
    expected: Message? = nil,
    advice: Message? = nil,
    citation: String? = nil
  ) {
    self.code = code
    self.severity = severity
    self.origin = origin
    sentence = message
    observation = found
    expectation = expected
    counsel = advice
    self.citation = citation
  }
}

extension Diagnostic {
  /// The rule that is broken, in Chinese.
  public var message: String { sentence.description }
  /// What stands there now, in Chinese.
  public var found: String? {
    get { observation?.description }
    set { observation = newValue.map(Message.init(value:)) }
  }
  /// What should stand there, in Chinese.
  public var expected: String? { expectation?.description }
  /// What the person should do next, in Chinese.
  public var advice: String? { counsel?.description }

  /// Returns the diagnostic with its words in the language of `vocabulary`, whatever language is asked for later.
  ///
  /// A sentence that has no words there is told by its code.
  public func translated(by vocabulary: Vocabulary) -> Diagnostic {
    guard !vocabulary.isChinese else { return self }
    var other = self
    let sentence = sentence.isKnown(to: vocabulary) ? nil : vocabulary.sentence(of: code)
    other.sentence = Message(value: sentence ?? self.sentence.words(in: vocabulary))
    other.observation = observation.map { Message(value: $0.words(in: vocabulary)) }
    other.expectation = expectation.map { Message(value: $0.words(in: vocabulary)) }
    other.counsel = counsel.map { Message(value: $0.words(in: vocabulary)) }
    return other
  }

  /// The whole diagnostic as a message, as the terminal prints it without colour.
  public var whole: Message {
    let place = origin.place
    var line: Message = place.isEmpty ? "" : "\(place)："
    line += "\(term: severity.label)：\(sentence)"
    if let observation { line += "；现为“\(observation)”" }
    if let expectation { line += "；应为\(expectation)" }
    if let counsel { line += "；\(counsel)" }
    if let citation { line += "（\(citation)）" }
    return line + " [\(code)]"
  }

  /// Returns the whole diagnostic as one line in the language of `vocabulary`.
  public func line(in vocabulary: Vocabulary) -> String {
    translated(by: vocabulary).whole.words(in: vocabulary)
  }
}

extension Diagnostic: CustomStringConvertible {
  /// The whole diagnostic as one Chinese line.
  public var description: String { line(in: .chinese) }
}

extension Severity {
  /// The Chinese word that reports print.
  public var label: String {
    switch self {
    case .note: "提示"
    case .warning: "警告"
    case .error: "错误"
    }
  }
}
