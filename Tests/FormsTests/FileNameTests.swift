import Diagnostics
import Forms
import Records
import TestSupport
import Testing

/// Returns the file name that `pattern` gives when the position is `value`.
private func fileName(_ pattern: String, _ value: String = "收银员") throws -> String {
  let records = try RecordSet.sample(position: value)
  let form = try FormText.filing("正文", "fileName: \"\(pattern)\"\n").opened()
  return form.fileName(for: records.filings[0], batch: records.batch)
}

@Test func theNameIsMadeOfFieldsAndText() throws {
  #expect(try fileName("{form.title}_{e.name}_{c.no}") == "吉林证明_张三_LD-f1")
  #expect(try fileName("{c.startDate:中文日期}（{e.sex}）") == "2021年10月8日（男）")
  let records = try RecordSet.sample()
  let standard = try FormText.filing("正文").opened()
  #expect(standard.fileName(for: records.filings[1], batch: records.batch) == "吉林证明_王㛃_LD-f2")
  let roster = try FormText.roster("名册").opened()
  #expect(roster.fileName(for: nil, batch: records.batch) == "名册_2021-10-20")
}

@Test(arguments: [
  ("a/b:c*d?e<f>g|h", "abcdefgh"), ("../../etc/passwd", "etcpasswd"), ("-rf", "rf"),
  (".hidden", "hidden"),
  ("CON", "_CON"), ("com1.txt", "_com1.txt"), ("nul", "_nul"), ("console", "console"),
  ("a\\\\b", "ab"), ("PRN", "_PRN"), ("AUX.tar.gz", "_AUX.tar.gz"), ("LPT0", "LPT0"),
  ("COM10", "COM10"), ("con .x", "_con .x"), ("NULL", "NULL"), ("名\u{3000}册", "名 册"),
  ("名\u{202E}册\u{200B}", "名册"), ("葛\u{E0100}", "葛\u{E0100}"), ("👨‍👩‍👧", "👨👩👧"),
  ("$(rm -rf ~)", "$(rm -rf ~)"), ("- - 名", "名"), ("名-.", "名-"), ("100%", "100%"),
  ("名 . .", "名"), ("...", "test"), ("***", "test"), ("e\u{301}cole", "\u{E9}cole"), ("𬭼𠮷", "𬭼𠮷"),
])
func everyFileSystemTakesTheName(_ value: String, _ expected: String) throws {
  #expect(try fileName("{c.position}", value) == expected)
}

@Test func noNameIsLongerThanTwoHundredBytes() throws {
  for value in [String(repeating: "名", count: 90), String(repeating: "a𠮷", count: 45)] {
    let name = try fileName("{c.position}{c.position}", value)
    #expect(name.utf8.count <= 200)
    #expect(name.utf8.count > 190)
    #expect((value + value).hasPrefix(name))
  }
}

@Test(arguments: ["CON.", "com1.名", "LPT9. "])
func aReservedNameKeepsTheLimitOfBytes(_ start: String) throws {
  let rest = String(repeating: "x", count: 150)
  let name = try fileName("{c.position}\(rest)", start + String(repeating: "x", count: 90))
  #expect(name.hasPrefix("_"))
  #expect(name.utf8.count <= 200)
}

/// Windows reads the superscript digits of ISO 8859-1 as digits in device names.
@Test(arguments: ["COM¹", "lpt²", "COM³.txt"])
func deviceNamesWithSuperscriptDigitsAreReserved(_ value: String) throws {
  #expect(try fileName("{c.position}", value) == "_\(value)")
}

@Test(arguments: ["}{e.name}", "{e.name}}_{c.no}", "a}b", "{e.name", "{e.name}{"])
func bracesThatDoNotPairAreNamed(_ pattern: String) {
  let (form, diagnostics) = FormText.filing("正文", "fileName: \"\(pattern)\"\n").open()
  #expect(form == nil)
  #expect(
    diagnostics.map(\.description) == [
      "form.yaml:4:12：错误：文件名中的花括号不成对；现为“\(pattern)”；"
        + "应为形如 {form.title}_{e.name}_{c.no} [form.fileName]"
    ]
  )
}

@Test func aLongNameIsCutBetweenCharacters() throws {
  let cases: [(String, Int, Int)] = [
    ("名", 66, 198), ("𠮷", 50, 200), ("a", 200, 200), ("é", 100, 200),
  ]
  for (character, count, bytes) in cases {
    // A position has a hundred characters at most.
    let name = try fileName(
      "{c.position}{c.position}{c.position}",
      String(repeating: character, count: 90)
    )
    #expect(name == String(repeating: character, count: count))
    #expect(name.utf8.count == bytes)
  }
}

@Test func whatStandsAtTheCutIsTrimmedToo() throws {
  let start = String(repeating: "a", count: 198)
  let pattern = String(repeating: "a", count: 150) + "{c.position}"
  let rest = String(repeating: "a", count: 48)
  #expect(try fileName(pattern, rest + " .名册") == start)
  #expect(try fileName(pattern, rest + "b.名册") == start + "b")
}

@Test func anAbsentFieldLeavesItsPlaceEmpty() throws {
  #expect(try fileName("{f.remark}") == "test")
  #expect(try fileName("甲{f.remark}乙{t.date}丙") == "甲乙丙")
  #expect(try fileName("{f.remark}.{e.name}") == "张三")
}

@Test func theNameOfARosterKnowsTheHeadOfTheBatchOnly() {
  let text = FormText.roster("名册", "fileName: '{e.name}'\n")
  #expect(text.open().1.map(\.code) == ["form.fieldOutsideRows"])
}
