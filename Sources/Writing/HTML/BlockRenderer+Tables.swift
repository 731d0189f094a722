import DocumentTree

extension BlockRenderer {
  /// Adds a table with all its rows.
  mutating func append(_ table: Table<Never>) throws(RowSource.Failure) {
    var grid = openTable(table)
    switch table.body {
    case .rows(let rows):
      for row in rows { add(row, in: &grid) }
    case .pulled(let source):
      let pull = try source.start()
      while let row = try pull() { add(row, in: &grid) }
    case .each(let template): switch template.subject {}
    }
    close(table, in: &grid)
  }

  /// Adds everything above the first body row, and returns where the rows stand.
  mutating func openTable(_ table: Table<Never>) -> TableGrid {
    let name = escapedHTML(takeName(of: table))
    write(isWide(table) ? wideFrame(name) : "<div class=\"table\">\n")
    write("<table\(classes(of: table))>\n")
    if table.caption.isEmpty {
      write("<caption class=\"unseen\">\(name)</caption>\n")
    } else {
      write("<caption>")
      append(table.caption)
      write("</caption>\n")
    }
    appendColumns(of: table)
    appendHead(of: table)
    write("<tbody>\n")
    return TableGrid(columns: table.columns)
  }

  /// Adds the next body row, or holds it back as long as its cells may still grow.
  mutating func add(_ row: TableRow<Never>, in grid: inout TableGrid) {
    guard grid.hasMergedColumns else { return append(row, in: &grid) }
    for row in grid.spans.add(row) { append(row, in: &grid) }
  }

  private mutating func append(_ row: TableRow<Never>, in grid: inout TableGrid) {
    write("<tr\(anchor(of: row))>")
    grid.beginRow()
    for cell in row.cells {
      let alignment = grid.place(cell)
      append(
        cell,
        scope: cell.isHeader ? "row" : nil,
        alignment: cell.isHeader ? .centre : alignment
      )
    }
    write("</tr>\n")
  }

  /// Returns the attribute of a row that the page gives an anchor.
  private mutating func anchor(of row: TableRow<Never>) -> String {
    guard !marks.rows.isEmpty, let name = row.cells.first?.content.plainText,
      let id = marks.rows[name], anchors.isFree(id)
    else { return "" }
    return " id=\"\(escapedHTML(anchors.claim(id)))\""
  }

  /// Adds everything below the last body row.
  mutating func close(_ table: Table<Never>, in grid: inout TableGrid) {
    for row in grid.spans.finish() { append(row, in: &grid) }
    if let closing = table.closing {
      let span = max(1, table.columns.count)
      write("<tr class=\"closing\"><td colspan=\"\(span)\">\(escapedHTML(closing))</td></tr>\n")
    }
    write("</tbody>\n")
    if !table.foot.isEmpty {
      write("<tfoot>\n")
      for row in table.foot { append(row, in: &grid) }
      write("</tfoot>\n")
    }
    write("</table>\n</div>\n")
  }

  /// Returns what the table is called: its caption, or the heading it stands under with a number from the second on.
  private mutating func takeName(of table: Table<Never>) -> String {
    let caption = table.caption.plainText
    guard caption.isEmpty else { return caption }
    let number = tablesOfPlace[place, default: 0] + 1
    tablesOfPlace[place] = number
    return number == 1 ? place : "\(place)（表 \(number)）"
  }

  /// Whether a narrow screen has to scroll the table sideways.
  private func isWide(_ table: Table<Never>) -> Bool { table.columns.count > 5 }

  /// Returns the start of a frame that the keyboard can reach and scroll.
  private func wideFrame(_ name: String) -> String {
    "<div class=\"table\" role=\"region\" aria-label=\"\(name)\" tabindex=\"0\">\n"
  }

  private func classes(of table: Table<Never>) -> String {
    var names: [String] = []
    // Beside millimetres the browser cannot tell shares apart: its own measure of the content serves better.
    let isFixed = table.columns.allSatisfy { $0.millimetres != nil }
    let isShared = table.columns.allSatisfy { $0.share != nil && $0.millimetres == nil }
    if isFixed || isShared { names.append("shared") }
    if isWide(table) { names.append("wide") }
    return names.isEmpty ? "" : " class=\"\(names.joined(separator: " "))\""
  }

  private mutating func appendColumns(of table: Table<Never>) {
    let widths = StyleClass.columnWidths(of: table.columns)
    guard widths.contains(where: { $0 != nil }) else { return }
    write("<colgroup>")
    for width in widths {
      write(width.map { "<col class=\"\($0.name)\">" } ?? "<col>")
    }
    write("</colgroup>\n")
  }

  private mutating func appendHead(of table: Table<Never>) {
    guard !table.head.isEmpty else { return }
    write("<thead>\n")
    for row in table.head {
      write("<tr>")
      for cell in row.cells {
        append(cell, scope: cell.columnSpan > 1 ? "colgroup" : "col", alignment: .start)
      }
      write("</tr>\n")
    }
    write("</thead>\n")
  }

  private mutating func append(
    _ cell: TableCell<Never>,
    scope: String?,
    alignment: ColumnAlignment
  ) {
    let name = scope == nil ? "td" : "th"
    write("<\(name)")
    if let scope { write(" scope=\"\(scope)\"") }
    if cell.columnSpan > 1 { write(" colspan=\"\(cell.columnSpan)\"") }
    if cell.rowSpan > 1 { write(" rowspan=\"\(cell.rowSpan)\"") }
    let classes = [alignment.styleClass, cell.isStruck ? "struck" : nil].compactMap { $0 }
    if !classes.isEmpty { write(" class=\"\(classes.joined(separator: " "))\"") }
    write(">")
    append(cell.content)
    write("</\(name)>")
  }
}

extension ColumnAlignment {
  /// The class of body cells so aligned; those at the left need none.
  ///
  /// A page that may be narrow does not spread names; amounts with the same places are aligned at the right.
  fileprivate var styleClass: String? {
    switch self {
    case .start: nil
    case .centre, .distributed: "c"
    case .end, .decimal: "e"
    }
  }
}
