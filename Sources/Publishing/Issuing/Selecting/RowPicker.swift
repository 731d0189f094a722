import Forms
import Records
import Rules

/// Finds out what a form makes of single filings, whatever stands beside them.
///
/// A thread that decodes filings does that best: it has just had them in its hands, and the caller, who takes the rows
/// of all threads in their order, has the most to do as it is.
public struct RowPicker: Sendable {
  private let form: Form
  private let kinds: Set<FilingKind>
  private let order: FormOrder
  private let keepsRows: Bool

  init(_ form: Form, keepsRows: Bool) {
    self.form = form
    self.keepsRows = keepsRows
    order = FormOrder(form)
    kinds = Set(form.selection.kinds.isEmpty ? FilingKind.allCases : form.selection.kinds)
  }

  /// Returns what the form makes of each of `outcomes`; nothing for those that were refused, there or by their verdict.
  func pick(
    _ outcomes: [RowOutcome],
    judged verdicts: [Verdict],
    in batch: Batch
  ) -> [PickedRow?] {
    var pool: [UInt8] = []
    let fates = zip(outcomes, verdicts).map { outcome, verdict -> PickedRow.Fate? in
      guard case .accepted(let filing) = outcome, !verdict.isRefused else { return nil }
      return fate(of: filing, in: batch, &pool)
    }
    return fates.map { fate in fate.map { PickedRow(fate: $0, pool: pool) } }
  }

  /// Returns what the form makes of `filing`.
  func pick(_ filing: Filing, in batch: Batch) -> PickedRow {
    var pool: [UInt8] = []
    let fate = fate(of: filing, in: batch, &pool)
    return PickedRow(fate: fate, pool: pool)
  }

  private func fate(
    of filing: Filing,
    in batch: Batch,
    _ pool: inout [UInt8]
  ) -> PickedRow.Fate {
    guard form.chooses(filing, in: batch) else { return .otherForm }
    switch form.selection.gate.exclusion(of: filing, in: batch, kinds: kinds) {
    case .otherKind?: return .otherForm
    case let reason?: return .excluded(reason)
    case nil: break
    }
    let subject = form.subject(of: filing, in: batch)
    let start = pool.count
    order.append(keyOf: filing, subject, to: &pool)
    let end = pool.count
    if keepsRows { form.keep(subject, to: &pool) }
    return .listed(key: start..<end, kept: end..<pool.count)
  }
}

/// What a form makes of a filing.
struct PickedRow: Sendable {
  enum Fate: Sendable {
    /// It is nothing for this form.
    case otherForm
    case excluded(ExclusionReason)
    /// It is printed: where its sort key stands, and what is printed of it where that is kept.
    case listed(key: Range<Int>, kept: Range<Int>)
  }

  let fate: Fate
  /// The bytes that the ranges are of: those of all filings that were picked together.
  let pool: [UInt8]
}

extension FormGate {
  /// Returns why `filing` may not be printed, or nothing when it may.
  fileprivate func exclusion(
    of filing: Filing,
    in batch: Batch,
    kinds: Set<FilingKind>
  ) -> ExclusionReason? {
    let reason = rosterExclusion(of: filing, in: batch, kinds: kinds)
    switch (self, reason) {
    case (.roster, _), (_, nil), (_, .otherKind), (_, .void), (_, .revoked), (_, .unknownState):
      return reason
    case (.certificate, _), (.contract, _):
      // Both are signed on paper before the authority has looked at the filing (Zhanyi takes the signed
      // certificate with the submission), so a pending review does not hold them back.
      return nil
    }
  }
}
