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

@Test(arguments: ["不是 JSON", "[]", #"{"documents":[{"fields":{"a":1}}]}"#])
func aRecordThatIsNoneOfOursIsTold(_ record: String) throws {
  #expect(try judge(try SignedSample.signedByEmployer(record: record)).record == .unreadable)
}
