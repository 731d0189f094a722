public import Diagnostics
public import Records
import Rules

/// A row of a record file as it was read and judged.
public struct JudgedRow: Sendable {
  /// What became of the row; one that a rule forbids is refused.
  public let outcome: RowOutcome
  /// Everything that is to be said of it, reasons of refusal among them.
  public let diagnostics: [Diagnostic]
  /// The line of the file, from 1, on which the row begins.
  public let line: Int
  /// The head of the file as far as it was read, where place and day are known.
  public let head: Batch?
  /// What the form that was asked beside the rules makes of it.
  let pick: PickedRow?

  /// Takes a row that was read as it is, where no rules are asked.
  public init(_ outcome: RowOutcome) { self.init(outcome, [], line: 0, head: nil, pick: nil) }

  /// Judges a row that was read, by what the rules said of it.
  init(_ row: PassedRow, _ verdict: [Diagnostic]) {
    self.init(row.outcome, verdict, line: row.line, head: row.head, pick: row.pick)
  }

  private init(
    _ outcome: RowOutcome,
    _ verdict: [Diagnostic],
    line: Int,
    head: Batch?,
    pick: PickedRow?
  ) {
    (self.line, self.head, self.pick) = (line, head, pick)
    switch outcome {
    case .refused(let rejection):
      diagnostics = rejection.reasons + verdict
      self.outcome = .refused(rejection.withReasons(diagnostics))
    case .accepted(let filing):
      diagnostics = verdict.isEmpty ? filing.notices : filing.notices + verdict
      let isRefused = verdict.contains { $0.severity == .error }
      self.outcome = isRefused ? .refused(RowRejection(filing, diagnostics)) : outcome
    }
  }
}

extension RowRejection {
  /// Refuses a sound filing for what rules have found.
  fileprivate init(_ filing: Filing, _ reasons: [Diagnostic]) {
    self.init(
      row: filing.row,
      id: filing.id,
      name: filing.employee.name,
      sketch: filing.sketch,
      reasons: reasons
    )
  }

  /// Returns the rejection with all `reasons`; what rules judged it by is let go.
  fileprivate func withReasons(_ reasons: [Diagnostic]) -> RowRejection {
    RowRejection(row: row, id: id, name: name, sketch: sketch, reasons: reasons)
  }
}
