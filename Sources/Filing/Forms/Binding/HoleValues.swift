import Records

/// What the holes of a form are filled from.
protocol HoleValues {
  /// The row of the filing in the record file, or 0 where there is none.
  var row: Int { get }

  /// Returns what is printed in the place of `use`; nothing when the value is absent or empty.
  func text(of use: FieldUse) -> String?

  /// Returns what the row adds to a sum.
  func addend(_ addend: RowAddend) -> Int
}

/// What the rows of a roster add to one of its sums.
struct RowAddend: Sendable {
  /// The field that is summed up.
  let field: Field
  /// Its place among those that the form sums up.
  let place: Int?
}

extension FieldSubject: HoleValues {
  var row: Int { filing?.row ?? result?.row ?? line?.row ?? 0 }

  func text(of use: FieldUse) -> String? { use.text(for: self) }

  func addend(_ addend: RowAddend) -> Int { addend.field.value(self)?.addend ?? 0 }
}

/// What was kept of a filing, and everything else from the subject that all rows share; a class, so that no row copies
/// that.
final class KeptValues: HoleValues {
  var kept: KeptRow
  var others: FieldSubject

  init(kept: KeptRow, others: FieldSubject) {
    (self.kept, self.others) = (kept, others)
  }

  var row: Int { kept.row }

  func text(of use: FieldUse) -> String? {
    guard let place = use.rowPlace else { return use.text(for: others) }
    return kept.text(at: place)
  }

  func addend(_ addend: RowAddend) -> Int { addend.place.map { kept.addends[$0] } ?? 0 }
}
