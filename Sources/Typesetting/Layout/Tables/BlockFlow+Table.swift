import Diagnostics
import DocumentTree
import Geometry
import LineBreaking
import Pages
import Styling

extension BlockFlow {
  /// Sets a table: caption, header, body, foot and closing row, one row after another.
  mutating func layOut(_ table: Table<Never>, in place: FlowPlace) throws(LayoutFailure) {
    try flushMarker(in: place)
    let columns = table.allColumns
    guard !columns.isEmpty else { return }
    oweSpace(tableSpace)
    trail.open(.table)
    try setCaption(of: table, in: place)
    let grid = try makeGrid(table, columns, in: place)
    let frame = TableFrame(
      edges: grid.edges,
      style: grid.style,
      depth: trail.depth,
      isHeadAlone: !table.hasRows
    )
    let frames = place.frames + [builder.addFrame(.table(frame))]
    var rows = RowFlow(grid, rowCount: table.rowCount, frames: frames, fonts: composer.fonts)
    try setHead(of: table, &rows)
    try setPartFoot(of: table, rows)
    try setBody(of: table, &rows)
    try setFoot(of: table, &rows)
    trail.close()
    oweSpace(tableSpace)
  }

  /// The least space above and below a table.
  var tableSpace: Length { .mm(2) }

  private mutating func setCaption(
    of table: Table<Never>,
    in place: FlowPlace
  ) throws(LayoutFailure) {
    guard !table.caption.isEmpty else { return }
    let style = self.style[.caption]
    let text = flatten(table.caption, style)
    let block = TextBlock(
      text: text,
      role: .caption,
      style: style,
      isUnbreakable: true,
      node: newNode()
    )
    try set(block, in: place)
    keepNext(1)
  }

  // MARK: Columns

  private mutating func makeGrid(
    _ table: Table<Never>,
    _ columns: [Column],
    in place: FlowPlace
  ) throws(LayoutFailure) -> TableGrid {
    var widths = ColumnWidths(columns, width: place.width)
    if widths.asksContent {
      for row in table.head { try measure(row, isHead: true, &widths) }
      for row in try table.sample() { try measure(row, isHead: false, &widths) }
    }
    return TableGrid(
      edges: widths.edges(from: place.left),
      columns: columns,
      head: style[.tableHead],
      body: style[.tableBody],
      style: style.table
    )
  }

  /// Lets the cells of a row that stand in one column say how wide it should be.
  private mutating func measure(
    _ row: TableRow<Never>,
    isHead: Bool,
    _ widths: inout ColumnWidths
  ) throws(LayoutFailure) {
    let style = self.style[isHead ? .tableHead : .tableBody]
    let padding = self.style.table.cellPadding * 2 + .mm(0.1)
    var column = 0
    for cell in row.cells where column < widths.columns.count {
      defer { column += max(1, cell.columnSpan) }
      guard cell.columnSpan <= 1, widths.columns[column].isMeasured else { continue }
      let setting = widths.columns[column]
      if isHead ? setting.isHeadVertical : setting.isVertical {
        widths.wish(column, natural: style.size + padding, least: style.size + padding)
        continue
      }
      var text = flattenQuietly(cell.content, style)
      // Amounts are measured with the digits that they are set with.
      text.hasTabularFigures =
        !isHead && (setting.alignment == .end || setting.alignment == .decimal)
      let composed = try composer.paragraph(
        text,
        size: style.size,
        spacing: style.spacing,
        widths: LineWidths(rest: widths.width)
      )
      let natural = composed.lines(LineWidths(rest: .mm(10_000))).map(\.natural).max() ?? .zero
      let least = min(composed.widestPiece, widths.width / 3)
      widths.wish(column, natural: natural + padding, least: least + padding)
    }
  }

  // MARK: Rows

  private mutating func setHead(
    of table: Table<Never>,
    _ rows: inout RowFlow
  ) throws(LayoutFailure) {
    guard !table.head.isEmpty else { return }
    var group = RowGroup(columnCount: rows.grid.count)
    for row in table.head { group.add(row) }
    let strips = try set(group, .head, &rows, isHeld: false)
    // A header that takes a third of the page is not repeated: it would crowd out the rows.
    if strips.height * 3 <= builder.capacity(in: Array(rows.frames.dropLast())) {
      builder.setRepeats(strips, of: rows.frames[rows.frames.count - 1])
    }
    keepNext(1)
  }

  private mutating func setBody(
    of table: Table<Never>,
    _ rows: inout RowFlow
  ) throws(LayoutFailure) {
    switch table.body {
    case .rows(let all):
      for row in all { try add(row, &rows) }
    case .pulled(let source):
      let pull = try start(source)
      while let row = try next(pull) { try add(row, &rows) }
    case .each(let template): switch template.subject {}
    }
    try flush(&rows)
  }

  private mutating func add(_ row: TableRow<Never>, _ rows: inout RowFlow) throws(LayoutFailure) {
    if try setSimply(row, &rows) { return }
    rows.group.add(row)
    if rows.group.isComplete { try flush(&rows) }
  }

  private mutating func flush(_ rows: inout RowFlow) throws(LayoutFailure) {
    guard rows.group.rowCount > 0 else { return }
    try set(rows.group, .body, &rows, isHeld: false)
    rows.group = RowGroup(columnCount: rows.grid.count)
  }

