public import Records

/// Which rows of a list in the head of a record file are meant.
struct LineSource: Sendable {
  /// The list.
  let list: RecordList
  /// What the rows must say, all of it; nothing for all rows.
  var conditions: [FieldTest] = []
  /// The list's fields that the table prints, each once.
  var fields: [Field] = []

  /// Returns the rows of `batch` that are meant, in the order of the file.
  func lines(in batch: Batch) -> [RecordLine] {
    guard !conditions.isEmpty else { return batch.lines[list] }
    return batch.lines[list].filter { line in
      let subject = FieldSubject(batch: batch, line: line)
      return conditions.allSatisfy { $0.holds(subject) }
    }
  }
}

/// What a row or a filing must say to be chosen.
struct FieldTest: Sendable {
  let field: Field
  let word: String

  /// Whether the row or filing of `subject` says it.
  func holds(_ subject: FieldSubject) -> Bool { field.value(subject)?.matches(word) ?? false }
}

extension Form {
  /// Returns the rows of `batch` that `source` means, in the order in which the form prints them.
  func lines(_ source: LineSource, in batch: Batch) -> [RecordLine] {
    let fields = order.compactMap { source.list[$0] }
    let lines = source.lines(in: batch)
    guard !fields.isEmpty else { return lines }
    let keys = lines.map { line in
      FormSortKey(of: fields, in: FieldSubject(batch: batch, line: line, mask: mask), row: line.row)
    }
    return lines.indices.sorted { keys[$0] < keys[$1] }.map { lines[$0] }
  }

  /// Returns the rows of `batch` that have a document each; none for other forms.
  public func documentLines(in batch: Batch) -> [RecordLine] {
    guard case .line = scope, let source = lineSources.first else { return [] }
    return lines(source, in: batch)
  }

  /// How many rows of lists the form prints of `batch`.
  public func lineCount(in batch: Batch) -> Int {
    lineSources.reduce(0) { $0 + $1.lines(in: batch).count }
  }

  /// The lists that the form prints anything of, each once.
  public var usedLists: [RecordList] {
    let lists = lineSources.map(\.list) + fields.compactMap(\.list)
    return RecordList.allCases.filter(lists.contains)
  }

  /// Whether the form prints rows of lists.
  public var listsLines: Bool { !lineSources.isEmpty }
}

extension Form {
  /// Whether `filing` says what the form asks of filings beside their kind and review.
  public func chooses(_ filing: Filing, in batch: Batch) -> Bool {
    filingTest?.holds(FieldSubject(batch: batch, filing: filing)) ?? true
  }
}
