public import Forms
public import Records

/// The filings that one form takes from a record file, in printing order, with what the form says of them together.
public struct Selection: Sendable {
  /// The row numbers, from 1, in printing order.
  public let rows: [Int]
  /// The counts and sums of those rows.
  public let facts: RosterFacts
  /// How many sound filings of the form's kinds were left out, by reason, in the order of the reasons.
  public let exclusions: [(reason: ExclusionReason, count: Int)]
  /// How many rows were refused because they hold errors.
  public let refusedCount: Int
  /// What a roster prints of the rows, in their order.
  let kept: KeptRows
  /// What became of all rows, for a form that lists that.
  let outcomes: OutcomeList?
}

/// Gathers a form's selection while the record file is read for the first time.
public struct SelectionBuilder {
  private let form: Form
  private let kinds: Set<FilingKind>
  private let order: FormOrder
  private var chosen = RowOrder()
  private var kept: KeptRows
  private var facts = RosterFacts()
  private var counts: [ExclusionReason: Int] = [:]
  private var refusedCount = 0
  private var outcomes: OutcomeList?

  /// Begins the selection of `form`.
  public init(_ form: Form) { self.init(form, room: KeptRows.room) }

  /// Begins the selection of `form`, for which `room` bytes of rows are kept.
  init(_ form: Form, room: Int) {
    self.form = form
    order = FormOrder(form)
    kept = KeptRows(form, room: room)
    outcomes = form.listsOutcomes ? OutcomeList() : nil
    kinds = Set(form.selection.kinds.isEmpty ? FilingKind.allCases : form.selection.kinds)
  }

  /// Takes notice of the next row of `batch`.
  public mutating func visit(_ outcome: RowOutcome, in batch: Batch) {
    guard outcomes == nil else {
      outcomes?.add(outcome)
      return
    }
    switch outcome {
    case .refused: refusedCount += 1
    case .accepted(let filing) where form.takesFilings: visit(filing, in: batch)
    case .accepted: break
    }
  }

  private mutating func visit(_ filing: Filing, in batch: Batch) {
    guard form.chooses(filing, in: batch) else { return }
    switch form.selection.gate.exclusion(of: filing, in: batch, kinds: kinds) {
    case .otherKind?: break
    case let reason?: counts[reason, default: 0] += 1
    case nil:
      facts.add(filing)
      facts.addSums(of: filing, in: batch, for: form)
      let subject = form.subject(of: filing, in: batch)
      chosen.add(filing, subject, by: order)
      kept.add(subject)
    }
  }

  /// Ends the selection, and lets go of what only ordering it needed.
  public mutating func finish() -> Selection {
    let places = chosen.sortedPlaces
    let rows = places.map { chosen[$0] }
    chosen = RowOrder()
    var kept = kept
    self.kept = KeptRows(form, room: 0)
    kept.reorder(places)
    return Selection(
      rows: outcomes?.rows ?? rows,
      facts: facts,
      exclusions: ExclusionReason.allCases.compactMap { reason in
        counts[reason].map { (reason, $0) }
      },
      refusedCount: refusedCount,
      kept: kept,
      outcomes: outcomes
    )
  }
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
