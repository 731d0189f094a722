import DocumentTree

/// Turns cells that are one with the cell above into cells that span rows; only the rows that may still be spanned are
/// held back.
struct RowSpans {
  /// A group longer than this begins its spanning cells anew, so that memory stays flat.
  private static let mostRows = 500

  private var rows: [TableRow<Never>] = []
  /// The row in which the cell of each column begins; nothing for rows without joined cells.
  private var starts: [Int] = []

  /// Takes the next row and returns those that no further row can change.
  mutating func add(_ row: TableRow<Never>) -> [TableRow<Never>] {
    guard row.joinsGroup, !rows.isEmpty, rows.count < Self.mostRows else { return begin(row) }
    for (column, cell) in row.cells.enumerated() where column < starts.count {
      if cell.joinsAbove {
        rows[starts[column]].cells[column].rowSpan += 1
      } else {
        starts[column] = rows.count
      }
    }
    rows.append(row)
    return []
  }

  /// Returns the rows that are still held back.
  mutating func finish() -> [TableRow<Never>] {
    defer { rows = [] }
    // The spanning cell above stands for all that join it.
    for index in rows.indices.dropFirst() { rows[index].cells.removeAll(where: \.joinsAbove) }
    return rows
  }

  private mutating func begin(_ row: TableRow<Never>) -> [TableRow<Never>] {
    let whole = finish()
    rows = [row]
    starts = Array(repeating: 0, count: row.cells.count)
    for column in row.cells.indices { rows[0].cells[column].joinsAbove = false }
    return whole
  }
}
