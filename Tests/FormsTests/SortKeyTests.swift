import Forms
import Records
import Testing

/// Returns the rows of the samples in the order that `order` asks for.
private func rows(_ order: String) throws -> [Int] {
  let records = try RecordSet.sample()
  let form = try FormText.filing("正文", "order: [\(order)]\n").opened()
  return records.filings.sorted {
    form.sortKey(of: $0, batch: records.batch) < form.sortKey(of: $1, batch: records.batch)
  }.map(\.row)
}

@Test(arguments: [
  ("", [1, 2]), ("id", [1, 2]), ("e.name", [1, 2]), ("e.idNumber", [1, 2]), ("e.sex", [2, 1]),
  ("c.wage.monthly", [1, 2]), ("t.date", [2, 1]), ("f.row", [1, 2]),
  ("c.startDate, e.sex", [2, 1]),
])
func filingsAreOrderedByTheFormsFields(_ order: String, _ expected: [Int]) throws {
  #expect(try rows(order) == expected)
}
