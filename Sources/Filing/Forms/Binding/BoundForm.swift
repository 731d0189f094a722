public import DocumentTree
public import Records

/// A form that was bound to records.
public struct BoundForm: Sendable {
  /// The document without holes.
  public var document: Document<Never>
  /// What it prints of the records.
  public let record: PrintedRecord

  /// Binds what `binder` has; a sum over a list that the form prints and that is too large to be written is a failure.
  init(_ binder: Binder) throws(BindFailure) {
    try binder.form.checkListSums(of: binder.subject.batch)
    document = binder.document()
    record = PrintedRecord(
      form: binder.form,
      subject: binder.subject,
      filings: binder.filings,
      outcomes: binder.outcomes
    )
  }
}

/// Binds `form` to one filing: every hole becomes text, sections are decided, empty paragraphs disappear.
///
/// Values become text nodes as they are; whatever they contain, they are never markup.
public func bound(
  _ form: Form,
  filing: Filing,
  batch: Batch,
  copy: FormCopy? = nil
) throws(BindFailure) -> BoundForm {
  guard form.scope == .filing else { throw .listsAllFilings(form: form.name) }
  return try boundAlone(form, filing: filing, batch: batch, copy: copy)
}

/// Binds `form` to one row of the list that its scope names.
public func bound(
  _ form: Form,
  line: RecordLine,
  batch: Batch,
  copy: FormCopy? = nil
) throws(BindFailure) -> BoundForm {
  guard form.scope == .line(line.list) else { throw .listsAllFilings(form: form.name) }
  return try boundAlone(form, line: line, batch: batch, copy: copy)
}

/// Binds `form` to the one thing that its documents are about.
private func boundAlone(
  _ form: Form,
  filing: Filing? = nil,
  line: RecordLine? = nil,
  batch: Batch,
  copy: FormCopy?
) throws(BindFailure) -> BoundForm {
  let subject = FieldSubject(
    batch: batch,
    filing: filing,
    line: line,
    given: form.facts(for: batch, copy),
    mask: form.mask
  )
  return try BoundForm(Binder(form: form, subject: subject))
}

/// Binds `form` to a roster of filings, whose rows are bound one by one as they are asked for.
///
/// `facts` are those of all rows together, found in an earlier pass over the same filings; a sum among them that the
/// form prints and that is too large to be written is a failure.
public func boundRoster(
  _ form: Form,
  batch: Batch,
  facts: RosterFacts,
  rows: FilingSource,
  copy: FormCopy? = nil
) throws(BindFailure) -> BoundForm {
  guard form.scope == .roster else { throw .takesOneFiling(form: form.name) }
  if let field = facts.tooLargeSum(in: form) { throw .sumTooLarge(field: field) }
  var given = form.facts(for: batch, copy).merging(facts.fields) { _, new in new }
  for path in form.sumPaths {
    guard let kind = FieldCatalogue[path]?.kind else { continue }
    let sum = FieldValue(sum: facts.sums[path]?.total ?? 0, of: kind)
    given[FieldUse.Source.sumPath(path)] = sum
  }
  let subject = FieldSubject(batch: batch, given: given, mask: form.mask)
  return try BoundForm(Binder(form: form, subject: subject, filings: rows))
}

extension Form {
  /// What only the form and the printing know, by path.
  func facts(for batch: Batch, _ copy: FormCopy?) -> [String: FieldValue] {
    var facts: [String: FieldValue] = [
      "form.title": .text(title(for: batch.profile)),
      "form.copies": .integer(copies(for: batch.profile)),
    ]
    if let copy {
      facts["copy.no"] = .integer(copy.number)
      facts["copy.label"] = .text(copy.label)
    }
    return facts
  }
}

extension RosterFacts {
  /// The facts by path.
  fileprivate var fields: [String: FieldValue] {
    var fields: [String: FieldValue] = [
      "roster.count": .integer(count),
      "roster.male": .integer(male),
      "roster.female": .integer(female),
      "roster.wageSum": .money(Money(fen: wageSum.total ?? 0)),
      "roster.compensationSum": .money(Money(fen: compensationSum.total ?? 0)),
      "roster.terminated": .integer(terminated),
      "roster.dissolved": .integer(dissolved),
      "roster.compensated": .integer(compensated),
      "roster.excluded": .integer(excluded),
    ]
    if let number { fields["roster.no"] = .text(number) }
    if let check { fields["roster.check"] = .text(check) }
    return fields
  }
}
