import Diagnostics
import DocumentTree
import Issuing
import Queries
import Records
import Tables

/// A list in the making: rows go out as they are read, or, where they are to be sorted, in a second pass.
///
/// Nothing of a row is kept but its number and its sort key. What goes wrong while the file is read is told at the
/// end, since the reading itself cannot be stopped.
final class Listing {
  /// What is asked for.
  struct Plan {
    let query: Query
    let columns: [ListColumn]
    let order: ListOrder
    let format: ListFormat
    let mask: MaskLevel
    let lineWidth: Int?
  }

  /// How many rows meet the conditions.
  private(set) var count = 0

  private let plan: Plan
  private let target: ListTarget
  /// Begun with the first row, or at the end when there is none.
  private var writer: (any RowWriting)?
  private var sorter: ListSorter?
  private var failure: CommandFailure?

  /// Begins a list that goes to `target`.
  init(_ plan: Plan, to target: ListTarget) {
    self.plan = plan
    self.target = target
    guard !plan.order.isOfFile else { return }
    do throws(QueryFailure) {
      sorter = try ListSorter(plan.order)
    } catch {
      failure = .unfit([error.diagnostic])
    }
  }

  /// Takes notice of the next row.
  func visit(_ outcome: RowOutcome, in batch: Batch) {
    guard failure == nil, case .accepted(let filing) = outcome else { return }
    let subject = FieldSubject(batch: batch, filing: filing, mask: plan.mask)
    guard plan.query.holds(for: subject) else { return }
    count += 1
    do throws(CommandFailure) {
      if let sorter { try add(subject, filing.row, to: sorter) } else { try write(subject) }
    } catch {
      failure = error
    }
  }

  /// Writes what is left when all rows of `file` were seen.
  func finish(of file: RecordFile) throws(CommandFailure) {
    if let failure { throw failure }
    if let sorter { try writeSorted(sorter.sorted, of: file) }
    try write(in: file.batch) { writer throws(TableFailure) in try writer.end() }
    try target.finish()
  }

  private func add(
    _ subject: FieldSubject,
    _ row: Int,
    to sorter: ListSorter
  ) throws(CommandFailure) {
    do throws(QueryFailure) {
      try sorter.add(subject, row: row)
    } catch {
      throw .unfit([error.diagnostic])
    }
  }

  private func writeSorted(_ rows: [Int], of file: RecordFile) throws(CommandFailure) {
    do throws(RowSource.Failure) {
      var pull = try FilingPull(rows, of: file)
      while let filing = try pull.next() {
        let subject = FieldSubject(batch: file.batch, filing: filing, mask: plan.mask)
        do throws(CommandFailure) {
          try write(subject)
        } catch {
          failure = error
          break
        }
      }
    } catch {
      throw .unfit([error.diagnostic])
    }
    if let failure { throw failure }
  }

  private func write(_ subject: FieldSubject) throws(CommandFailure) {
    try write(in: subject.batch) { writer throws(TableFailure) in
      try writer.add(plan.columns.map { TableValue($0.field.value(subject)) })
    }
  }

  /// Sends on what `part` makes of the writer, which is begun before.
  private func write(
    in batch: Batch,
    _ part: (inout any RowWriting) throws(TableFailure) -> [UInt8]
  ) throws(CommandFailure) {
    let bytes: [UInt8]
    do throws(TableFailure) {
      bytes = try made(in: batch, part)
    } catch {
      if error.lacksRoom { throw .cannotWrite(path: World.spoolPlace, reason: "\(error.reason)") }
      throw .unfit([Diagnostic("list.format", .error, "列表无法写成这种格式：\(error.reason)")])
    }
    try target.write(bytes)
  }

  private func made(
    in batch: Batch,
    _ part: (inout any RowWriting) throws(TableFailure) -> [UInt8]
  ) throws(TableFailure) -> [UInt8] {
    // Taken out while it works, so that what it holds is not copied.
    if var begun = writer.take() {
      defer { writer = begun }
      return try part(&begun)
    }
    var new = plan.format.writer(lineWidth: plan.lineWidth, madeOn: batch.asOf)
    defer { writer = new }
    let head = try new.begin(plan.columns.map(\.title))
    return head + (try part(&new))
  }
}

extension TableValue {
  /// The value of a field as tables take it; a code by its word.
  init(_ value: FieldValue?) {
    switch value {
    case nil: self = .absent
    case .text(let text): self = text.isEmpty ? .absent : .text(text)
    case .date(let date): self = .date(date)
    case .money(let money): self = .decimal(money.description)
    case .integer(let number): self = .integer(number)
    case .flag(let truth): self = .flag(truth)
    case .code(_, let label): self = .text(label)
    case .list(let items): self = items.isEmpty ? .absent : .text(value?.printed ?? "")
    }
  }
}
