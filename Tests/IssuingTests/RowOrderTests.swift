import Diagnostics
import Forms
import Records
import TestSupport
import Testing

@testable import Issuing

/// Returns a roster form that orders its rows by `order`.
private func roster(order: String) throws -> Form {
  let (form, diagnostics) = openForm(
    name: "order",
    yaml: """
      name: order
      title: {default: 名册}
      summary: 排序
      scope: roster
      select: {kinds: [new], gate: roster}
      order: \(order)
      """,
    body: "# {{form.title}}\n\n```table filings\n姓名 | e.name | 1 | 中\n```\n",
    yamlFile: "form.yaml",
    bodyFile: "body.md"
  )
  return try #require(form, "\(diagnostics.map(\.description))")
}

@Test(arguments: ["[e.name, id]", "[c.wage.monthly, e.name]", "[id]"])
func rowsOfASelectionStandInTheOrderOfTheirKeys(_ order: String) throws {
  let form = try roster(order: order)
  let bytes = Array(RecordFixtures.batchJSON(rows: 400, seed: 11).utf8)
  var builder = SelectionBuilder(form)
  var keys: [(key: FormSortKey, row: Int)] = []
  _ = try openRecords(ByteSource(name: "r.json", bytes: bytes)) { outcome, batch in
    guard case .accepted(let filing) = outcome, let batch else { return }
    builder.visit(outcome, in: batch)
    keys.append((FormOrder(form).key(of: filing, batch: batch), filing.row))
  }
  #expect(keys.count == 400)
  #expect(builder.finish().rows == keys.sorted { $0.key < $1.key }.map(\.row))
}

@Test func aSelectionOfNothingHasNoRows() throws {
  var empty = SelectionBuilder(try roster(order: "[id]"))
  #expect(empty.finish().rows.isEmpty)
}
