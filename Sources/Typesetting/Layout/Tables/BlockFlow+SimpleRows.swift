import Diagnostics
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
    var texts = RowTexts(columnCount: row.cells.count)
    for column in row.cells.indices {
      let mark = Mark.node(first + column)
      let height = try setSimply(row.cells[column], column, mark, &rows, into: &texts)
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
    strip.items = texts.finish()
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
    into texts: inout RowTexts
  ) throws(LayoutFailure) -> Length? {
    guard !cell.content.isEmpty else { return .zero }
    let left = rows.grid.simpleLefts[column]
    if cell.content.count == 1, case .text(let text, let origin) = cell.content[0],
      let line = rows.line(of: text, origin, in: column)
    {
      let y = CellBox.belowMiddle(pitch: line.pitch, count: 1, size: line.run.run.size)
      let place = Point(x: left + line.run.run.origin.x, y: y)
      texts.add(CellRow.Cell(line.run, at: place, mark: mark, source: origin))
      return line.pitch
    }
    let whole = RowGroup.Cell(row: 0, columns: column..<column + 1, rowSpan: 1, cell: cell)
    let box = try box(of: whole, mark, .body, &rows)
    guard box.parts.isEmpty else { return nil }
    texts.add(box.draw(0..<box.lines.count, left: left, height: .zero))
    return box.height
  }
}

extension RowFlow {
  /// Sets a text that stands solid on one line of its column; the origin of the run is relative to the column's text.
  fileprivate mutating func line(
    of text: String,
    _ origin: Origin,
    in column: Int
  ) -> ColumnTexts.Line? {
    guard let bodyFace else { return nil }
    let settings = grid.simpleSettings
    return texts[column].line(of: text) {
      settings[column].plainRun(text, origin, bodyFace).map { run in
        ColumnTexts.Line(run: SharedRun(run), pitch: settings[column].pitch(at: run.size))
      }
    }
  }
}

/// What a row shows, in reading order: stretches of plain cells, and whatever stands between them.
private struct RowTexts {
  private var items: [PageItem] = []
  private var cells: [CellRow.Cell] = []

  init(columnCount: Int) {
    cells.reserveCapacity(columnCount)
  }

  mutating func add(_ cell: CellRow.Cell) {
    cells.append(cell)
  }

  mutating func add(_ others: [PageItem]) {
    endStretch()
    items += others
  }

  mutating func finish() -> [PageItem] {
    endStretch()
    return items
  }

  private mutating func endStretch() {
    guard !cells.isEmpty else { return }
    items.append(.cells(CellRow(cells)))
    cells = []
  }
}
