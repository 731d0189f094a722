import Diagnostics
import DocumentTree
import Records

extension Binder {
  /// Binds a table; the rows of a roster only as they are asked for.
  func table(_ table: Table<FieldUse>, _ subject: FieldSubject) -> Table<Never> {
    let foot = subject.isBlank ? nil : table.pageFoot.map { pageFoot($0, subject) }
    return Table(
      caption: plain.line(table.caption, subject),
      columns: table.columns,
      head: rows(table.head, plain, subject),
      body: tableBody(table, subject),
      pageFoot: foot,
      closing: subject.isBlank ? nil : table.closing,
      unusedRows: subject.isBlank ? nil : table.unusedRows,
      // The words of sums stay on a blank sheet, with room for the numbers.
      foot: rows(table.foot, subject.isBlank ? plain : cells, subject),
      origin: table.origin
    )
  }

  private func tableBody(_ table: Table<FieldUse>, _ subject: FieldSubject) -> TableBody<Never> {
    switch table.body {
    case .rows(let rows): .rows(self.rows(rows, cells, subject))
    case .pulled(let source): .pulled(source)
    case .each(let template) where subject.isBlank: .rows(blankRows(template, subject))
    case .each(let template):
      if let filings, case .filings = template.subject.source {
        .pulled(rosterRows(template, of: table, subject).rows(of: filings))
      } else if let outcomes, case .outcomes = template.subject.source {
        .pulled(rosterRows(template, of: table, subject).rows(of: outcomes))
      } else if case .lines(let source) = template.subject.source {
        .rows(lineRows(source, template, struck: table.struckColumns, subject))
      } else {
        .rows(itemRows(template, struck: table.struckColumns, subject))
      }
    }
  }

  private func rosterRows(
    _ template: RowTemplate<FieldUse>,
    of table: Table<FieldUse>,
    _ subject: FieldSubject
  ) -> RosterRows {
    RosterRows(
      of: table,
      template,
      by: cells,
      subject,
      addends: (table.pageFoot?.sums ?? []).map { field in
        RowAddend(field: field, place: form.sumPaths.firstIndex(of: field.path))
      }
    )
  }

  private func lineRows(
    _ source: LineSource,
    _ template: RowTemplate<FieldUse>,
    struck: [Int],
    _ subject: FieldSubject
  ) -> [TableRow<Never>] {
    form.lines(source, in: subject.batch).enumerated().map { index, line in
      var inner = subject
      (inner.line, inner.seq) = (line, index + 1)
      let place = FieldLocation(row: line.row, field: source.list.rawValue)
      return row(template, struck: struck, inner, origin: .field(place))
    }
  }

  private func itemRows(
    _ template: RowTemplate<FieldUse>,
    struck: [Int],
    _ subject: FieldSubject
  ) -> [TableRow<Never>] {
    guard case .list(let items)? = template.subject.value(for: subject) else { return [] }
    return items.enumerated().map { index, item in
      var inner = subject
      (inner.item, inner.seq) = (item, index + 1)
      return row(template, struck: struck, inner, origin: .unknown)
    }
  }

  /// Binds one row of what is at hand; the cells of the `struck` columns are struck where they have no value.
  private func row(
    _ template: RowTemplate<FieldUse>,
    struck: [Int],
    _ subject: FieldSubject,
    origin: Origin
  ) -> TableRow<Never> {
    var row = TableRow(cells: template.cells.map { $0.bound(by: cells, subject) }, origin: origin)
    row.strikeEmpty(struck, of: template.cells, subject)
    return row
  }

  private func rows(
    _ rows: [TableRow<FieldUse>],
    _ binder: LineBinder,
    _ subject: FieldSubject
  ) -> [TableRow<Never>] {
    rows.map { row in
      TableRow(cells: row.cells.map { $0.bound(by: binder, subject) }, origin: row.origin)
    }
  }

  // MARK: Page feet

  private func pageFoot(_ foot: PageFoot<FieldUse>, _ subject: FieldSubject) -> PageFoot<Never> {
    switch foot {
    case .tallied(let tally): return .tallied(tally)
    case .template(let row):
      let (fields, binder) = (foot.sums, cells)
      let make: PageTally.Make = { sums, count in
        var inner = subject
        inner.given[FieldUse.Source.pageCountPath] = .integer(count)
        for (index, field) in fields.enumerated() {
          let sum = index < sums.count ? sums[index] : 0
          inner.given[FieldUse.Source.sumPath(field.path)] = FieldValue(sum: sum, of: field.kind)
        }
        return TableRow(cells: row.cells.map { $0.bound(by: binder, inner) }, origin: row.origin)
      }
      // No page adds up to more than the roster, whose sums are known from the first pass.
      let whole = fields.map { subject.given[FieldUse.Source.sumPath($0.path)]?.addend ?? 0 }
      return .tallied(PageTally(widest: make(whole, filings?.count ?? 0), make: make))
    }
  }
}

extension Table<FieldUse> {
  /// The columns whose cells are struck where they have no value.
  var struckColumns: [Int] { columns.indices.filter { columns[$0].strikesEmpty } }
}

extension PageFoot<FieldUse> {
  /// The fields whose sums the row prints, each once.
  var sums: [Field] {
    guard case .template(let row) = self else { return [] }
    var fields: [Field] = []
    for use in row.cells.flatMap({ $0.content.flatMap(\.uses) }) {
      guard case .sum(let field) = use.source else { continue }
      if !fields.contains(where: { $0.path == field.path }) { fields.append(field) }
    }
    return fields
  }
}

extension TableRow<Never> {
  /// Strikes the cells of `columns` whose values are all absent; a cell that names none is left to be written in.
  mutating func strikeEmpty(
    _ columns: [Int],
    of template: [TableCell<FieldUse>],
    _ values: some HoleValues
  ) {
    for column in columns where !cells[column].content.hasPlaceToWrite {
      let uses = template[column].content.flatMap(\.uses)
      guard !uses.isEmpty, uses.allSatisfy({ values.text(of: $0) == nil }) else { continue }
      cells[column].content = []
      cells[column].isStruck = true
    }
  }
}

extension TableCell<FieldUse> {
  /// Returns the cell with `values` in its holes.
  func bound(by binder: LineBinder, _ values: some HoleValues) -> TableCell<Never> {
    TableCell<Never>(
      content: binder.cell(content, values),
      columnSpan: columnSpan,
      rowSpan: rowSpan,
      isHeader: isHeader
    )
  }
}
