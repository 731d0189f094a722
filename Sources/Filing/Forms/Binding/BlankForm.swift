import Diagnostics
public import DocumentTree
public import Records
import Styling

/// Binds `form` to nothing, as a sheet to be filled in by hand: no value but the form's own, rules to write on, empty
/// rows to the end of the sheet, and every alternative of the text.
public func bindBlank(_ form: Form, profile: Profile) -> Document<Never> {
  let batch = Batch.blank(profile)
  let subject = FieldSubject(batch: batch, given: form.facts(for: batch, nil), isBlank: true)
  return Binder(form: form, subject: subject).document()
}

extension Form {
  /// How many empty rows a table of a blank sheet has where the form does not say.
  private static let usualBlankRows = 10

  /// How many empty rows a table of a blank sheet has.
  var blankRowCount: Int { style.table.rowsPerPage ?? Self.usualBlankRows }

  /// How many each of several tables has, so that all stand on one sheet: the caption, the head and the sums of a table
  /// take the room of two rows.
  fileprivate var blankRowCountOfEachTable: Int {
    let tables = template.body.count { block in
      if case .table(let table) = block, case .each = table.body { true } else { false }
    }
    return tables < 2 ? blankRowCount : max(3, blankRowCount / tables - 2)
  }
}

extension Binder {
  /// Returns the empty rows of a table, numbered where the form numbers its rows.
  func blankRows(_ template: RowTemplate<FieldUse>, _ subject: FieldSubject) -> [TableRow<Never>] {
    // A list within a document of one row seldom has many things.
    let isWithin = if case .field = template.subject.source { true } else { false }
    let count = isWithin ? min(4, form.blankRowCount) : form.blankRowCountOfEachTable
    return (1...count).map { number in
      var inner = subject
      inner.seq = number
      return TableRow(
        cells: template.cells.map { $0.bound(by: cells, inner) },
        origin: .unknown
      )
    }
  }
}
