public import Diagnostics

/// What the rules say of one filing by itself.
public struct Verdict: Sendable {
  /// What is wrong, in the order of the rules.
  public var diagnostics: [Diagnostic]
  /// The tables that could not be asked.
  public var gaps: TableGaps

  /// Whether a rule forbids the filing.
  public var isRefused: Bool { diagnostics.contains { $0.severity == .error } }

  /// The verdict on a filing that keeps all rules.
  public static let sound = Verdict(diagnostics: [], gaps: [])
}

extension [[Diagnostic]] {
  /// What each of several judgements says, in the order of the first.
  var common: [Diagnostic] {
    (first ?? []).filter { finding in dropFirst().allSatisfy { $0.contains(finding) } }
  }
}