  private mutating func setFoot(
    of table: Table<Never>,
    _ rows: inout RowFlow
  ) throws(LayoutFailure) {
    // Rows that a page leaves unused belong to the body: what voids them stands above the sums.
    if table.unusedRows != nil { try setClosing(of: table, &rows) }
    try endPart(&rows)
    if !table.foot.isEmpty {
      var group = RowGroup(columnCount: rows.grid.count)
      for row in table.foot { group.add(row) }
      try set(group, .foot, &rows, isHeld: true)
    }
    if table.unusedRows == nil { try setClosing(of: table, &rows) }
  }

  private mutating func setClosing(
    of table: Table<Never>,
    _ rows: inout RowFlow
  ) throws(LayoutFailure) {
    guard let closing = table.closing, !closing.isEmpty else { return }
    var group = RowGroup(columnCount: rows.grid.count)
    let cell = TableCell<Never>(
      content: [.text(closing, table.origin)],
      columnSpan: rows.grid.count
    )
    group.add(TableRow(cells: [cell], origin: table.origin))
    try set(group, .closing, &rows, isHeld: true)
  }

  /// Sets the rows of a group; `isHeld` keeps the first with the row above.
  @discardableResult
  private mutating func set(
    _ group: RowGroup,
    _ kind: RowShape.Kind,
    _ rows: inout RowFlow,
    isHeld: Bool
  ) throws(LayoutFailure) -> [FlowLine] {
    var setting = RowSetting(group, kind, rows.grid)
    for cell in group.cells {
      // A cell over several rows that goes on on another page is a cell of its own there.
      let node = newNode(cell.rowSpan)
      setting.boxes.append(try box(of: cell, .node(node), kind, &rows))
    }
    return try add(setting, kind, rows, isHeld: isHeld)
  }

  /// Adds the strips of a group whose cells are set.
  @discardableResult
  mutating func add(
    _ set: RowSetting,
    _ kind: RowShape.Kind,
    _ rows: RowFlow,
    isHeld: Bool
  ) throws(LayoutFailure) -> [FlowLine] {
    var setting = set
    var strips = setting.strips(capacity: builder.capacity(in: rows.frames))
    for index in strips.indices {
      strips[index].frames = rows.frames
      if index == 0, isHeld { strips[index].keepsWithPrevious = true }
      try add(strips[index])
    }
    return strips
  }

  /// Sets the text of a cell, unless the same was set before.
  mutating func box(
    of cell: RowGroup.Cell,
    _ mark: Mark,
    _ kind: RowShape.Kind,
    _ rows: inout RowFlow
  ) throws(LayoutFailure) -> CellBox {
    let isHead = kind == .head
    let isHeader = cell.cell.isHeader
    if case .text(let text, let origin)? = cell.cell.only {
      let key = CellCache.Key(
        text: Array(text.utf8),
        columns: cell.columns,
        style: isHead ? .head : isHeader ? .header : kind == .closing ? .closing : .body
      )
      if let box = rows.cache[key] { return box.marked(mark, origin) }
      let box = try setting(cell, kind, rows).set(
        flattenCell(cell, rows, isHead),
        mark: mark,
        composer
      )
      // What lacks a character is told of every row that has it.
      if composer.hasNoComplaint { rows.cache[key] = box }
      return box
    }
    return try setting(cell, kind, rows).set(flattenCell(cell, rows, isHead), mark: mark, composer)
  }

  private mutating func flattenCell(
    _ cell: RowGroup.Cell,
    _ rows: RowFlow,
    _ isHead: Bool
  ) -> StyledText {
    flatten(cell.cell.content, isHead || cell.cell.isHeader ? rows.grid.head : rows.grid.body)
  }

  private func setting(
    _ cell: RowGroup.Cell,
    _ kind: RowShape.Kind,
    _ rows: RowFlow
  ) -> CellSetting {
    rows.grid.setting(
      cell.columns,
      isHead: kind == .head,
      isHeader: cell.cell.isHeader,
      isCentred: kind == .closing
    )
  }

  // MARK: Pulling

  private func start(_ source: RowSource) throws(LayoutFailure) -> RowSource.Pull {
    do {
      return try source.start()
    } catch {
      throw .rows(error)
    }
  }

  private func next(_ pull: RowSource.Pull) throws(LayoutFailure) -> TableRow<Never>? {
    do {
      return try pull()
    } catch {
      throw .rows(error)
    }
  }
}

extension Table where Hole == Never {
  /// The columns, at least as many as the header has cells.
  fileprivate var allColumns: [Column] {
    if !columns.isEmpty { return columns }
    let count = head.first.map { $0.cells.reduce(0) { $0 + max(1, $1.columnSpan) } } ?? 0
    return Array(repeating: Column(), count: count)
  }

  /// The first body rows, from which columns without a share take their width.
  fileprivate func sample() throws(LayoutFailure) -> [TableRow<Never>] {
    switch body {
    case .rows(let rows): return Array(rows.prefix(200))
    case .each(let template): switch template.subject {}
    case .pulled(let source):
      do {
        let pull = try source.start()
        var rows: [TableRow<Never>] = []
        while rows.count < 50, let row = try pull() { rows.append(row) }
        return rows
      } catch {
        throw .rows(error)
      }
    }
  }
}

extension Table<Never> {
  /// Whether any row stands below the header.
  fileprivate var hasRows: Bool {
    guard foot.isEmpty, closing?.isEmpty ?? true else { return true }
    return rowCount > 0
  }

  /// The number of body rows.
  fileprivate var rowCount: Int {
    switch body {
    case .rows(let rows): return rows.count
    case .pulled(let source): return source.count
    case .each(let template): switch template.subject {}
    }
  }
}
