import Diagnostics
import Records
import TestSupport
import Testing

private func judge(name: String) throws -> RowOutcome {
  try judge(person: "\"name\":\"\(name)\",\"idType\":\"08\",\"idNumber\":\"E12345678\"")
}

@Test(arguments: [
  "王㛃", "李䶮", "赵𬭼", "𠅤𫓧", "阿卜杜拉·买买提", "José Luis", "O'Neill-Smith", "欧阳",
  "阿不都热合曼阿不都热合曼阿不都热合曼阿不都热合曼阿", "古丽娜尔古丽娜尔古丽娜尔古丽娜尔古丽娜尔古丽",
  String(repeating: "长", count: 50),
])
func aNameOfAnyoneIsKeptAsItIs(_ name: String) throws {
  let filing = try #require(try judge(name: name).filing, "\(name)")
  #expect(Array(filing.employee.name.unicodeScalars) == Array(name.unicodeScalars))
  #expect(filing.notices.isEmpty)
}

@Test(arguments: ["•", "‧", "・", "．", "."])
func aSeparatorBetweenHanziBecomesTheOneOfTheStandard(_ mark: String) throws {
  let filing = try #require(try judge(name: "阿卜杜拉\(mark)买买提").filing)
  #expect(filing.employee.name == "阿卜杜拉·买买提")
  #expect(filing.notices.map(\.code) == ["V-01b"])
}

@Test(arguments: [
  (" 张三 ", "张三", []), ("ＪＯＨＮ　ＳＭＩＴＨ", "JOHN SMITH", ["V-01c"]),
  ("JOHN   SMITH", "JOHN SMITH", ["V-01c"]), ("张\u{E81E}", "张\u{9FB4}", ["record.legacyCharacter"]),
  ("张　三", "张 三", ["V-01d", "V-01c"]),
  ("张\u{200B}三", "张三", ["record.invisible"]),
  ("Jose\u{301}", "José", ["record.normalised"]),
])
func slipsOfTheKeyboardAreMendedWithAWarning(_ vector: (String, String, [String])) throws {
  let filing = try #require(try judge(name: vector.0).filing, "\(vector.0)")
  #expect(Array(filing.employee.name.unicodeScalars) == Array(vector.1.unicodeScalars))
  #expect(filing.notices.map(\.code) == vector.2)
}

@Test(arguments: [
  "张三1", "张?三", "张□", "🙂", "张（三）", String(repeating: "长", count: 51),
  "张<b>", "张,三", "張三、李四",
])
func whatIsNoNameIsRefused(_ name: String) throws {
  #expect(
    try judge(name: name).rejection?.reasons.contains { $0.code == "V-01" } == true,
    "\(name)"
  )
}

@Test(arguments: ["张\u{F8FF}", "张\u{F0000}", "\u{10FFFD}三"])
func aHomemadeCharacterOfAnyAreaIsRefused(_ name: String) throws {
  let reasons = try #require(try judge(name: name).rejection).reasons
  #expect(reasons.map(\.code) == ["record.privateUse"])
}

@Test func aHomemadeCharacterIsExplained() throws {
  let reasons = try #require(try judge(name: "张\u{E000}").rejection).reasons
  #expect(reasons.map(\.code) == ["record.privateUse"])
  #expect(reasons.first?.message == "姓名含有私有区的造字：“\u{E000}”（U+E000）")
  #expect(reasons.first?.expected?.contains("GB 18030-2022") == true)
}

@Test func every24LeftoversHaveAStandardCharacter() throws {
  let leftovers: [UInt32] = [
    0xE816, 0xE817, 0xE818, 0xE81E, 0xE826, 0xE82B, 0xE82C, 0xE831, 0xE832, 0xE83B, 0xE843, 0xE854,
    0xE855, 0xE864,
  ]
  for code in leftovers {
    let scalar = try #require(Unicode.Scalar(code))
    let filing = try #require(try judge(name: "张\(scalar)").filing, "U+\(String(code, radix: 16))")
    let last = try #require(filing.employee.name.unicodeScalars.last)
    #expect(!(0xE000...0xF8FF).contains(last.value))
  }
}

@Test func otherTextsAreFreedOfWhatNoLineCanHold() throws {
  let row = RecordFixtures.filing(1).replacing(
    #/"workLocation":"[^"]*"/#,
    with: #""workLocation":"长春市\n南关区\u200b示例路""#
  )
  let filing = try #require(try open(RecordFixtures.document([row])).outcomes.first?.filing)
  #expect(filing.contract.workLocation == "长春市 南关区示例路")
  #expect(filing.notices.map(\.code) == ["record.lineBreak", "record.invisible"])
}
