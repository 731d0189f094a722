public import Diagnostics

/// A query could not be understood or carried out because of what the diagnostic says.
public struct QueryFailure: Error, Sendable, Hashable {
  /// What is wrong, and what to write.
  public let diagnostic: Diagnostic

  init(_ diagnostic: Diagnostic) {
    self.diagnostic = diagnostic
  }
}
