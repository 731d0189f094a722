import Diagnostics

/// What rules over the whole file have found, complete with code, law and severity.
struct FileFindings {
  private let standards: Standards
  var diagnostics: [Diagnostic] = []

  init(_ standards: Standards) {
    self.standards = standards
  }

  /// Writes down what `rule` has found in `row`; 0 means the file as a whole.
  mutating func add(
    _ rule: Rule,
    _ row: some BinaryInteger,
    _ field: String,
    _ message: Message,
    severity: Severity = .error,
    found: Message? = nil,
    expected: Message? = nil,
    advice: Message? = nil
  ) {
    guard standards.isActive(rule.code) else { return }
    var diagnostic = Diagnostic(
      rule.code,
      severity,
      at: .field(FieldLocation(row: Int(row), field: field)),
      message,
      found: found,
      expected: expected,
      advice: advice
    )
    standards.complete(&diagnostic, rule.code, rule.citation)
    diagnostics.append(diagnostic)
  }
}
