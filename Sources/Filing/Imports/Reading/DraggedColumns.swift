import Records

/// Notices the columns of a sheet whose values go up by one from row to row, as they do when a cell is dragged down by
/// its corner.
struct DraggedColumns {
  /// A run of such values.
  struct Run: Equatable {
    let column: Int
    let rows: ClosedRange<Int>
    let first: String
    let last: String
  }

  private struct Column {
    var fill = DragFill()
    var first = ""
    var last = ""
  }

  private var columns: [Int: Column] = [:]
  private var found: [Run] = []

  /// Looks at the value of a column in the next row.
  mutating func look(at text: String, column: Int, row: Int) {
    var state = columns[column] ?? Column()
    let ended = state.fill.take(DragFill.value(of: text), row: row)
    add(ended, column, state)
    if state.fill.firstRow == row { state.first = text }
    state.last = text
    columns[column] = state
  }

  /// Returns all runs, by column, after the last row.
  mutating func finish() -> [Run] {
    for (column, state) in columns { add(state.fill.ended, column, state) }
    return found.sorted { ($0.column, $0.rows.lowerBound) < ($1.column, $1.rows.lowerBound) }
  }

  private mutating func add(_ rows: ClosedRange<Int>?, _ column: Int, _ state: Column) {
    guard let rows else { return }
    found.append(Run(column: column, rows: rows, first: state.first, last: state.last))
  }
}
