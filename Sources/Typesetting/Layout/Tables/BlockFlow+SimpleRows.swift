import DocumentTree
import Geometry
import Pages
import Styling

extension BlockFlow {
  /// Sets a body row with a cell in each column, none of which reaches further; says whether the row is such and no
  /// taller than a page.
  ///
  /// Nearly all rows of a roster are, and it makes of them what a group of rows would, without groups, boxes and
  /// arrays for each cell. Texts stand around the middle of the row, as its height is not known before its last cell.
  mutating func setSimply(
    _ row: TableRow<Never>,
    _ rows: inout RowFlow
  ) throws(LayoutFailure) -> Bool {
    guard rows.group.rowCount == 0, rows.grid.isSimple(row) else { return false }
    let nodes = builder.nodes
    let first = newNode(row.cells.count)
    var strip = FlowLine(height: rows.grid.style.rowHeight)
    strip.items.reserveCapacity(row.cells.count)
    for column in row.cells.indices {
      let mark = Mark.node(first + column)
      let height = try setSimply(row.cells[column], column, mark, &rows, into: &strip.items)
      guard let height else {
        builder.nodes = nodes
        return false
      }
      strip.height = max(strip.height, height + rows.grid.verticalPadding * 2)
    }
    guard strip.height <= builder.capacity(in: rows.frames) else {
      builder.nodes = nodes
      return false
    }
    strip.itemsTop = strip.height / 2
    strip.row = RowShape(
      kind: .body,
      cells: rows.grid.simpleShapes,
      addends: row.addends,
      tags: .plain(nodes: first..<first + row.cells.count)
    )
    strip.staysInGroup = row.joinsGroup
    strip.frames = rows.frames
    try add(strip)
    return true
  }

  /// Sets a cell around the middle of its height, and returns how much of it the text takes; nothing when the cell has
  /// links, which rows of plain cells have no room for.
  private mutating func setSimply(
    _ cell: TableCell<Never>,
    _ column: Int,
    _ mark: Mark,
    _ rows: inout RowFlow,
    into items: inout [PageItem]
  ) throws(LayoutFailure) -> Length? {
    guard !cell.content.isEmpty else { return .zero }
    let left = rows.grid.simpleLefts[column]
    if cell.content.count == 1, case .text(let text, let origin) = cell.content[0],
      let face = rows.bodyFace,
      var run = rows.grid.simpleSettings[column].plainRun(text, origin, face)
    {
      let pitch = rows.grid.simpleSettings[column].pitch(at: run.size)
      run.mark = mark
      run.origin.x += left
      run.origin.y = CellBox.belowMiddle(pitch: pitch, count: 1, size: run.size)
      items.append(.glyphs(run))
      return pitch
    }
    let whole = RowGroup.Cell(row: 0, columns: column..<column + 1, rowSpan: 1, cell: cell)
    let box = try box(of: whole, mark, .body, &rows)
    guard box.parts.isEmpty else { return nil }
    items += box.draw(0..<box.lines.count, left: left, height: .zero)
    return box.height
  }
}
