import TestSupport
import Testing

@testable import JSON

private func canonical(_ text: String) throws -> String {
  let tree = try #require(JSONReader(names: ["name"])).read(Array(text.utf8))
  return String(decoding: tree.canonical(), as: UTF8.self)
}

@Test(arguments: [
  (#" { "b" : 1 , "a" : [ true , false , null ] } "#, #"{"a":[true,false,null],"b":1}"#),
  (#"{"name":"张三","nam":"","é":{}}"#, #"{"nam":"","name":"张三","é":{}}"#),
  (#"{"a":3500.00,"b":-0.10,"c":1E2}"#, #"{"a":3500.00,"b":-0.10,"c":1E2}"#),
  (
    #"["\u5f20\/\ud842\udfb7","\u0008\t\n\f\r\u0001\u001f\"\\"]"#,
    #"["张/𠮷","\b\t\n\f\r\u0001\u001f\"\\"]"#
  ),
  ("[]", "[]"), ("\"\"", "\"\""), ("[[],{}]", "[[],{}]"),
])
func aValueHasOneCanonicalText(_ text: String, _ expected: String) throws {
  #expect(try canonical(text) == expected)
  #expect(try canonical(expected) == expected)
}

@Test(arguments: [[], ["name"], ["z", "b", "name", "é"], ["é", "names", "nam", "a"]])
func whichNamesAReaderKnowsChangesNothing(_ names: [String]) throws {
  let text = #"{"é":1,"z":2,"name":3,"nam":4,"names":5,"b":6,"a":7,"":8}"#
  let tree = try #require(JSONReader(names: names)).read(Array(text.utf8))
  let ordered = #"{"":8,"a":7,"b":6,"nam":4,"name":3,"names":5,"z":2,"é":1}"#
  #expect(String(decoding: tree.canonical(), as: UTF8.self) == ordered)
}

@Test func onlyTheMembersAskedForAreKept() throws {
  let text = #"{"filings":[1],"b":{"filings":2},"a":1}"#
  let tree = try #require(JSONReader()).read(Array(text.utf8))
  let kept = tree.canonical(members: ["b", "a", "z"])
  #expect(String(decoding: kept, as: UTF8.self) == #"{"a":1,"b":{"filings":2}}"#)
}

@Test(arguments: 1...40)
func aShuffledTextIsTheSameCanonically(_ seed: UInt64) throws {
  var random = SeededGenerator(seed: seed)
  let members = (0..<12).map { #""k\#($0)": {"y": \#($0), "x": "值\#($0)"}"# }
  let plain = "{" + members.joined(separator: ",") + "}"
  let mixed = "{\n" + members.shuffled(using: &random).joined(separator: " ,\t") + "\r\n}"
  #expect(try canonical(mixed) == canonical(plain), "seed \(seed)")
}
