import DocumentTree
import Forms
import Records

/// Gives what a roster lists in printing order: what was kept of the first pass, and the rest read again.
struct RosterPull {
  private let selection: Selection
  private var rest: FilingPull?
  private var position = 0

  /// Starts a pass over `selection`, which was made of `file`.
  init(_ selection: Selection, of file: RecordFile) throws(RowSource.Failure) {
    self.selection = selection
    let rows = selection.rows.indices.filter { !selection.kept.contains($0) }
      .map { selection.rows[$0] }
    if !rows.isEmpty { rest = try FilingPull(rows, of: file) }
  }

  /// Returns the next entry, or nothing after the last.
  mutating func next() throws(RowSource.Failure) -> RosterEntry? {
    guard position < selection.rows.count else { return nil }
    defer { position += 1 }
    if let kept = selection.kept.entry(at: position, row: selection.rows[position]) {
      return .kept(kept)
    }
    return try rest?.next().map { .filing($0) }
  }
}
