import TestSupport
import Testing
import Verification

@Test func aFileWithoutARecordHasNothingToCompare() throws {
  #expect(try judge(try SignedSample.signedByEmployer()).record == .none)
}

@Test func aRecordThatNoPageShowsIsTold() throws {
  let record = #"{"documents":[{"fields":{"e.name":"张示例","c.wage":"4800.00"}}],"form":"contract"}"#
  let verdict = try judge(try SignedSample.signedByEmployer(record: record))
  #expect(verdict.record == .differs(fields: ["c.wage", "e.name"]))
  #expect(!verdict.isPassed)
}

@Test func whatARecordSaysIsTakenOnceForAllWhoAsk() throws {
  let record =
    #"{"asOf":"2026-11-20","documents":[{"fields":{"c.hazards":["尘",{"name":"毒"},"声"],"e.name":"张"}}]}"#
  let values = try judge(try SignedSample.signedByEmployer(record: record)).values
  #expect(values.map(\.field) == ["asOf", "c.hazards", "name", "c.hazards", "e.name"])
  #expect(values.map(\.text) == ["2026-11-20", "尘", "毒", "声", "张"])
}

/// Readers differ in which of two members they take, so that a record could say one thing to us and another to others.
@Test(arguments: [
  #"{"documents":[],"documents":[{"fields":{"e.name":"张"}}]}"#,
  #"{"documents":[{"fields":{"e.name":"","e.name":"张"}}]}"#,
])
func aRecordThatNamesSomethingTwiceIsNotCompared(_ record: String) throws {
  #expect(try judge(try SignedSample.signedByEmployer(record: record)).record == .unreadable)
}

@Test(arguments: ["不是 JSON", "[]", #"{"documents":[{"fields":{"a":1}}]}"#])
func aRecordThatIsNoneOfOursIsTold(_ record: String) throws {
  #expect(try judge(try SignedSample.signedByEmployer(record: record)).record == .unreadable)
}
