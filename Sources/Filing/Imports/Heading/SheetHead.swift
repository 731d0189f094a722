import Spreadsheets

/// The upper rows of a sheet, in which its headings are looked for.
struct SheetHead {
  private let rows: [Int: [Int: String]]
  private let merges: [CellRange]
  /// The last row that was read.
  let lastRow: Int
  /// The last column that holds anything.
  private let lastColumn: Int

  /// How far down headings are looked for.
  static let depth = 40

  init(_ book: Spreadsheet, sheet index: Int, layout: SheetLayout) throws(SpreadsheetFailure) {
    var rows: [Int: [Int: String]] = [:]
    var (lastRow, lastColumn) = (0, 0)
    var reading = try book.rows(ofSheet: index)
    while let row = try reading.next(), row.number <= Self.depth {
      var texts: [Int: String] = [:]
      for cell in row.cells { if let text = cell.heading { texts[cell.column] = text } }
      rows[row.number] = texts
      lastRow = row.number
      lastColumn = max(lastColumn, row.cells.last?.column ?? 0)
    }
    self.rows = rows
    self.lastRow = lastRow
    self.lastColumn = min(lastColumn, 1000)
    merges = layout.merges.filter { $0.rows.lowerBound <= Self.depth }
  }

  /// Returns the headings of every column when the lowest stand in `row` and there are `depth` levels of them.
  ///
  /// The upper levels reach to the right over empty cells, since text files know no merged cells.
  func headings(lowest row: Int, depth: Int) -> [(column: Int, texts: [String])] {
    var carried = [String](repeating: "", count: depth)
    var found: [(column: Int, texts: [String])] = []
    for column in 1...max(1, lastColumn) {
      var texts: [String] = []
      for level in 0..<depth {
        let place = row - depth + 1 + level
        let text = text(row: place, column: column)
        if level < depth - 1 {
          if !text.isEmpty { carried[level] = text }
          texts.append(carried[level])
        } else if !text.isEmpty {
          texts.append(text)
        } else if let above = texts.last, self.text(row: place - 1, column: column) == above {
          // A cell merged downwards names its column alone.
          texts = [above]
        } else {
          texts = []
        }
      }
      if let last = texts.last, !last.isEmpty { found.append((column, texts)) }
    }
    return found
  }

  private func text(row: Int, column: Int) -> String {
    if let text = rows[row]?[column] { return text }
    let merge = merges.first { $0.rows.contains(row) && $0.columns.contains(column) }
    guard let merge, merge.columns.count > 1 || merge.rows.lowerBound == row else { return "" }
    return rows[merge.rows.lowerBound]?[merge.columns.lowerBound] ?? ""
  }
}

extension SheetCell {
  /// The text of a cell that may be a heading.
  fileprivate var heading: String? {
    switch value {
    case .text(let text), .number(let text): text
    default: nil
    }
  }
}
