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
      let height = try setSimply(row.cells.span, column, mark, &rows, into: &texts)
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
    _ cells: Span<TableCell<Never>>,
    _ column: Int,
    _ mark: Mark,
    _ rows: inout RowFlow,
    into texts: inout RowTexts
  ) throws(LayoutFailure) -> Length? {
    // Cells are looked at where they are: a copy of one takes longer than most texts do.
    guard !cells[column].isEmpty else { return .zero }
    let left = rows.grid.simpleLefts[column]
    if case .text(let text, let origin)? = cells[column].only,
      let set = try set(text, of: cells, column, &rows)
    {
      return texts.add(set, left: left, mark, origin)
    }
    let box = try box(of: RowGroup.Cell(cells[column], in: column), mark, .body, &rows)
    guard box.parts.isEmpty else { return nil }
    texts.add(box.draw(0..<box.lines.count, left: left, height: .zero))
    return box.height
  }

  /// Sets the text of a cell unless the column has had it before; returns nothing for what is more than runs of glyphs,
  /// or was complained of.
  private mutating func set(
    _ text: String,
    of cells: Span<TableCell<Never>>,
    _ column: Int,
    _ rows: inout RowFlow
  ) throws(LayoutFailure) -> SetText? {
    let place = rows.texts[column].place(of: text)
    if let known = rows.texts[column].known(text, at: place) { return known }
    var set = rows.line(of: text, in: column)
    if set == nil {
      let box = try box(of: RowGroup.Cell(cells[column], in: column), .decoration, .body, &rows)
      set = SetText(in: box)
      guard composer.hasNoComplaint else { return nil }
    }
    if let set { rows.texts[column].remember(set, of: text, at: place) }
    return set
  }
}

extension RowGroup.Cell {
  /// A cell that reaches no further than its column and its row.
  fileprivate init(_ cell: TableCell<Never>, in column: Int) {
    self.init(row: 0, columns: column..<column + 1, rowSpan: 1, cell: cell)
  }
}

extension RowFlow {
  /// Sets a text that stands solid on one line of its column.
  fileprivate func line(of text: String, in column: Int) -> SetText? {
    guard let bodyFace else { return nil }
    // Where it came from each cell of a row says for itself.
    guard let run = grid.simpleSettings[column].plainRun(text, .unknown, bodyFace) else {
      return nil
    }
    return SetText(run, pitch: grid.simpleSettings[column].pitch(at: run.size))
  }
}

/// What a row shows, in reading order: stretches of plain cells, and whatever stands between them.
private struct RowTexts {
  private var items: [PageItem] = []
  private var cells: [CellRow.Cell] = []

  init(columnCount: Int) {
    cells.reserveCapacity(columnCount)
  }

  /// Adds the runs of a text whose column's text begins at `left`; returns the height of the text.
  ///
  /// A run that many cells show is looked at by the thread that writes as well: each count of who holds it would make
  /// the other wait, so that it is handed on rather than held once more.
  mutating func add(
    _ text: consuming SetText,
    left: Length,
    _ mark: Mark,
    _ origin: Origin
  ) -> Length {
    switch consume text {
    case .run(let piece, let height):
      add(piece, left, mark, origin)
      return height
    case .runs(let pieces, let height):
      for piece in pieces { add(piece, left, mark, origin) }
      return height
    }
  }

  @inline(__always)
  private mutating func add(
    _ piece: consuming SetText.Piece,
    _ left: Length,
    _ mark: Mark,
    _ origin: Origin
  ) {
    let place = Point(x: left + piece.place.x, y: piece.place.y)
    cells.append(CellRow.Cell(piece.run, at: place, mark: mark, source: origin))
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
