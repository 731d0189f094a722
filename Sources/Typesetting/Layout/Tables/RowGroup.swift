import Diagnostics
import DocumentTree
import Geometry
import Pages

/// Rows that cells spanning several rows tie together; most groups are a single row.
struct RowGroup {
  /// A cell at its place in the group.
  struct Cell {
    var row: Int
    var columns: Range<Int>
    var rowSpan: Int
    var cell: TableCell<Never>
  }

  /// The cells, from top to bottom and from left to right.
  private(set) var cells: [Cell] = []
  /// How many rows there are.
  private(set) var rowCount = 0
  /// Whether the first row belongs to the group of the row above.
  private(set) var joinsGroup = false
  /// What rows add to the sums of their page, for those that add anything.
  private var addends: [(row: Int, values: [Int])] = []
  /// How many further rows each column is taken by a cell above.
  private var taken: [Int]

  init(columnCount: Int) {
    taken = Array(repeating: 0, count: columnCount)
  }

  /// Whether no cell reaches into a further row.
  var isComplete: Bool { taken.allSatisfy { $0 == 0 } }

  /// Adds a row; its cells fill the columns that cells above leave free.
  mutating func add(_ row: TableRow<Never>) {
    if !row.cells.isEmpty, taken.allSatisfy({ $0 > 0 }) { endSpans() }
    let start = cells.count
    var column = 0
    var above = taken
    for cell in row.cells {
      while column < taken.count, taken[column] > 0 { column += 1 }
      guard column < taken.count else {
        join(cell, since: start)
        continue
      }
      var end = column + 1
      while end < taken.count, end - column < cell.columnSpan, taken[end] == 0 { end += 1 }
      let span = max(1, min(cell.rowSpan, 500))
      cells.append(Cell(row: rowCount, columns: column..<end, rowSpan: span, cell: cell))
      for index in column..<end { above[index] = span }
      column = end
    }
    taken = above.map { max(0, $0 - 1) }
    if rowCount == 0 { joinsGroup = row.joinsGroup }
    if !row.addends.isEmpty { addends.append((rowCount, row.addends)) }
    rowCount += 1
  }

  /// What row number `row` adds to the sums of its page.
  func addends(of row: Int) -> [Int] {
    addends.first { $0.row == row }?.values ?? []
  }

  /// Ends the cells from above where they leave a row no column: its text must stand somewhere.
  private mutating func endSpans() {
    for index in cells.indices where cells[index].row + cells[index].rowSpan > rowCount {
      cells[index].rowSpan = rowCount - cells[index].row
    }
    taken = taken.map { _ in 0 }
  }

  /// A row with more cells than columns loses none: the last cell takes them.
  private mutating func join(_ cell: TableCell<Never>, since start: Int) {
    guard cells.count > start else { return }
    cells[cells.count - 1].cell.content += [.text(" ", .unknown)] + cell.content
  }

  /// The shapes of the cells of a row, free columns and cells from above included.
  func shapes(of row: Int, columnCount: Int) -> [CellShape] {
    var shapes: [CellShape] = []
    for cell in cells where cell.row <= row && row < cell.row + cell.rowSpan {
      let end = min(rowCount, cell.row + cell.rowSpan)
      shapes.append(CellShape(columns: cell.columns, continuesBelow: row + 1 < end))
    }
    shapes.sort { $0.columns.lowerBound < $1.columns.lowerBound }
    var whole: [CellShape] = []
    var column = 0
    for shape in shapes {
      while column < shape.columns.lowerBound {
        whole.append(CellShape(columns: column..<column + 1))
        column += 1
      }
      whole.append(shape)
      column = shape.columns.upperBound
    }
    while column < columnCount {
      whole.append(CellShape(columns: column..<column + 1))
      column += 1
    }
    return whole
  }
}
