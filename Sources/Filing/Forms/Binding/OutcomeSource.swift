public import DocumentTree
public import Records

/// Rows with what became of them, read one by one as a list of outcomes asks for them, failed ones first.
public struct OutcomeSource: Sendable {
  /// Gives the next row, or nothing after the last.
  public typealias Pull = () throws(RowSource.Failure) -> RowResult?

  /// How many rows there are.
  public let count: Int
  /// How many of them failed.
  public let failed: Int
  /// Starts a pass from the first row; the caller owns what it returns, in one task.
  let begin: @Sendable () throws(RowSource.Failure) -> Pull

  /// Creates a source of `count` rows, `failed` of which failed; `begin` starts a fresh pass from the first.
  public init(
    count: Int,
    failed: Int,
    begin: @escaping @Sendable () throws(RowSource.Failure) -> Pull
  ) {
    (self.count, self.failed, self.begin) = (count, failed, begin)
  }
}

/// Binds `form`, a list of outcomes, whose rows are bound one by one as they are asked for.
public func boundOutcomes(
  _ form: Form,
  batch: Batch,
  file: String,
  rows: OutcomeSource
) throws(BindFailure) -> BoundForm {
  guard form.scope == .roster else { throw .takesOneFiling(form: form.name) }
  var given = form.facts(for: batch, nil)
  given["upload.file"] = .text(file)
  given["upload.total"] = .integer(rows.count)
  given["upload.failed"] = .integer(rows.failed)
  given["upload.passed"] = .integer(rows.count - rows.failed)
  let subject = FieldSubject(batch: batch, given: given, mask: form.mask)
  return try BoundForm(Binder(form: form, subject: subject, outcomes: rows))
}
