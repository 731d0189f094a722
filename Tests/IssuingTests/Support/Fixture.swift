import Diagnostics
import DocumentTree
import Forms
import Foundation
import Records
import Testing

@testable import Issuing

/// Opens a form that must be without fault.
func opened(_ settings: String, _ body: String) throws -> Form {
  let (form, diagnostics) = openForm(
    name: "test",
    yaml: settings,
    body: body,
    yamlFile: "form.yaml",
    bodyFile: "body.md"
  )
  #expect(diagnostics.map(\.description) == [])
  return try #require(form)
}

/// A roster of new and imported contracts.
func rosterForm(kinds: String = "[new, import]") throws -> Form {
  let settings = """
    title: {default: 名册, CN-JL: 吉林名册}
    summary: 测试
    scope: roster
    select: {kinds: \(kinds), gate: roster}
    order: [approvedAt, e.name, id]
    orientation: landscape
    footer: {centre: "第 {{page}} 页 共 {{pages}} 页"}
    """
  let body = """
    # {{form.title}}

    ```table filings
    序号 | seq | 10 | 中
    姓名 | e.name | 30 | 左
    编号 | f.id | 30 | 左
    @closing （以下空白）
    ```

    合计{{roster.count}}人，男{{roster.male}}人，女{{roster.female}}人。
    """
  return try opened(settings, body)
}

/// A letter of one page for each person.
func letterForm(
  gate: String = "contract",
  kinds: String = "[new, renew]",
  body: String = "# {{form.title}}\n\n致{{e.name}}：见附件。\n"
) throws -> Form {
  let settings = """
    title: 通知
    summary: 测试
    scope: filing
    select: {kinds: \(kinds), gate: \(gate)}
    order: [e.name, id]
    footer: {centre: "— {{page}} / {{pages}} —"}
    fileName: "{e.name}"
    """
  return try opened(settings, body)
}

/// Reads `source` as `mingce render` does, and keeps `room` bytes of a roster's rows.
func run(
  _ form: Form,
  over source: ByteSource,
  keeping room: Int = KeptRows.room
) throws -> FormRun {
  var builder = SelectionBuilder(form, room: room)
  let file = try openRecords(
    source,
    visitWithHead: { outcome, batch in
      if let batch { builder.visit(outcome, in: batch) }
    }
  )
  return FormRun(form, of: file, selection: builder.finish())
}

/// Reads `json` as `mingce render` does.
func run(_ form: Form, over json: String) throws -> FormRun {
  try run(form, over: ByteSource(name: "a.json", bytes: Array(json.utf8)))
}

extension FormRun {
  /// All documents with their filings.
  func documents() throws -> [(document: Document<Never>, filing: Filing?)] {
    var documents: [(document: Document<Never>, filing: Filing?)] = []
    try forEachDocument { document, filing throws(IssuingFailure) in
      documents.append((document, filing))
    }
    return documents
  }
}
