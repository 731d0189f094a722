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
  ("名 . .", "名"), ("...", "test"), ("***", "test"), ("e\u{301}cole", "\u{E9}cole"), ("𬭼𠮷", "𬭼𠮷"),
])
func everyFileSystemTakesTheName(_ value: String, _ expected: String) throws {
  #expect(try fileName("{c.position}", value) == expected)
}

@Test func noNameIsLongerThanTwoHundredBytes() throws {
  for value in [String(repeating: "名", count: 300), String(repeating: "a𠮷", count: 90)] {
    let name = try fileName("{c.position}", value)
    #expect(name.utf8.count <= 200)
    #expect(name.utf8.count > 190)
    #expect(value.hasPrefix(name))
  }
}
