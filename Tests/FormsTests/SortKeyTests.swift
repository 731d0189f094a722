import Forms
import Records
import Testing

/// Returns the rows of `records` in the order that `order` asks for.
private func rows(_ order: String, _ records: RecordSet) throws -> [Int] {
  let form = try FormText.filing("正文", "order: [\(order)]\n").opened()
  return records.filings.sorted {
    FormOrder(form).key(of: $0, batch: records.batch)
      < FormOrder(form).key(of: $1, batch: records.batch)
  }.map(\.row)
}

@Test(arguments: [
  ("", [1, 2]), ("id", [1, 2]), ("e.name", [1, 2]), ("e.idNumber", [1, 2]), ("e.sex", [2, 1]),
  ("c.wage.monthly", [1, 2]), ("t.date", [2, 1]), ("f.row", [1, 2]),
  ("c.startDate, e.sex", [2, 1]), ("remark, e.sex", [2, 1]), ("c.sequence", [1, 2]),
  ("t.compensation.paid", [2, 1]), ("c.clauses", [2, 1]),
])
func filingsAreOrderedByTheFormsFields(_ order: String, _ expected: [Int]) throws {
  #expect(try rows(order, RecordSet.sample()) == expected)
}

@Test(arguments: [
  ("1000.00", "900.00", [2, 1]), ("900.00", "1000.00", [1, 2]), ("2.55", "2.56", [1, 2]),
  ("655.36", "655.35", [2, 1]), ("99999.99", "100000.00", [1, 2]), ("3000.00", "3000.00", [1, 2]),
])
func amountsAreOrderedByTheirWorthNotTheirDigits(
  _ first: String,
  _ second: String,
  _ expected: [Int]
) throws {
  #expect(try rows("c.wage.monthly", RecordSet.sample(wages: (first, second))) == expected)
}

@Test(arguments: [
  ("a", "ab", [1, 2]), ("ab", "a", [2, 1]), ("王", "李", [2, 1]), ("㛃", "王", [1, 2]),
  ("𠮷", "王", [2, 1]), ("王", "王", [1, 2]),
])
func textIsOrderedByCodePoints(_ first: String, _ second: String, _ expected: [Int]) throws {
  #expect(try rows("e.name", RecordSet.sample(names: (first, second))) == expected)
}

@Test func filingsThatAreAlikeKeepTheirRows() throws {
  let records = try RecordSet.sample()
  let form = try FormText.filing("正文", "order: [c.startDate]\n").opened()
  let keys = records.filings.map { FormOrder(form).key(of: $0, batch: records.batch) }
  #expect(keys[0] < keys[1])
  #expect(keys[0] != keys[1])
  #expect(keys[0] == FormOrder(form).key(of: records.filings[0], batch: records.batch))
}
