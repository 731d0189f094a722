import TestSupport
import Testing

@testable import JSON

private let names = ["id", "name", "employee", "list", "copies", "审核"]

/// What two readers have to agree on.
private struct Reading: Equatable {
  var problem: JSONProblem?
  var values: [String] = []

  init(_ bytes: [UInt8], _ reader: JSONReader) {
    do throws(JSONProblem) {
      let tree = try reader.read(bytes)
      values = (0..<tree.count).map { value in
        [
          "\(tree.kind(of: value)) \(tree.offset(of: value))",
          "\(tree.name(of: value)) \(tree.key(of: value)) \(tree.text(of: value))",
          "\(tree.next(after: value)) \(names.indices.map { tree.member(UInt8($0 + 1), of: value) })",
        ].joined(separator: " ")
      }
      values.append("\(tree.duplicates)")
    } catch {
      problem = error
    }
  }
}

@Test(arguments: 0..<40 as Range<UInt64>)
func plainTextsAreReadAsSimdjsonReadsThem(_ seed: UInt64) throws {
  var random = SeededGenerator(seed: seed)
  let plain = try #require(JSONReader(names: names, maxDepth: 6))
  let thorough = try #require(JSONReader(names: names, maxDepth: 6, isThorough: true))
  for _ in 0..<300 {
    var bytes = Array(value(depth: 0, &random).utf8)
    for _ in 0..<Int.random(in: 0...2, using: &random) { mutate(&bytes, &random) }
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(Reading(bytes, plain) == Reading(bytes, thorough), "seed \(seed): \(text)")
  }
}

@Test func textsThatRecurHaveTheSameNumber() throws {
  let reader = try #require(JSONReader(names: names))
  let first = try reader.read(Array(#"{"name":"会计","list":["会计","店长",""]}"#.utf8))
  let second = try reader.read(Array(#"{"list":["店长","会计",5]}"#.utf8))
  #expect(first.known(of: 1) == first.known(of: 3))
  #expect(Set([1, 4, 5].map { first.known(of: $0) }).count == 3)
  #expect([2, 3, 4].map { second.known(of: $0) } == [first.known(of: 4), first.known(of: 1), 0])
}

@Test func differentTextsNeverHaveTheSameNumber() throws {
  let reader = try #require(JSONReader(names: names))
  var texts: [UInt64: String] = [:]
  for number in 0..<20_000 {
    let text = String(repeating: "字", count: number % 17) + String(number * number % 7919)
    let known = try reader.read(Array("{\"name\":\"\(text)\"}".utf8)).known(of: 1)
    #expect(known == 0 ? text.utf8.count > 48 : texts[known, default: text] == text)
    texts[known] = text
  }
}

@Test func aTextOutOfTheOrdinaryHasNoNumber() throws {
  let reader = try #require(JSONReader(names: names))
  let long = String(repeating: "长", count: 17)
  let tree = try reader.read(Array("{\"name\":\"\(long)\"}".utf8))
  #expect(tree.known(of: 1) == 0 && tree.text(of: 1) == long)
  #expect(try reader.read(Array(#"{"name":"a\u0062"}"#.utf8)).known(of: 1) == 0)
}

// MARK: Random texts

private let texts = [
  "", "a", "会计", "吉林省长春市南关区示例街1号", "\\\"", "\\u4e2d", "\u{7F}", "1234567", "12345678",
]
private let numbers = [
  "0", "-1", "12", "3500.50", "01", "1e5", "-", "1.", "-0", "12345678901234567890", "0.1E-2",
]
private let spaces = ["", "", "", "", " ", "\n  ", "\t", "\r\n"]

private func value(depth: Int, _ random: inout SeededGenerator) -> String {
  let space = spaces.randomElement(using: &random) ?? ""
  let count = Int.random(in: 0...4, using: &random)
  switch Int.random(in: depth > 6 ? 3...6 : depth == 0 ? 0...2 : 0...6, using: &random) {
  case 0, 1:
    let members = (0..<count).map { _ in
      let known = names.randomElement(using: &random) ?? ""
      let name = Int.random(in: 0..<30, using: &random) == 0 ? "其他" : known
      return "\(space)\"\(name)\"\(space):\(value(depth: depth + 1, &random))"
    }
    return space + "{" + members.joined(separator: ",") + space + "}" + space
  case 2:
    let elements = (0..<count).map { _ in value(depth: depth + 1, &random) }
    return space + "[" + elements.joined(separator: ",") + space + "]" + space
  case 3: return space + (["true", "false", "null"].randomElement(using: &random) ?? "") + space
  case 4: return space + (numbers.randomElement(using: &random) ?? "") + space
  default: return space + "\"" + (texts.randomElement(using: &random) ?? "") + "\"" + space
  }
}

private func mutate(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
  guard let place = bytes.indices.randomElement(using: &random) else { return }
  switch Int.random(in: 0..<4, using: &random) {
  case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
  case 1: bytes[place] = Array("\"{}[],:x\\0 ".utf8).randomElement(using: &random) ?? 0
  case 2: bytes.remove(at: place)
  default: bytes.removeSubrange(place...)
  }
}
