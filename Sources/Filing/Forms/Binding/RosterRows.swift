import Diagnostics
import DocumentTree
import Records

/// The rows of a roster, bound one by one.
struct RosterRows: Sendable {
  /// The checked cells of one row; nothing is looked up by name any more.
  private let template: [TableCell<FieldUse>]
  /// The holes of the cells that hold nothing else, as nearly all do.
  private let holes: [FieldUse?]
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
          return row(values.others, under: &above)
        case .kept(let kept):
          values.kept = kept
          return row(values, under: &above)
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
        return row(inner, under: &above)
      }
    }
  }

  private func row(_ values: some HoleValues, under above: inout Above?) -> TableRow<Never> {
    var row = TableRow(
      cells: template.indices.map { cell($0, values) },
      addends: addends.map { values.addend($0) },
      origin: .field(FieldLocation(row: values.row, field: "f.id"))
    )
    if !struckColumns.isEmpty { row.strikeEmpty(struckColumns, of: template, values) }
    // Two persons whose masked names are alike are no group.
    if let group, !group.isMasked(for: subject) { join(&row, values.text(of: group), &above) }
    return row
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
