import DocumentTree
import Geometry
import Pages
import Styling

/// What stands under the rows of a table on each page: the rows that the page leaves unused, and its sums.
struct PartFoot {
  /// Makes the strips under the rows of a page from the sums of their addends and their number.
  typealias Make = (
    _ sums: [Int], _ count: Int, _ nodes: inout NodeCounter
  ) throws(LayoutFailure) -> [FlowLine]

  /// The room that is kept for the sums.
  var height = Length.zero
  /// Makes the strips of the sums; nothing for a table without them.
  var make: Make?
  /// What becomes of unused rows; nothing leaves them out.
  var unusedRows: UnusedRows?

  /// Returns `count` empty rows, the first with the lines that void them all.
  func unused(_ count: Int, of table: TableFrame) -> [FlowLine] {
    let height = table.style.rowHeight
    let columns = 0..<max(0, table.edges.count - 1)
    var row = FlowLine(height: height)
    row.row = RowShape(kind: .unused, cells: columns.map { CellShape(columns: $0..<$0 + 1) })
    var rows = Array(repeating: row, count: count)
    if count > 0 { rows[0].items = strike(height * count, table).map { .rule($0) } }
    return rows
  }

  /// The lines run from the upper right to the lower left corner, as 会计档案 has empty lines voided.
  private func strike(_ height: Length, _ table: TableFrame) -> [Rule] {
    guard let left = table.edges.first, let right = table.edges.last else { return [] }
    let inset = min(table.style.cellPadding, height / 4)
    let corners = [
      Point(x: left + inset, y: inset), Point(x: right - inset, y: inset),
      Point(x: left + inset, y: height - inset), Point(x: right - inset, y: height - inset),
    ]
    let path =
      switch unusedRows {
      case .diagonal: [1, 2]
      case .zigzag: [0, 1, 2, 3]
      case .open, nil: [Int]()
      }
    return zip(path, path.dropFirst()).map { from, to in
      Rule(from: corners[from], to: corners[to], thickness: table.style.rule)
    }
  }
}

/// Numbers the structure nodes of a document.
struct NodeCounter {
  private(set) var count = 0

  /// Returns the first of `count` new structure nodes.
  mutating func next(_ count: Int = 1) -> Int {
    defer { self.count += count }
    return self.count
  }
}
