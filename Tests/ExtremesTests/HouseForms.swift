import Diagnostics
import DocumentTree
import Fonts
import Forms
import Foundation
import Issuing
import Layout
import Pages
import Records
import TestSupport
import Testing
import YAML

/// The forms of the house and what they are printed from.
struct HouseForms: Sendable {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The names of all forms.
  static let names: [String] = {
    let folder = root.appending(path: "content/forms").path
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }()

  private static let samples = [
    "jilin.json", "shanxi.json", "taiyuan.json", "zhanyi.json", "zhuzhou.jsonl",
  ]
  .map { root.appending(path: "content/samples/\($0)") }

  private static let fonts = Result {
    try InstalledFonts(plan: TestFonts.planOfAllScripts, files: TestFonts.files)
  }

  /// Opens a form as `mingce` does.
  static func form(_ name: String) throws -> Form {
    let theme = try String(
      contentsOf: root.appending(path: "themes/office/theme.yaml"),
      encoding: .utf8
    )
    let (tree, _) = readYAML(theme, file: "theme.yaml")
    let (looks, _) = readPageLooks(paper: tree?["paper"], looks: tree?["looks"])
    let folder = root.appending(path: "content/forms/\(name)")
    let (form, _) = openForm(
      name: name,
      yaml: try String(contentsOf: folder.appending(path: "form.yaml"), encoding: .utf8),
      body: try String(contentsOf: folder.appending(path: "body.md"), encoding: .utf8),
      yamlFile: "form.yaml",
      bodyFile: "body.md",
      looks: looks
    )
    return try #require(form)
  }

  /// Returns the run of `form` over `records(for:_:rows:)`.
  static func run(
    of form: Form,
    _ values: ExtremeRecords.Values,
    rows: Int?
  ) throws -> FormRun {
    try run(form, over: try records(for: form, values, rows: rows))
  }

  /// Returns the first sample that has something for `form`, changed to `values` and `rows`.
  static func records(
    for form: Form,
    _ values: ExtremeRecords.Values,
    rows: Int?
  ) throws -> String {
    for place in samples {
      let records = try ExtremeRecords(place, lists: samples)
      let whole = try run(form, over: try String(contentsOf: place, encoding: .utf8))
      guard form.isAsked(of: whole.file.batch) else { continue }
      guard !form.takesFilings || !whole.selection.rows.isEmpty else { continue }
      return try records.json(
        values,
        rows: rows,
        filings: form.takesFilings ? whole.selection.rows : form.listsOutcomes ? [1] : [],
        lists: form.usedLists
      )
    }
    throw CocoaError(.fileNoSuchFile)
  }

  private static func run(_ form: Form, over json: String) throws -> FormRun {
    var builder = SelectionBuilder(form)
    var refused: [String] = []
    let source = ByteSource(name: "a.json", bytes: Array(json.utf8))
    let file = try openRecords(
      source,
      visitWithHead: { outcome, batch in
        if case .refused(let rejection) = outcome {
          refused += rejection.reasons.map(\.description)
        }
        if let batch { builder.visit(outcome, in: batch) }
      }
    )
    #expect(refused == [])
    let complaints = file.diagnostics.filter { $0.severity == .error }
    #expect(complaints.map(\.description) == [])
    return FormRun(form, of: file, selection: builder.finish())
  }

  /// A new library of the fonts that the forms are set in.
  static func library() throws -> FontLibrary { FontLibrary(try fonts.get()) }

  /// Returns the pages of at most `count` documents of `run`, each with its foot.
  static func documents(
    of run: FormRun,
    in fonts: FontLibrary,
    atMost count: Int
  ) throws -> [SetDocument] {
    let typesetter = Typesetter(fonts: fonts)
    var documents: [SetDocument] = []
    try run.forEachBound { bound, _ throws(IssuingFailure) in
      guard documents.count < count else { return }
      documents.append(SetDocument(bound, run.form, by: typesetter))
    }
    return documents
  }
}

/// A document and the pages that it was set on, or why it could not be set.
struct SetDocument {
  var pages: [Page] = []
  var record: [UInt8] = []
  var failure: String?

  init(_ bound: BoundForm, _ form: Form, by typesetter: Typesetter) {
    let shelf = Shelf()
    do {
      let outcome = try typesetter.layOut(bound.document, style: form.style) {
        page throws(LayoutFailure) in
        shelf.pages.append(page)
      }
      for index in shelf.pages.indices {
        shelf.pages[index].items += try outcome.furniture.items(onPage: index + 1)
      }
      try bound.record.write(of: bound.document) { piece in
        record += piece
        return true
      }
    } catch {
      failure = "\((error as? LayoutFailure)?.diagnostics?.first?.description ?? "\(error)")"
    }
    pages = shelf.pages
  }

  private final class Shelf {
    var pages: [Page] = []
  }
}
