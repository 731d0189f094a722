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
  /// The rule that is broken, as a Chinese sentence without a full stop.
  public var message: String
  /// What stands there now; never a full ID number.
  public var found: String?
  /// What should stand there.
  public var expected: String?
  /// What the person should do next.
  public var advice: String?
  /// The law or standard behind the rule.
  public var citation: String?

  /// Creates a diagnostic; leave out what does not apply.
  public init(
    _ code: String,
    _ severity: Severity = .error,
    at origin: Origin = .unknown,
    _ message: String,
    found: String? = nil,
    expected: String? = nil,
    advice: String? = nil,
    citation: String? = nil
  ) {
    self.code = code
    self.severity = severity
    self.origin = origin
    self.message = message
    self.found = found
    self.expected = expected
    self.advice = advice
    self.citation = citation
  }
}

extension Diagnostic: CustomStringConvertible {
  /// The whole diagnostic as one Chinese line, as the terminal prints it without colour.
  public var description: String {
    let place = origin.description
    var text = place.isEmpty ? "" : "\(place)："
    text += "\(severity.label)：\(message)"
    if let found { text += "；现为“\(found)”" }
    if let expected { text += "；应为\(expected)" }
    if let advice { text += "；\(advice)" }
    if let citation { text += "（\(citation)）" }
    return text + " [\(code)]"
  }
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
