import TestSupport
import Testing

@testable import JSON

/// Reads a text that must be JSON.
func read(_ text: String) throws -> JSONTree {
  try #require(JSONReader()).read(Array(text.utf8))
}

/// Returns what is wrong with bytes that must be no JSON.
func problem(_ bytes: some Collection<UInt8>) throws -> JSONProblem? {
  let reader = try #require(JSONReader())
  do throws(JSONProblem) {
    _ = try reader.read(Array(bytes))
    return nil
  } catch {
    return error
  }
}

@Test func everyKindOfValueIsRead() throws {
  let tree = try read(#"{"a":null,"b":true,"c":false,"d":1.50,"e":"x\n中","f":[1,2],"g":{}}"#)
  let kinds = tree.children(of: 0).map { tree.kind(of: $0) }
  #expect(kinds == [.null, .yes, .no, .number, .string, .array, .object])
  #expect(tree.children(of: 0).map { tree.text(of: $0) }.contains("x\n中"))
  #expect(tree.count == 10)
}

@Test(arguments: ["0", "-1", "1.50", "3500.00", "1e5", "-0.0", "220104198605040039", "0.10"])
func aNumberKeepsItsExactText(_ number: String) throws {
  let tree = try read("{\"n\": \(number) }")
  #expect(tree.children(of: 0).map { tree.text(of: $0) } == [number])
}

@Test(arguments: ["1", "\"x\"", "true", "null", "  [ ]  "])
func aValueOfAnyKindMayStandAlone(_ text: String) throws {
  #expect(try read(text).offset(of: 0) == text.prefix { $0 == " " }.count)
}

@Test func offsetsAreThoseOfTheSource() throws {
  let text = #"{"中": [1, {"b":  "x"}]}"#
  let tree = try read(text)
  let bytes = Array(text.utf8)
  let starts = (0..<tree.count).map { Character(Unicode.Scalar(bytes[tree.offset(of: $0)])) }
  #expect(starts == ["{", "[", "1", "{", "\""])
}

@Test func pointersFollowRFC6901() throws {
  let tree = try read(#"{"a/b":{"~":[0,{"":1}]}}"#)
  #expect(
    (0..<tree.count).map { tree.pointer(to: $0) } == [
      "", "/a~1b", "/a~1b/~0", "/a~1b/~0/0", "/a~1b/~0/1", "/a~1b/~0/1/",
    ]
  )
}

@Test func repeatedMembersAreFoundWhateverTheirSpelling() throws {
  let tree = try read(#"{"id":1,"x":{"id":2},"i\u0064":3,"id":4}"#)
  #expect(tree.duplicates.map { tree.text(of: $0) } == ["3", "4"])
}

@Test func repeatedMembersAreFoundInLargeObjects() throws {
  let members = (0..<5000).map { "\"k\($0)\":\($0)" } + ["\"k7\":0", "\"k4999\":0"]
  let tree = try read("{" + members.joined(separator: ",") + "}")
  #expect(tree.duplicates.map { tree.key(of: $0) } == ["k7", "k4999"])
}

private let broken: [(text: String, reason: JSONProblem.Reason, offset: Int)] = [
  ("", .empty, 0), ("  ", .empty, 2),
  (#"{"a":NaN}"#, .badLiteral, 5), (#"{"a":tru}"#, .badLiteral, 5),
  (#"{"a":None}"#, .badLiteral, 5),
  (#"{"a":nul}"#, .badLiteral, 5),
  (#"{"a":01}"#, .badNumber, 5), (#"{"a":1.}"#, .badNumber, 5), (#"{"a":-}"#, .badNumber, 5),
  (#"{"a":"\ud83d"}"#, .badString, 5), (#"{"a":"\q"}"#, .badString, 5),
  ("{\"a\":\"x\u{1}y\"}", .rawControl, 7),
  (#"{"a":1} x"#, .trailing, 8), (#"{"a":1}}"#, .trailing, 7), (#"{"a":1},{"b":2}"#, .trailing, 8),
  (#"{"a":"x"#, .unclosed, 5), (#"{"a":[1,2"#, .unclosed, 5), (#"{"a":{"b":1}"#, .unclosed, 0),
]

@Test(arguments: broken.indices)
func aBrokenTextSaysWhatAndWhere(_ index: Int) throws {
  let (text, reason, offset) = broken[index]
  let problem = try #require(try problem(Array(text.utf8)), "\(text)")
  #expect(problem.reason == reason, "\(text)")
  #expect(problem.offset == offset, "\(text)")
}

@Test(arguments: [
  #"{"a":1,}"#, #"{"a":[1,]}"#, #"{"a" 1}"#, #"{"a":1 "b":2}"#, #"{,}"#, #"{"a":[1,2}}"#,
])
func aWrongStructureIsRefused(_ text: String) throws {
  #expect(try problem(Array(text.utf8)) != nil, "\(text)")
}

@Test func bytesThatAreNotUTF8AreFound() throws {
  let bytes = Array(#"{"name":""#.utf8) + [0xD5, 0xC5] + Array(#""}"#.utf8)
  #expect(try problem(bytes) == JSONProblem(reason: .badUTF8, offset: 9))
}

@Test func aTextThatEndsInsideACharacterIsCutOffNotMisencoded() throws {
  let bytes = Array(#"{"name":"张三"#.utf8)
  #expect(try problem(bytes.dropLast(1))?.reason == .unclosed)
  #expect(try problem(bytes.dropLast(2))?.reason == .unclosed)
}

@Test(arguments: [64, 65, 200, 100_000])
func nestingDeeperThan64IsRefusedWithoutFalling(_ depth: Int) throws {
  let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
  let problem = try problem(Array(text.utf8))
  #expect((problem == nil) == (depth <= 64))
  if depth > 64 { #expect(problem == JSONProblem(reason: .tooDeep, offset: 64)) }
  let half = try #require(try JSONTests.problem(Array(repeating: UInt8(ascii: "{"), count: depth)))
  #expect(half.offset <= depth)
}

@Test func aStringOfTenMillionBytesIsRead() throws {
  let long = String(repeating: "长", count: 3_400_000)
  let tree = try read("{\"a\":\"\(long)\"}")
  #expect(tree.bytes(of: 1).count == 10_200_000)
}

@Test func oneReaderReadsManyTextsOneAfterAnother() throws {
  let reader = try #require(JSONReader())
  for number in 0..<200 {
    let text = "{\"n\":\(number)}" + (number.isMultiple(of: 3) ? "x" : "")
    let tree = try? reader.read(Array(text.utf8))
    #expect((tree == nil) == number.isMultiple(of: 3))
    if let tree { #expect(tree.text(of: 1) == String(number)) }
  }
}

@Test(arguments: 0..<20 as Range<UInt64>)
func noMutationMakesTheReaderFall(_ seed: UInt64) throws {
  var random = SeededGenerator(seed: seed)
  let reader = try #require(JSONReader())
  let sample = Array(RecordFixtures.filing(1, kind: .terminate).utf8)
  for _ in 0..<200 {
    var bytes = sample
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: place)
      default: bytes.insert(contentsOf: bytes[..<min(place, 9)], at: place)
      }
    }
    do throws(JSONProblem) {
      let tree = try reader.read(bytes)
      #expect((0..<tree.count).allSatisfy { tree.offset(of: $0) < bytes.count }, "seed \(seed)")
    } catch {
      #expect((0...bytes.count).contains(error.offset), "seed \(seed)")
    }
  }
}
