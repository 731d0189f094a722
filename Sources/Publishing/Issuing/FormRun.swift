public import Diagnostics
public import DocumentTree
public import Forms
public import Records

/// One form printed from one record file: the documents that it makes, in order.
public struct FormRun: Sendable {
  /// The form.
  public let form: Form
  /// The records.
  public let file: RecordFile
  /// The filings that the form takes.
  public let selection: Selection
  /// Which of the copies is printed; nothing where they are not told apart.
  public var copy: FormCopy?

  /// Creates the run of `form` over the selected filings of `file`.
  public init(_ form: Form, of file: RecordFile, selection: Selection) {
    self.form = form
    self.file = file
    self.selection = selection
  }

  /// The title of the documents together.
  public var title: String { form.title(for: file.batch.profile) }

  /// How many documents there are: one for a roster, otherwise one for each filing or row of a list.
  public var documentCount: Int {
    switch form.scope {
    case .roster: 1
    case .filing: selection.rows.count
    case .line: lineCount
    }
  }

  /// Whether there is nothing to print; a sheet of the employer alone always has something.
  public var isEmpty: Bool {
    let lists = form.takesFilings || form.listsOutcomes || form.listsLines
    return lists && selection.rows.isEmpty && lineCount == 0
  }

  /// How much there is, such as `12 人`, or `8 条` for the rows of a list.
  public var extent: Message {
    if form.listsLines { return "\(lineCount) 条" }
    return form.takesFilings || form.listsOutcomes ? "\(selection.rows.count) 人" : "1 家单位"
  }

  private var lineCount: Int { form.lineCount(in: file.batch) }

  /// Hands every document to `take` in printing order, with its filing where it has one of its own.
  public func forEachDocument(
    _ take: (Document<Never>, Filing?) throws(IssuingFailure) -> Void
  ) throws(IssuingFailure) {
    try forEachBound { bound, filing throws(IssuingFailure) in try take(bound.document, filing) }
  }

  /// Hands every document to `take` as `forEachDocument` does, with what it prints of the records.
  public func forEachBound(
    _ take: (BoundForm, Filing?) throws(IssuingFailure) -> Void
  ) throws(IssuingFailure) {
    switch form.scope {
    case .roster:
      var bound = try marked(roster())
      bound.document = bound.document.makingRowsAhead()
      try take(bound, nil)
    case .filing:
      try forEachFiling(of: selection.rows) { bound, filing throws(IssuingFailure) in
        try take(bound, filing)
      }
    case .line:
      for line in form.documentLines(in: file.batch) { try take(try marked(bound(to: line)), nil) }
    }
  }

  private func bound(to line: RecordLine) throws(IssuingFailure) -> BoundForm {
    do throws(BindFailure) {
      return try Forms.bound(form, line: line, batch: file.batch, copy: copy)
    } catch {
      throw IssuingFailure(error)
    }
  }

  private func roster() throws(IssuingFailure) -> BoundForm {
    if let outcomes = selection.outcomes { return try list(of: outcomes) }
    let (selection, file) = (selection, file)
    let source = FilingSource(count: selection.rows.count) { () throws(RowSource.Failure) in
      var pull = try RosterPull(selection, of: file)
      return { () throws(RowSource.Failure) in try pull.next() }
    }
    do throws(BindFailure) {
      return try boundRoster(
        form,
        batch: file.batch,
        facts: selection.facts,
        rows: source,
        copy: copy
      )
    } catch {
      throw IssuingFailure(error)
    }
  }

  private func list(of outcomes: OutcomeList) throws(IssuingFailure) -> BoundForm {
    do throws(BindFailure) {
      return try boundOutcomes(
        form,
        batch: file.batch,
        // The folder is nobody's business, and differs from machine to machine.
        file: file.name.split(separator: "/").last.map(String.init) ?? file.name,
        rows: outcomes.source(of: file)
      )
    } catch {
      throw IssuingFailure(error)
    }
  }

  /// Hands the documents of the filings in `rows` to `take`.
  func forEachFiling(
    of rows: [Int],
    _ take: (BoundForm, Filing) throws(IssuingFailure) -> Void
  ) throws(IssuingFailure) {
    var pull = try reading { () throws(RowSource.Failure) in
      try FilingPull(rows, of: file)
    }
    while let filing = try reading({ () throws(RowSource.Failure) in try pull.next() }) {
      let document: BoundForm
      do throws(BindFailure) {
        document = try Forms.bound(form, filing: filing, batch: file.batch, copy: copy)
      } catch {
        throw IssuingFailure(error)
      }
      try take(try marked(document), filing)
    }
  }

  private func reading<Value>(
    _ body: () throws(RowSource.Failure) -> Value
  ) throws(IssuingFailure) -> Value {
    do throws(RowSource.Failure) {
      return try body()
    } catch {
      throw .document([error.diagnostic])
    }
  }
}
