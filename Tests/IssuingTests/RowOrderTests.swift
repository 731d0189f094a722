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

/// Keys that begin alike, end early, or differ only far behind.
@Test(arguments: 1...20 as ClosedRange<UInt64>)
func keysAreOrderedByTheirBytes(seed: UInt64) {
  var random = SeededGenerator(seed: seed)
  let common = (0..<Int.random(in: 0...12, using: &random)).map { _ in UInt8(7) }
  var order = RowOrder()
  var keys: [(key: [UInt8], place: Int)] = []
  for place in 0..<Int.random(in: 1...60, using: &random) {
    let length = Int.random(in: 0...24, using: &random)
    // Few values and often zero, so that many keys agree for long and zeros stand where other keys have ended.
    let rest = (0..<length).map { _ in [0, 0, 0, 255, 1].randomElement(using: &random) ?? 0 }
    let key = common + rest.map(UInt8.init)
    keys.append((key, place))
    order.add(place + 100, key: key[...])
  }
  let expected = keys.sorted { one, two in
    one.key == two.key ? one.place < two.place : one.key.lexicographicallyPrecedes(two.key)
  }
  #expect(order.sortedPlaces == expected.map(\.place), "seed \(seed)")
  #expect(order.sortedPlaces.map { order[$0] } == expected.map { $0.place + 100 })
}

@Test func aSelectionOfNothingHasNoRows() throws {
  var empty = SelectionBuilder(try roster(order: "[id]"))
  #expect(empty.finish().rows.isEmpty)
}
