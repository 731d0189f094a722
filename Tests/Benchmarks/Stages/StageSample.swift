import Diagnostics
import DocumentTree
import Fonts
import Forms
import Foundation
import Issuing
import Records
import TestSupport

/// A form and the filings it takes, ready for the stage that is measured.
struct StageSample {
  /// The rows that every stage takes.
  static let rowCount = 2000

  /// The records of as many certificates as a batch stage makes.
  static var endings: ByteSource {
    ByteSource(name: "记录.jsonl", bytes: InventedRecords(count: 200, kinds: [.terminate]).bytes)
  }

  let form: Form
  let records: ByteSource
  let run: FormRun

  /// Makes a roster of invented people.
  init(rows: Int = StageSample.rowCount) throws {
    let bytes = InventedRecords(count: rows).bytes
    try self.init(form: "roster-new", of: ByteSource(name: "记录.jsonl", bytes: bytes))
  }

  /// Selects what `form` takes of `records`.
  init(form name: String, of records: ByteSource) throws {
    form = try StageSample.form(name)
    self.records = records
    var builder = SelectionBuilder(form)
    let file = try openRecords(records) { outcome, batch in
      if let batch { builder.visit(outcome, in: batch) }
    }
    run = FormRun(form, of: file, selection: builder.finish())
  }

  /// Returns the filings that the form takes.
  func filings() throws -> [Filing] {
    var pull = try FilingPull(run.selection.rows, of: run.file)
    var filings: [Filing] = []
    while let filing = try pull.next() { filings.append(filing) }
    return filings
  }

  /// Returns the documents of a form that makes one for each filing.
  func documents() throws -> [Document<Never>] {
    var documents: [Document<Never>] = []
    try run.forEachDocument { document, _ in documents.append(document) }
    return documents
  }

  /// Returns the same with what each prints of the records.
  func boundForms() throws -> [BoundForm] {
    var bound: [BoundForm] = []
    try run.forEachBound { form, _ in bound.append(form) }
    return bound
  }

  /// Returns the roster with all its rows bound.
  func roster() throws -> Document<Never> {
    let rows = FilingSource(try filings())
    let (batch, facts) = (run.file.batch, run.selection.facts)
    let bound = try boundRoster(form, batch: batch, facts: facts, rows: rows)
    return try StageSample.settled(bound.document)
  }

  /// Returns the text of a file of the project.
  static func text(of path: String) throws -> String {
    try String(contentsOfFile: "\(Machine.project)/\(path)", encoding: .utf8)
  }

  private static func form(_ name: String) throws -> Form {
    let folder = "content/forms/\(name)"
    let (form, diagnostics) = openForm(
      name: name,
      yaml: try text(of: "\(folder)/form.yaml"),
      body: try text(of: "\(folder)/body.md"),
      yamlFile: "form.yaml",
      bodyFile: "body.md"
    )
    guard let form else { throw SampleFailure(reasons: diagnostics.map(\.description)) }
    return form
  }

  /// Pulls all rows of a document's tables.
  static func settled(_ document: Document<Never>) throws -> Document<Never> {
    var document = document
    for index in document.body.indices {
      guard case .table(var table) = document.body[index] else { continue }
      table.body = .rows(try table.body.allRows())
      document.body[index] = .table(table)
    }
    return document
  }
}

/// Why a sample could not be made.
struct SampleFailure: Error {
  let reasons: [String]
}

extension TableBody where Hole == Never {
  /// Returns the rows, pulled where they are not at hand.
  func allRows() throws -> [TableRow<Never>] {
    switch self {
    case .rows(let rows): return rows
    case .each(let template): switch template.subject {}
    case .pulled(let source):
      let pull = try source.start()
      var rows: [TableRow<Never>] = []
      while let row = try pull() { rows.append(row) }
      return rows
    }
  }
}
