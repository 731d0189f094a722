import Calendar
import Diagnostics
import Records
import TestSupport
import Testing

/// What becomes of one row whose person is `person` (members without braces), the rest being sound.
func judge(person: String, asOf: String = "2026-11-20") throws -> RowOutcome {
  let row = RecordFixtures.filing(1).replacing(
    #/"employee":\{[^}]*\}/#,
    with: "\"employee\":{\(person),\"phone\":\"13500000001\"}"
  )
  let text = RecordFixtures.document([row]).replacingFirst("2026-11-20", with: asOf)
  return try #require(try open(text).outcomes.first)
}

/// Returns the codes of everything said about a row with this identity.
private func codes(_ type: String, _ number: String) throws -> [String] {
  let person = "\"name\":\"张示例\",\"idType\":\"\(type)\",\"idNumber\":\"\(number)\""
  switch try judge(person: person) {
  case .accepted(let filing): return filing.notices.map(\.code)
  case .refused(let rejection): return ["refused"] + rejection.reasons.map(\.code)
  }
}

@Test(arguments: [
  ("110101199003077715", []),
  ("630101199501010072", []),
  ("220721198904124610", []),
  ("430203200002294564", []),
  ("220721158904124510", ["refused", "V-02b", "V-02a"]),
  ("220104198605040030", ["refused", "V-02a"]),
  ("110101190002290021", ["refused", "V-02b", "V-02a"]),
  ("220104650101123", []),
  ("110101800229002", []),
  ("110101810229002", ["refused", "V-02b"]),
  ("22010419860504003", ["refused", "V-02"]),
  ("2201041986050400399", ["refused", "V-02"]),
  ("22010419860504003?", ["refused", "V-02"]),
  ("ABC", ["refused", "V-02"]),
])
func aResidentNumberIsChecked(_ vector: (String, [String])) throws {
  #expect(try codes("01", vector.0) == vector.1)
}

@Test func aSmallXIsReadAsALargeOne() throws {
  let number = try #require(
    (1...999).lazy
      .map { RecordFixtures.resident(area: "220102", birth: "19900307", sequence: $0) }
      .first { $0.hasSuffix("X") }
  )
  let person = "\"name\":\"张示例\",\"idType\":\"01\",\"idNumber\":\"\(number.lowercased())\""
  let filing = try #require(try judge(person: person).filing)
  #expect(filing.employee.idNumber == number)
  #expect(filing.notices.map(\.code) == ["V-02x"])
}

@Test(arguments: [
  ("01", "２２０１０４１９８６０５０４００３９", "220104198605040039"),
  ("01", "220104 19860504 0039", "220104198605040039"),
  ("01", "220104　19860504　0039", "220104198605040039"),
  ("08", "Ｅ1234 5678", "E12345678"),
])
func fullWidthCharactersAndSpacesInNumbersAreMended(
  _ type: String,
  _ written: String,
  _ number: String
) throws {
  let person = "\"name\":\"张示例\",\"idType\":\"\(type)\",\"idNumber\":\"\(written)\""
  let filing = try #require(try judge(person: person).filing)
  #expect(filing.employee.idNumber == number)
  #expect(filing.notices.map(\.code) == ["V-02x"])
  #expect(filing.notices[0].message == "证件号码中的全角字符和空格已改正")
  // A number of another paper is too short to be hidden.
  #expect(type != "01" || !filing.notices[0].description.contains(written))
}

@Test func anUnusualPaperKeepsItsSpacesAndIsToldOfItsLetters() throws {
  let person = #""name":"张示例","idType":"99","idNumber":"任意证件 1a""#
  let filing = try #require(try judge(person: person).filing)
  #expect(filing.employee.idNumber == "任意证件 1A")
  #expect(filing.notices.map(\.message) == ["证件号码的小写字母已改为大写"])
}

@Test func aWrongCheckCharacterIsToldTheRightOne() throws {
  let person = "\"name\":\"张示例\",\"idType\":\"01\",\"idNumber\":\"220104198605040030\""
  let reason = try #require(try judge(person: person).rejection?.reasons.first)
  #expect(reason.message == "身份证号码校验码错误，应为9")
  #expect(reason.found == "220104********0030")
}

