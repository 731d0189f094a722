import TestSupport
import Testing

@testable import JSON

private let sample = #"{"a":{"b":[1,"x",null],"c":true},"d":false,"a2":"","e":{"f":{}}}"#

@Test func valuesAreNumberedInTheOrderOfTheText() throws {
  let tree = try read(sample)
  let keys = (0..<tree.count).map { tree.key(of: $0) }
  #expect(keys == ["", "a", "b", "", "", "", "c", "d", "a2", "e", "f"])
  let kinds = (0..<tree.count).map { tree.kind(of: $0) }
  #expect(
    kinds == [
      .object, .object, .array, .number, .string, .null, .yes, .no, .string, .object, .object,
    ]
  )
  let texts = (0..<tree.count).map { tree.text(of: $0) }
  #expect(texts == ["", "", "", "1", "x", "", "", "", "", "", ""])
  #expect((0..<tree.count).map { Array(tree.bytes(of: $0)) } == texts.map { Array($0.utf8) })
}

@Test func childrenAreTheDirectOnesOnly() throws {
  let tree = try read(sample)
  #expect(Array(tree.children(of: 0)) == [1, 7, 8, 9])
  #expect(Array(tree.children(of: 1)) == [2, 6])
  #expect(Array(tree.children(of: 2)) == [3, 4, 5])
  for leaf in [3, 4, 5, 6, 7, 8, 10] { #expect(Array(tree.children(of: leaf)).isEmpty) }
  #expect((0..<tree.count).map { tree.next(after: $0) } == [11, 7, 6, 4, 5, 6, 7, 8, 9, 11, 11])
}

/// Reads `text` with a reader that knows `names`.
private func read(_ text: String, knowing names: [String]) throws -> JSONTree {
  try #require(JSONReader(names: names)).read(Array(text.utf8))
}

@Test func aMemberIsFoundByItsWholeNameAmongItsOwn() throws {
  let names = ["a", "ab", "中", "y", "abc", "A", "x", "z"]
  let tree = try read(#"{"ab":1,"a":2,"a":3,"中":4,"":5,"x":{"y":6}}"#, knowing: names)
  func member(_ name: String, of value: Int) throws -> Int? {
    let number = try #require(names.firstIndex(of: name)) + 1
    return tree.member(UInt8(number), of: value)
  }
  #expect(try member("a", of: 0).map { tree.text(of: $0) } == "2")
  #expect(try member("ab", of: 0).map { tree.text(of: $0) } == "1")
  #expect(try member("中", of: 0).map { tree.text(of: $0) } == "4")
  #expect(try member("y", of: 0) == nil)
  #expect(try member("abc", of: 0) == nil)
  #expect(try member("A", of: 0) == nil)
  let inner = try #require(try member("x", of: 0))
  #expect(try member("y", of: inner).map { tree.text(of: $0) } == "6")
  #expect(try member("z", of: inner) == nil)
  #expect(tree.children(of: 0).map { tree.key(of: $0) } == ["ab", "a", "a", "中", "", "x"])
}

@Test func namesAreComparedWithTheirEscapesUndone() throws {
  let tree = try read(#"{"\u0061b":1,"\"":2,"\ud840\udd64":3,"a":4}"#, knowing: ["ab", "a", "\""])
  #expect((1...4).map { tree.name(of: $0) } == [1, 3, 0, 2])
  #expect((1...4).map { tree.key(of: $0) } == ["ab", "\"", "𠅤", "a"])
}

@Test func aNameThatFollowedAnotherOnceNeedNotFollowItAgain() throws {
  let reader = try #require(JSONReader(names: ["a", "b", "c"]))
  for text in ["abc", "abc", "acb", "ab", "cba", "bc", "a", "axc", "abc"] {
    let members = text.map { "\"\($0)\":0" }.joined(separator: ",")
    let tree = try reader.read(Array("{\(members)}".utf8))
    #expect(tree.children(of: 0).map { tree.key(of: $0) }.joined() == text)
    #expect(
      tree.children(of: 0).map { tree.name(of: $0) }
        == text.map { ["a": 1, "b": 2, "c": 3][$0] ?? 0 }
    )
    #expect(tree.duplicates.isEmpty)
  }
}

@Test func repeatedNamesAreToldWhetherKnownOrNot() throws {
  let text = #"{"a":1,"x":2,"\u0061":3,"b":{"a":4,"a":5},"x":6,"y":7}"#
  for names in [[], ["a"], ["x", "b"], ["a", "b", "x", "y"]] {
    let tree = try read(text, knowing: names)
    #expect(tree.duplicates.map { tree.text(of: $0) } == ["3", "5", "6"], "knowing \(names)")
  }
}

@Test func asManyNamesAsABytesHoldsAreToldApart() throws {
  let names = (0..<255).map { "name\($0)" }
  let members = names.reversed().map { "\"\($0)\":\"\($0)\"" }.joined(separator: ",")
  let tree = try read("{\(members)}", knowing: names)
  for (index, name) in names.enumerated() {
    let value = try #require(tree.member(UInt8(index + 1), of: 0))
    #expect(tree.text(of: value) == name)
  }
}

@Test(arguments: [
  (#""""#, ""), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u4E2d""#, "中"),
  (#""\u0000""#, "\u{0}"), (#""\ud83d\ude00""#, "😀"), (#""é""#, "é"), (#""/""#, "/"),
  ("\"\u{7F}\u{80}\u{2028}\"", "\u{7F}\u{80}\u{2028}"), (#""\\u4E2D""#, "\\u4E2D"),
])
func escapesAreUndone(_ vector: (String, String)) throws {
  let tree = try read(vector.0)
  #expect(tree.kind(of: 0) == .string)
  #expect(Array(tree.bytes(of: 0)) == Array(vector.1.utf8))
}

@Test(arguments: [
  "0", "-0", "12", "0.5", "-1.25", "1e9", "1E+9", "2.5e-3", "123456789012345678", "0.10",
  "9223372036854775807", "-9223372036854775808", "18446744073709551615",
])
func aNumberAloneKeepsItsText(_ number: String) throws {
  for text in [number, " \(number)\n", "[\(number)]", "[\(number),1]", "{\"a\":\(number)}"] {
    let tree = try read(text)
    let texts = (0..<tree.count).filter { tree.kind(of: $0) == .number }.map { tree.text(of: $0) }
    #expect(texts.first == number, "\(text)")
  }
}

@Test func placesOfValuesAreBytes() throws {
  let text = "{ \"中\" : [ 1 ,\n\"𠅤\" ] , \"b\":{} }"
  let tree = try read(text)
  let bytes = Array(text.utf8)
  let starts = (0..<tree.count).map {
    String(decoding: bytes[tree.offset(of: $0)...].prefix(1), as: UTF8.self)
  }
  #expect(starts == ["{", "[", "1", "\"", "{"])
  #expect((0..<tree.count).map { tree.offset(of: $0) } == [0, 10, 12, 16, 31])
}

@Test(arguments: [
  ("", ""), ("a", "a"), ("a/b", "a~1b"), ("m~n", "m~0n"), ("~1", "~01"), ("中 文", "中 文"),
  ("~/~", "~0~1~0"),
])
func aStepOfAPointerIsEscaped(_ vector: (String, String)) {
  #expect(JSONTree.pointerStep(vector.0) == vector.1)
}

@Test func pointersCountElementsAndNameMembers() throws {
  let tree = try read(#"[[],{"a":[0,[1]]},"x"]"#)
  #expect(
    (0..<tree.count).map { tree.pointer(to: $0) }
      == ["", "/0", "/1", "/1/a", "/1/a/0", "/1/a/1", "/1/a/1/0", "/2"]
  )
}

@Test func aRepeatedMemberIsOneOfItsOwnObject() throws {
  #expect(try read(#"{"a":{"a":1},"b":{"a":2}}"#).duplicates.isEmpty)
  #expect(try read(#"[{"a":1},{"a":2}]"#).duplicates.isEmpty)
  let tree = try read(#"{"x":{"a":1,"a":2,"a":3},"":1,"":2}"#)
  #expect(tree.duplicates.map { tree.text(of: $0) } == ["2", "3", "2"])
  #expect(tree.duplicates.map { tree.pointer(to: $0) } == ["/x/a", "/x/a", "/"])
}

@Test(arguments: [23, 24, 25, 26, 60])
func repetitionIsFoundInObjectsOfEverySize(_ size: Int) throws {
  let members = (0..<size).map { "\"k\($0)\":{\"k0\":0}" }
  #expect(try read("{" + members.joined(separator: ",") + "}").duplicates.isEmpty)
  for repeated in [0, size / 2, size - 1] {
    let text = "{" + (members + ["\"k\(repeated)\":\"again\""]).joined(separator: ",") + "}"
    let tree = try read(text)
    #expect(tree.duplicates.map { tree.text(of: $0) } == ["again"], "\(size) \(repeated)")
  }
}

@Test func aTreeOutlivesItsReader() throws {
  func make() throws -> JSONTree { try #require(JSONReader()).read(Array(#"{"a":"长春"}"#.utf8)) }
  let trees = try (0..<50).map { _ in try make() }
  #expect(trees.allSatisfy { $0.text(of: 1) == "长春" })
}

@Test func aTreeIsNotTouchedByTheNextReading() throws {
  let reader = try #require(JSONReader())
  let first = try reader.read(Array(#"{"a":"first","b":[1,2]}"#.utf8))
  let second = try reader.read(Array(#"["second, which is longer than the first was"]"#.utf8))
  #expect(first.text(of: 1) == "first")
  #expect(Array(first.children(of: 2)).map { first.text(of: $0) } == ["1", "2"])
  #expect(second.text(of: 1).hasPrefix("second"))
}

@Test func bytesOfAnyCollectionAreRead() throws {
  let reader = try #require(JSONReader())
  let bytes = Array("xx{\"a\":[1]}yy".utf8)
  #expect(try reader.read(bytes[2..<11]).text(of: 2) == "1")
  #expect(
    try reader.read(bytes.lazy.filter { $0 != UInt8(ascii: "x") && $0 != UInt8(ascii: "y") }).count
      == 3
  )
  #expect(try reader.read(ContiguousArray(bytes[2..<11])).count == 3)
  #expect(try reader.read("{\"a\":[1]}".utf8).count == 3)
}

@Test(arguments: [1, 2, 5, 64])
func theDepthIsTheReadersOwn(_ depth: Int) throws {
  let reader = try #require(JSONReader(maxDepth: depth))
  func nest(_ count: Int) -> [UInt8] {
    let text =
      String(repeating: "{\"a\":", count: count) + "1" + String(repeating: "}", count: count)
    return Array(text.utf8)
  }
  #expect(try reader.read(nest(depth)).count == depth + 1)
  #expect(throws: JSONProblem(reason: .tooDeep, offset: depth * 5)) {
    try reader.read(nest(depth + 1))
  }
  let mixed = Array((String(repeating: "[", count: depth + 1) + "1").utf8)
  #expect(throws: JSONProblem.self) { try reader.read(mixed) }
}

private let broken: [(text: String, reason: JSONProblem.Reason, offset: Int)] = [
  ("\n\t \r", .empty, 4), ("{", .unclosed, 0), ("[", .unclosed, 0), ("\"", .unclosed, 0),
  ("{\"a", .unclosed, 1), ("{\"a\"", .unclosed, 0), ("{\"a\":", .unclosed, 0),
  ("[1,", .unclosed, 0), ("[[1],[2", .unclosed, 5), ("[\"]\",{", .unclosed, 5),
  ("[1", .unclosed, 0), ("{\"a\":1", .unclosed, 0), ("{\"a\":\"b\\\"}", .unclosed, 5),
  ("nul", .badLiteral, 0), ("True", .badLiteral, 0), ("[undefined]", .badLiteral, 1),
  ("[Infinity]", .badLiteral, 1), ("{\"a\":falsey}", .badLiteral, 5), ("[nulll]", .badLiteral, 1),
  ("-", .badNumber, 0), ("[-a]", .badNumber, 1), ("[1.e1]", .badNumber, 1), ("[1e]", .badNumber, 1),
  ("[00]", .badNumber, 1), ("[1.2.3]", .badNumber, 1), ("[0x1]", .badNumber, 1),
  ("[\"\\x\"]", .badString, 1), ("[\"\\u12\"]", .badString, 1), ("[\"\\udc00\"]", .badString, 1),
  ("[\"\\ud800\\u0041\"]", .badString, 1), ("{\"\\q\":1}", .badString, 1),
  ("[\"a\u{1F}\"]", .rawControl, 3), ("[\"\n\"]", .rawControl, 2),
  ("[\"a\",\"\t\"]", .rawControl, 6),
  ("[\"\\\"\u{0}\"]", .rawControl, 4), ("1 2", .trailing, 2), ("{} {}", .trailing, 3),
  ("[]]", .trailing, 2), ("\"a\"\"b\"", .trailing, 3), ("null,", .trailing, 4),
]

@Test(arguments: broken.indices)
func everySlipHasItsNameAndItsPlace(_ index: Int) throws {
  let (text, reason, offset) = broken[index]
  let problem = try #require(try problem(Array(text.utf8)), "\(text)")
  #expect(problem == JSONProblem(reason: reason, offset: offset), "\(text.debugDescription)")
}

@Test(arguments: [
  "[1,]", "[,1]", "[1 2]", "[1,,2]", "{\"a\":1,}", "{\"a\":}", "{\"a\"}", "{:1}", "{1:2}", "{a:1}",
  "{'a':1}", "['a']", "{\"a\":1,,\"b\":2}", "[1}", "{\"a\":1]", "[//\n1]", "[1/*x*/]", "]", "}",
  ",", ":",
  "[+1]", "[.5]", "[1 ]x", "{\"a\":[}]", "[\u{A0}1]", "\u{FEFF}[]",
])
func whatJSONDoesNotHaveIsRefusedInsideTheText(_ text: String) throws {
  let bytes = Array(text.utf8)
  let problem = try #require(try problem(bytes), "\(text)")
  #expect((0...bytes.count).contains(problem.offset), "\(text): \(problem)")
  #expect(![.empty, .badUTF8, .tooDeep, .tooLong, .noMemory].contains(problem.reason), "\(text)")
}

@Test(
  arguments: [
    ([0x80], 0), ([0xBF], 0), ([0xC0, 0xAF], 0), ([0xC1, 0xBF], 0), ([0xE0, 0x80, 0x80], 0),
    ([0xED, 0xA0, 0x80], 0), ([0xF4, 0x90, 0x80, 0x80], 0), ([0xF5, 0x80, 0x80, 0x80], 0),
    ([0xFF], 0),
    ([0xE4, 0xB8, 0x22], 0), ([0xE4, 0xB8, 0xAD, 0xD5, 0xC5], 3), ([0x61, 0xFE], 1),
  ] as [([UInt8], Int)]
)
func theFirstByteThatIsNotUTF8IsNamed(_ vector: ([UInt8], Int)) throws {
  let bytes = Array("[\"".utf8) + vector.0 + Array("\"]".utf8)
  #expect(try problem(bytes) == JSONProblem(reason: .badUTF8, offset: 2 + vector.1))
}

@Test func anotherEncodingIsTheCauseWhateverElseIsWrong() throws {
  let bytes = Array("{\"a\":NaN,,\"".utf8) + [0xD5, 0xC5, 0x81, 0x5C] + Array("\"".utf8)
  #expect(try problem(bytes)?.reason == .badUTF8)
}

@Test(arguments: [[0xE4], [0xE4, 0xB8], [0xF0], [0xF0, 0xA0, 0x85], [0xC2]] as [[UInt8]])
func aTextCutInsideACharacterIsUnclosed(_ tail: [UInt8]) throws {
  #expect(try problem(Array("[\"a".utf8) + tail) == JSONProblem(reason: .unclosed, offset: 1))
}

@Test func reasonsHaveStableNames() {
  #expect(
    JSONProblem.Reason.allCases.map(\.rawValue) == [
      "empty", "badUTF8", "unclosed", "rawControl", "badNumber", "badLiteral", "badString",
      "badStructure", "trailing", "tooDeep", "tooLong", "noMemory",
    ]
  )
}

@Test(arguments: 0..<30 as Range<UInt64>)
func everySoundTextIsReadAndEveryPrefixOfItIsNot(_ seed: UInt64) throws {
  var random = SeededGenerator(seed: seed)
  func value(_ depth: Int) -> String {
    switch Int.random(in: 0..<(depth > 4 ? 5 : 7), using: &random) {
    case 0: return "null"
    case 1: return "true"
    case 2: return String(Int.random(in: -999...999, using: &random)) + ".5"
    case 3: return "\"长\\n\\u4e2d\""
    case 4: return "\"\""
    case 5:
      let items = (0..<Int.random(in: 0..<4, using: &random)).map { _ in value(depth + 1) }
      return "[ " + items.joined(separator: " ,\n") + "]"
    default:
      let items = (0..<Int.random(in: 0..<4, using: &random)).map {
        "\"k\($0)\": " + value(depth + 1)
      }
      return "{" + items.joined(separator: ",") + " }"
    }
  }
  for _ in 0..<20 {
    let text = "[" + value(0) + "]"
    let tree = try read(text)
    #expect(
      (0..<tree.count).allSatisfy {
        tree.next(after: $0) > $0 && tree.next(after: $0) <= tree.count
      }
    )
    #expect(tree.next(after: 0) == tree.count, "seed \(seed)")
    let bytes = Array(text.utf8)
    for end in 0..<bytes.count {
      let problem = try #require(try problem(bytes[..<end]), "seed \(seed): \(text) \(end)")
      #expect((0...end).contains(problem.offset), "seed \(seed)")
    }
  }
}
