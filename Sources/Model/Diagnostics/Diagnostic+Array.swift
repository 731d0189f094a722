extension [Diagnostic] {
  /// Adds a diagnostic; leave out what does not apply.
  public mutating func add(
    _ code: String,
    _ severity: Severity = .error,
    at origin: Origin = .unknown,
    _ message: Message,
    found: Message? = nil,
    expected: Message? = nil,
    advice: Message? = nil
  ) {
    append(
      Diagnostic(
        code,
        severity,
        at: origin,
        message,
        found: found,
        expected: expected,
        advice: advice
      )
    )
  }
}
