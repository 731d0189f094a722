import Spreadsheets

/// The merged cells among the rows of data, met from top to bottom.
struct MergedCells {
  private var waiting: [CellRange]
  private var open: [(range: CellRange, cell: SheetCell?)] = []

  /// Takes those below `row`.
  init(_ layout: SheetLayout, below row: Int) {
    waiting = layout.merges
      .filter { $0.rows.upperBound > row && ($0.rows.count > 1 || $0.columns.count > 1) }
      .sorted { $0.rows.lowerBound > $1.rows.lowerBound }
  }

  /// What a row gets from merged cells.
  struct Share {
    /// Cells of earlier rows that reach down into the row.
    var inherited: [SheetCell] = []
    /// Cells that are merged over several columns, by their columns.
    var wide: [ClosedRange<Int>] = []
  }

  /// Returns what `row`, which is below all rows asked for before, gets.
  mutating func share(of row: SheetRow) -> Share {
    open.removeAll { $0.range.rows.upperBound < row.number }
    while let next = waiting.last, next.rows.lowerBound <= row.number {
      waiting.removeLast()
      guard next.rows.contains(row.number) else { continue }
      let isFirst = next.rows.lowerBound == row.number
      open.append((next, isFirst ? row[next.columns.lowerBound] : nil))
    }
    var share = Share()
    for (range, cell) in open {
      if range.columns.count > 1 {
        share.wide.append(range.columns)
      } else if range.rows.lowerBound < row.number, let cell {
        share.inherited.append(cell)
      }
    }
    return share
  }
}
