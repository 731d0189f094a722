import Records
import Testing

/// Returns the rows of all runs among `texts`, which stand in the rows from 1.
private func runs(_ texts: [String], rows: [Int]? = nil) -> [ClosedRange<Int>] {
  var drag = DragFill()
  var found: [ClosedRange<Int>] = []
  for (index, text) in texts.enumerated() {
    if let run = drag.take(DragFill.value(of: text), row: rows?[index] ?? index + 1) {
      found.append(run)
    }
  }
  return found + (drag.ended.map { [$0] } ?? [])
}

@Test(arguments: [
  ["劳动合同书2018", "劳动合同书2019", "劳动合同书2020", "劳动合同书2021", "劳动合同书2022"],
  ["2026-12-29", "2026-12-30", "2026-12-31", "2027-01-01", "2027-01-02"],
  ["LD-008", "LD-009", "LD-010", "LD-011", "LD-012"],
])
func fiveRowsThatCountAreARun(_ texts: [String]) {
  #expect(runs(texts) == [1...5])
  #expect(runs(Array(texts.dropLast())) == [])
  #expect(runs(texts + ["收银员"]) == [1...5])
}

@Test(arguments: [
  ["甲1", "甲2", "乙3", "甲4", "甲5"], ["甲1", "甲2", "甲2", "甲3", "甲4"], ["甲5", "甲4", "甲3", "甲2", "甲1"],
  ["一", "二", "三", "四", "五"], ["2018", "2020", "2022", "2024", "2026"],
])
func textsThatDoNotCountAreNone(_ texts: [String]) {
  #expect(runs(texts) == [])
}

@Test func aRowBetweenEndsARun() {
  let texts = (1...10).map { "甲\($0)" }
  #expect(runs(texts, rows: [1, 2, 3, 4, 5, 7, 8, 9, 10, 11]) == [1...5, 7...11])
}

@Test func aNumberOfAnyLengthIsNoTrap() {
  #expect(DragFill.value(of: String(repeating: "9", count: 400)) == nil)
  #expect(DragFill.value(of: "") == nil)
}
