import TestSupport
import Testing
import UnicodeText

private let alphabet = Array("王张李曾单重阿·买提 -AbZz09（）é㛃𠅤𬭼中国")

private func text(_ random: inout SeededGenerator) -> String {
  String(
    (0..<Int.random(in: 0...6, using: &random)).map { _ in
      alphabet.randomElement(using: &random) ?? "王"
    }
  )
}

@Test(arguments: ["zh-u-co-pinyin", "zh-u-co-stroke"])
func keysCompareAsTheirTextsDo(_ locale: String) throws {
  let order = try TextOrder(locale: locale)
  for seed in 0..<20 as Range<UInt64> {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<40 {
      let (left, right) = (text(&random), text(&random))
      let (one, other) = (try order.key(of: left), try order.key(of: right))
      let message = "seed \(seed) \(left) \(right)"
      if one.lexicographicallyPrecedes(other) {
        #expect(try order.precedes(left, right), "\(message)")
      } else if other.lexicographicallyPrecedes(one) {
        #expect(try order.precedes(right, left), "\(message)")
      }
    }
  }
}

@Test func aKeyEndsWithItsOnlyZero() throws {
  let order = try TextOrder()
  for text in ["", "王", "阿依古丽·买买提", String(repeating: "长", count: 300), "a\u{301}"] {
    let key = try order.key(of: text)
    #expect(key.last == 0)
    #expect(!key.dropLast().contains(0))
  }
}

@Test func aLongTextHasAWholeKey() throws {
  let order = try TextOrder()
  let long = String(repeating: "𠅤", count: 500)
  #expect(try order.key(of: long).count > order.key(of: String(long.dropLast())).count)
}

@Test(arguments: [
  ("", 0), ("abc", 3), ("王㛃", 4), ("𠅤", 2), ("（）", 4), ("é", 1), ("e\u{301}", 1), ("가", 2),
  ("ｶ", 1), ("Ａ", 2), ("བསོད", 3), ("…", 1), ("·", 1), ("葛\u{E0100}", 2), ("a\u{200B}b", 2),
  ("😀", 2),
])
func wideCharactersTakeTwoColumns(_ vector: (String, Int)) {
  #expect(TerminalColumns.count(of: vector.0) == vector.1, "\(vector.0)")
}
