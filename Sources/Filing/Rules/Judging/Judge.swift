public import Diagnostics
public import Records

/// Judges filings of one batch one by one by the rules of its place, all as of its day; it may be shared by threads.
public final class Judge: Sendable {
  /// What applies to the batch.
  let standards: Standards
  /// The rules that look at each kind of filing, those that the place has switched off left out.
  private let rules: [FilingKind: Bench]
  private let deadRules: Bench

  /// Rules beside their checks: a rule has six texts, and copying it costs more than most checks do.
  private struct Bench: Sendable {
    /// A check by itself: as elements of an array functions would be called by way of another.
    struct Check: Sendable {
      let run: Rule.Check
    }

    let rules: [Rule]
    let checks: [Check]

    init(_ rules: [Rule]) {
      self.rules = rules
      checks = rules.map { Check(run: $0.check) }
    }
  }

  /// Creates the judge of `batch` after the rule books of `shelf`; rows of an upload template are judged harder.
  ///
  /// Rules over single filings whose codes are in `left` are left to others, as the state of contracts to the ledger.
  /// Of the `files` that records name rules see what is to be seen.
  public init(
    _ shelf: RuleShelf,
    for batch: Batch,
    isUpload: Bool = false,
    leaving left: Set<String> = [],
    files: AttachedFiles = .none
  ) {
    let standards = Standards(shelf, for: batch, isUpload: isUpload, files: files)
    let active = RuleCatalogue.rowRules.filter {
      standards.isActive($0.code) && !left.contains($0.code)
    }
    var rules: [FilingKind: Bench] = [:]
    for kind in FilingKind.allCases {
      rules[kind] = Bench(active.filter { $0.kinds.contains(kind) })
    }
    self.standards = standards
    self.rules = rules
    deadRules = Bench(active.filter(\.seesDead))
  }

  /// Returns what the rules say of `filing` by itself.
  public func verdict(on filing: Filing) -> Verdict {
    var findings = Findings(row: filing.row)
    let bench = filing.isDead ? deadRules : rules[filing.kind] ?? deadRules
    for index in bench.checks.indices {
      let count = findings.diagnostics.count
      bench.checks[index].run(filing, standards, &findings)
      if findings.diagnostics.count > count { complete(&findings, from: count, bench.rules[index]) }
    }
    return Verdict(diagnostics: findings.diagnostics, gaps: findings.gaps)
  }

  /// Returns what the rules say of a row with errors, whatever its unread values may be: what they say of all `readings`.
  public func verdict(on readings: [Filing]) -> Verdict {
    Verdict(diagnostics: readings.map { verdict(on: $0).diagnostics }.common, gaps: [])
  }

  /// Returns what the rules say of the head of the file.
  public func headDiagnostics() -> [Diagnostic] {
    var findings = Findings(row: 0)
    for rule in RuleCatalogue.headRules where standards.isActive(rule.code) {
      let count = findings.diagnostics.count
      rule.check(standards.batch, standards, &findings)
      for index in count..<findings.diagnostics.count {
        standards.complete(&findings.diagnostics[index], rule.code, rule.citation)
      }
    }
    return findings.diagnostics
  }

  private func complete(_ findings: inout Findings, from count: Int, _ rule: Rule) {
    for index in count..<findings.diagnostics.count {
      standards.complete(
        &findings.diagnostics[index],
        rule.code,
        rule.citation,
        isReminder: findings.reminders.contains(index)
      )
    }
  }
}

extension Standards {
  /// Gives a finding the code, the law and the severity that the place has chosen.
  ///
  /// A reminder, such as that of the last day, is never graver than it was written, whatever the rule's breach is.
  func complete(
    _ diagnostic: inout Diagnostic,
    _ code: String,
    _ citation: String,
    isReminder: Bool = false
  ) {
    diagnostic.code = code
    diagnostic.citation = diagnostic.citation ?? citation
    guard let severity = severity(of: code) else { return }
    diagnostic.severity = isReminder ? min(severity, diagnostic.severity) : severity
  }
}
