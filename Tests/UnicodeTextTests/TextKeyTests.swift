import Testing
import UnicodeText

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
