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
  private let ownPicker: RowPicker
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
    kept = KeptRows(form, room: room)
    ownPicker = RowPicker(form, keepsRows: kept.hasRoom)
    outcomes = form.listsOutcomes ? OutcomeList() : nil
  }

  /// What may be done for the selection where rows are decoded; nothing where no filings are selected.
  public var picker: RowPicker? { outcomes == nil && form.takesFilings ? ownPicker : nil }

  /// Takes notice of the next row of `batch`.
  public mutating func visit(_ outcome: RowOutcome, in batch: Batch) {
    visit(JudgedRow(outcome), in: batch)
  }

  /// Takes notice of the next row of `batch`; if it was picked already, then by the `picker` of this selection.
  public mutating func visit(_ row: JudgedRow, in batch: Batch) {
    guard outcomes == nil else {
      outcomes?.add(row.outcome)
      return
    }
    switch row.outcome {
    case .refused: refusedCount += 1
    case .accepted(let filing) where form.takesFilings:
      take(filing, row.pick ?? ownPicker.pick(filing, in: batch), in: batch)
    case .accepted: break
    }
  }

  private mutating func take(_ filing: Filing, _ pick: PickedRow, in batch: Batch) {
    switch pick.fate {
    case .otherForm: break
    case .excluded(let reason): counts[reason, default: 0] += 1
    case .listed(let key, let row):
      facts.add(filing)
      facts.addSums(of: filing, in: batch, for: form)
      chosen.add(filing.row, key: pick.pool[key])
      kept.add(pick.pool[row])
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
