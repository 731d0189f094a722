import DocumentTree

/// Follows cells through the columns of a table, so that each cell takes the alignment of its column.
struct TableGrid {
  private let columns: [Column]
  /// Whether equal cells of a group are one cell in any column.
  let hasMergedColumns: Bool
  /// The rows whose cells may still grow.
  var spans = RowSpans()
  /// How many further rows a cell from above still covers, one number a column.
  private var covered: [Int]
  private var column: Int

  /// Creates the grid of a table with `columns`.
  init(columns: [Column]) {
    self.columns = columns
    hasMergedColumns = columns.contains(where: \.isMerged)
    covered = Array(repeating: 0, count: columns.count)
    column = columns.count
  }

  /// Begins the next row; what the last one left to cells from above is theirs.
  mutating func beginRow() {
    for index in column..<columns.count where covered[index] > 0 { covered[index] -= 1 }
    column = 0
  }

  /// Puts `cell` into the next free columns of the row and returns its alignment.
  mutating func place(_ cell: TableCell<Never>) -> ColumnAlignment {
    while column < columns.count, covered[column] > 0 {
      covered[column] -= 1
      column += 1
    }
    let first = column
    column = min(columns.count, column + max(1, cell.columnSpan))
    guard first < columns.count else { return .start }
    for index in first..<column { covered[index] = max(0, cell.rowSpan - 1) }
    return columns[first].alignment
  }
}