@Test(arguments: [
  ("04", "H12345678", []), ("04", "M12345678", ["refused", "V-02"]), ("05", "M1234567890", []),
  ("06", "12345678", []), ("06", "1234567", ["refused", "V-02"]),
  ("08", "E12345678", []), ("08", "E-1234", ["refused", "V-02"]), ("16", "E12345678", []),
  ("07", "ABC123456789012", []), ("07", "ABC12345678901", ["refused", "V-02"]),
  ("17", "810000197801020013", []), ("17", "830000198808081239", []),
  ("17", "810000197801020014", ["refused", "V-02a"]),
  ("99", "任意证件 1", []),
])
func otherPapersHaveTheirOwnForms(_ vector: (String, String, [String])) throws {
  #expect(try codes(vector.0, vector.1) == vector.2)
}

@Test func aPermanentResidentCardOf2023HasACheckCharacterAndIsNoResidentCard() throws {
  let sound = RecordFixtures.resident(area: "911156", birth: "19800101", sequence: 1)
  #expect(try codes("07", sound) == [])
  let wrong = String(sound.dropLast()) + (sound.hasSuffix("5") ? "6" : "5")
  #expect(try codes("07", wrong) == ["refused", "V-02a"])
  #expect(try codes("01", sound) == ["refused", "V-02"])
}

@Test func sexAndBirthdayComeFromTheNumberAndMustAgreeWithIt() throws {
  let identity = "\"name\":\"张示例\",\"idType\":\"01\",\"idNumber\":\"630101199501010072\""
  let filing = try #require(try judge(person: identity).filing)
  #expect(filing.employee.sex == .male || filing.employee.sex == .female)
  #expect(filing.employee.sex == .male)
  #expect(filing.employee.birthDate?.description == "1995-01-01")
  let man = try judge(person: identity + ",\"sex\":\"女\",\"birthDate\":\"1995-01-02\"")
  #expect(man.rejection?.reasons.map(\.code) == ["V-02c", "V-02c"])
}

@Test func nobodyIsBornAfterTheDayOfTheFile() throws {
  let number = RecordFixtures.resident(area: "220102", birth: "20200101", sequence: 3)
  let person = "\"name\":\"张示例\",\"idType\":\"01\",\"idNumber\":\"\(number)\""
  #expect(try judge(person: person, asOf: "2019-12-31").rejection?.reasons.map(\.code) == ["V-02b"])
  #expect(try judge(person: person, asOf: "2020-01-01").filing != nil)
}

@Test(arguments: [
  ("91220102MA0Y00008L", []), ("91530302MA6K00006R", []), ("91140100MA0K00005K", []),
  ("91430203MA4L000039", []), ("92220102MA15438D0X", ["V-03b"]), ("91350100M000100Y43", []),
  ("91220104MA15XJNY84", ["V-03"]), ("91220102MA0Y0000IL", ["V-03"]), ("9122", ["V-03"]),
])
func aCreditCodeIsChecked(_ vector: (String, [String])) {
  let head = RecordFixtures.head().replacingFirst(RecordFixtures.employerCode, with: vector.0)
  var said: [Diagnostic] = []
  do throws(RecordFailure) {
    said = try openRecords(ByteSource(name: "x", bytes: Array(head.utf8))) { _ in }.diagnostics
  } catch {
    if case .unusable(let diagnostics, _) = error { said = diagnostics }
  }
  #expect(said.map(\.code).filter { $0 != "V-03o" } == vector.1)
}

@Test(arguments: [
  ("18491231", false), ("18500101", true), ("19400601", true), ("19860504", true),
  ("20261120", true), ("20261121", false),
])
func aBirthdayLiesBetween1850AndTheDayOfTheFile(_ vector: (String, Bool)) throws {
  let number = RecordFixtures.resident(area: "220102", birth: vector.0, sequence: 3)
  #expect(try codes("01", number) == (vector.1 ? [] : ["refused", "V-02b"]))
}
