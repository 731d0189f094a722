import Diagnostics
import DocumentTree
import Records

/// The rows of a roster, bound one by one.
struct RosterRows: Sendable {
  /// The checked cells of one row; nothing is looked up by name any more.
  private let template: [TableCell<FieldUse>]
  /// The holes of the cells that hold nothing else, as nearly all do.
  private let holes: [FieldUse?]
  /// The cells that hold a single kept text, as nearly all do.
  private let keptCells: [KeptCell?]
  private let binder: LineBinder
  /// What all rows share.
  private let subject: FieldSubject
  /// The columns whose cells are struck where they have no value.
  private let struckColumns: [Int]
  /// The field whose equal values make neighbouring rows a group.
  private let group: FieldUse?
  /// The columns whose equal cells are one within a group, from left to right.
  private let mergedColumns: [Int]
  /// The fields that are summed up on each page.
  private let addends: [RowAddend]

  /// Creates the rows of `table`, each of which fills `template`.
  init(
    of table: Table<FieldUse>,
    _ template: RowTemplate<FieldUse>,
    by binder: LineBinder,
    _ subject: FieldSubject,
    addends: [RowAddend]
  ) {
    self.template = template.cells
    holes = template.cells.map { cell in
      if case .hole(let use)? = cell.only { use } else { nil }
    }
    keptCells = zip(template.cells, holes).map { KeptCell($0, $1, by: binder) }
    self.binder = binder
    self.subject = subject
    struckColumns = table.struckColumns
    group = template.group
    mergedColumns = table.columns.indices.filter { table.columns[$0].isMerged }
    self.addends = addends
  }

  /// The row above, as far as the next has to be compared with it.
  private struct Above {
    var group: String?
    var merged: [String]
  }

  /// Returns the rows of `filings`, the first numbered 1.
  func rows(of filings: FilingSource) -> RowSource {
    RowSource(count: filings.count) { () throws(RowSource.Failure) -> RowSource.Pull in
      let next = try filings.begin()
      let values = KeptValues(kept: .none, others: subject)
      var number = 0
      var above: Above?
      return { () throws(RowSource.Failure) -> TableRow<Never>? in
        guard let entry = try next() else { return nil }
        number += 1
        values.others.seq = number
        switch entry {
        case .filing(let filing):
          values.others.filing = filing
          return row(cells(values.others), values.others, under: &above)
        case .kept(let kept):
          values.kept = kept
          return row(cells(kept, values), values, under: &above)
        }
      }
    }
  }

  /// Returns the rows of `outcomes`, the first numbered 1.
  func rows(of outcomes: OutcomeSource) -> RowSource {
    RowSource(count: outcomes.count) { () throws(RowSource.Failure) -> RowSource.Pull in
      let next = try outcomes.begin()
      var inner = subject
      var number = 0
      var above: Above?
      return { () throws(RowSource.Failure) -> TableRow<Never>? in
        guard let result = try next() else { return nil }
        number += 1
        (inner.result, inner.seq) = (result, number)
        return row(cells(inner), inner, under: &above)
      }
    }
  }

  private func row(
    _ cells: [TableCell<Never>],
    _ values: some HoleValues,
    under above: inout Above?
  ) -> TableRow<Never> {
    var row = TableRow(
      cells: cells,
      addends: addends.map { values.addend($0) },
      origin: .field(FieldLocation(row: values.row, field: "f.id"))
    )
    if !struckColumns.isEmpty { row.strikeEmpty(struckColumns, of: template, values) }
    // Two persons whose masked names are alike are no group.
    if let group, !group.isMasked(for: subject) { join(&row, values.text(of: group), &above) }
    return row
  }

  private func cells(_ values: some HoleValues) -> [TableCell<Never>] {
    template.indices.map { cell($0, values) }
  }

  /// Returns the cells of a row that was kept, most of which are made of nothing but their texts.
  private func cells(_ kept: KeptRow, _ values: KeptValues) -> [TableCell<Never>] {
    Array(capacity: keptCells.count) { line in
      for column in keptCells.indices {
        line.append(keptCells[column]?.filled(from: kept, by: binder) ?? cell(column, values))
      }
    }
  }

  private func cell(_ column: Int, _ values: some HoleValues) -> TableCell<Never> {
    // A copy of a cell takes longer than to fill it: what it holds is not asked for again.
    guard !binder.isBlank, let use = holes[column] else {
      return template[column].bound(by: binder, values)
    }
    return TableCell(
      binder.bound(use, values),
      columnSpan: template[column].columnSpan,
      rowSpan: template[column].rowSpan,
      isHeader: template[column].isHeader
    )
  }

  /// Whether the cells of `column` hold values that the mask makes alike.
  private func isMasked(_ column: Int) -> Bool {
    subject.mask != .whole
      && template[column].content.flatMap(\.uses).contains { $0.isMasked(for: subject) }
  }

  /// Joins the row to the group of the row above when their values agree, and so its merged cells, as long as the
  /// merged cells to the left are joined.
  private func join(_ row: inout TableRow<Never>, _ group: String?, _ above: inout Above?) {
    let merged = mergedColumns.map { row.cells[$0].content.plainText }
    if let above, above.group == group {
      row.joinsGroup = true
      for (index, column) in mergedColumns.enumerated() {
        guard merged[index] == above.merged[index], !row.cells[column].content.hasPlaceToWrite,
          !isMasked(column)
        else { break }
        row.cells[column].joinsAbove = true
      }
    }
    above = Above(group: group, merged: merged)
  }
}

/// A cell of a row template that holds one text, which is kept and stands plainly.
///
/// It knows all that a row needs, so that no row looks into the uses, which the thread that writes the record reads
/// too: each count of who holds one would make the other wait.
private struct KeptCell {
  /// The place of the text among those that are kept.
  private let place: Int
  private let path: String
  private let columnSpan: Int
  private let rowSpan: Int
  private let isHeader: Bool

  /// Creates the cell, or nothing for one that takes more to fill.
  init?(_ cell: TableCell<FieldUse>, _ hole: FieldUse?, by binder: LineBinder) {
    guard let hole, let place = hole.rowPlace, hole.isOfFiling, binder.isPlain(hole) else {
      return nil
    }
    (self.place, path) = (place, hole.path)
    (columnSpan, rowSpan, isHeader) = (cell.columnSpan, cell.rowSpan, cell.isHeader)
  }

  @inline(__always)
  func filled(from kept: KeptRow, by binder: LineBinder) -> TableCell<Never> {
    let origin = Origin.field(FieldLocation(row: kept.row, field: path))
    return TableCell(
      binder.plain(kept.text(at: place), origin),
      columnSpan: columnSpan,
      rowSpan: rowSpan,
      isHeader: isHeader
    )
  }
}
