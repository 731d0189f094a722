import DocumentTree
import Geometry
import Pages
import Styling

extension BlockFlow {
  /// Sets a body row with a cell in each column, none of which reaches further; says whether the row is such.
  ///
  /// Nearly all rows of a roster are, and it makes of them what a group of rows would, without groups, boxes and
  /// arrays for each cell.
  mutating func setSimply(
    _ row: TableRow<Never>,
    _ rows: inout RowFlow
  ) throws(LayoutFailure) -> Bool {
    guard rows.group.rowCount == 0, rows.grid.isSimple(row) else { return false }
    var cells: [SimpleCell] = []
    cells.reserveCapacity(row.cells.count)
    for column in row.cells.indices {
      cells.append(try simpleCell(row.cells[column], column, &rows))
    }
    let heights = cells.map { $0.height + rows.grid.verticalPadding * 2 }
    let height = heights.reduce(rows.grid.style.rowHeight, max)
    guard height <= builder.capacity(in: rows.frames) else {
      try setTall(row, cells.map(\.box), &rows)
      return true
    }
    var strip = FlowLine(height: height)
    strip.items.reserveCapacity(cells.count)
    for column in cells.indices {
      let left = rows.grid.simpleLefts[column]
      cells[column].draw(left: left, height: height, into: &strip.items)
    }
    strip.row = RowShape(kind: .body, cells: rows.grid.simpleShapes, addends: row.addends)
    strip.staysInGroup = row.joinsGroup
    strip.frames = rows.frames
    try add(strip)
    return true
  }

  private mutating func simpleCell(
    _ cell: TableCell<Never>,
    _ column: Int,
    _ rows: inout RowFlow
  ) throws(LayoutFailure) -> SimpleCell {
    if cell.content.isEmpty {
      _ = newNode()
      return .empty
    }
    if cell.content.count == 1, case .text(let text, let origin) = cell.content[0],
      let face = rows.bodyFace,
      var run = rows.grid.simpleSettings[column].plainRun(text, origin, face)
    {
      run.mark = newNode()
      return .run(run, pitch: rows.grid.simpleSettings[column].pitch(at: run.size))
    }
    let whole = RowGroup.Cell(row: 0, columns: column..<column + 1, rowSpan: 1, cell: cell)
    return .box(try box(of: whole, .body, &rows))
  }

  /// Sets a row that is taller than a page.
  private mutating func setTall(
    _ row: TableRow<Never>,
    _ boxes: [CellBox],
    _ rows: inout RowFlow
  ) throws(LayoutFailure) {
    var group = RowGroup(columnCount: rows.grid.count)
    group.add(row)
    var setting = RowSetting(group, .body, rows.grid)
    setting.boxes = boxes
    try add(setting, .body, rows, isHeld: false)
  }
}

/// A cell of a simple row.
private enum SimpleCell {
  case empty
  case run(GlyphRun, pitch: Length)
  case box(CellBox)

  var height: Length {
    switch self {
    case .empty: .zero
    case .run(_, let pitch): pitch
    case .box(let box): box.height
    }
  }

  /// The cell as those of other rows are.
  var box: CellBox {
    switch self {
    case .empty: CellBox(lines: [], pitch: .zero, size: .zero)
    case .run(let run, let pitch):
      CellBox(
        lines: [TextLine(width: run.origin.x + run.width, items: [.glyphs(run)])],
        pitch: pitch,
        size: run.size
      )
    case .box(let box): box
    }
  }

  /// Draws the cell into a row, in the middle of its height.
  func draw(left: Length, height: Length, into items: inout [PageItem]) {
    switch self {
    case .empty: break
    case .run(var run, let pitch):
      run.origin.x += left
      run.origin.y += CellBox.baseline(height: height, pitch: pitch, count: 1, size: run.size)
      items.append(.glyphs(run))
    case .box(let box):
      items += box.draw(0..<box.lines.count, left: left, height: height)
    }
  }
}
