import Records

/// What a field adds up to over rows of a list in the head of a record file.
struct ListSum: Sendable {
  /// The field.
  let field: Field
  /// The rows.
  let rows: LineSource

  /// Returns the sum; nothing when it is too large to be printed.
  func value(in batch: Batch) -> FieldValue? {
    var sum = ExactSum()
    for line in rows.lines(in: batch) {
      sum.add(field.value(FieldSubject(batch: batch, line: line))?.addend ?? 0)
    }
    return sum.total.map { FieldValue(sum: $0, of: field.kind) }
  }
}

extension Form {
  /// Refuses `batch` when a sum over one of its lists, which the form prints, is too large for it.
  func checkListSums(of batch: Batch) throws(BindFailure) {
    guard let sum = listSums.first(where: { $0.value(in: batch) == nil }) else { return }
    throw .sumTooLarge(field: sum.field.label)
  }
}
