import Calendar
import Diagnostics
import TestSupport
import Testing

@testable import Records

private let residents: [(text: String, full: String, birth: String, sex: Sex)] = [
  ("110101199003077715", "110101199003077715", "1990-03-07", .male),
  ("630101199501010072", "630101199501010072", "1995-01-01", .male),
  ("220721198904124610", "220721198904124610", "1989-04-12", .male),
  ("430203200002294564", "430203200002294564", "2000-02-29", .female),
  ("220104650101123", "220104196501011234", "1965-01-01", .male),
  ("110101800229002", "110101198002290026", "1980-02-29", .female),
  ("810000197801020013", "810000197801020013", "1978-01-02", .male),
  ("830000198808081239", "830000198808081239", "1988-08-08", .male),
]

@Test(arguments: residents.indices)
func aResidentNumberTellsBirthdayAndSex(_ index: Int) throws {
  let (text, full, birth, sex) = residents[index]
  let number = try #require(ResidentNumber(text))
  #expect(number.isCheckRight)
  #expect(number.full == full)
  #expect(number.birthDate?.description == birth)
  #expect(number.sex == sex)
  #expect(number.isOld == (text.count == 15))
  #expect(number.digits.count == 17)
}

@Test(arguments: [("995", "19"), ("996", "18"), ("999", "18"), ("986", "19")])
func anOldNumberOfACentenarianIsOfTheCenturyBefore(_ vector: (String, String)) throws {
  let number = try #require(ResidentNumber("220104650101" + vector.0))
  #expect(number.full.dropFirst(6).hasPrefix(vector.1 + "650101"))
}

@Test(arguments: 0..<10 as Range<UInt64>)
func noSingleWrongDigitPassesTheCheck(_ seed: UInt64) throws {
  var random = SeededGenerator(seed: seed)
  let sound = RecordFixtures.resident(
    area: "220102",
    birth: "19\(Int.random(in: 60...99, using: &random))0307",
    sequence: Int.random(in: 1...999, using: &random)
  )
  for place in 0..<18 {
    for mark in place == 17 ? "0123456789X" : "0123456789" {
      var wrong = Array(sound)
      guard wrong[place] != mark else { continue }
      wrong[place] = mark
      #expect(ResidentNumber(String(wrong))?.isCheckRight == false, "\(sound) \(place) \(mark)")
    }
  }
  // Neighbours that have changed places are found too.
  for place in 0..<16 where Array(sound)[place] != Array(sound)[place + 1] {
    var wrong = Array(sound)
    wrong.swapAt(place, place + 1)
    #expect(ResidentNumber(String(wrong))?.isCheckRight == false, "\(sound) \(place)")
  }
}

@Test func everyCheckCharacterOccurs() {
  let numbers = (1...400).map {
    RecordFixtures.resident(area: "530302", birth: "19880808", sequence: $0)
  }
  #expect(Set(numbers.compactMap(\.last)) == Set("0123456789X"))
  #expect(numbers.allSatisfy { ResidentNumber($0)?.isCheckRight == true })
}

@Test(arguments: [
  "", "1", "22010265010112", "2201026501011234", "22010219900307771", "2201021990030777155",
  "22010219900307771x", "X20102199003077715", "2201021990030777X5", "２20102199003077715",
  "22010265010112X", "220102 19900307771",
])
func whatIsNoResidentNumberGivesNothing(_ text: String) {
  #expect(ResidentNumber(text) == nil)
}

private let papers: [(type: IdentityType, fits: [String], not: [String])] = [
  (
    .hongKong, ["H12345678", "H123456789", "H1234567890"],
    ["H1234567", "H12345678901", "M12345678", "h12345678", "H1234567A", "", "H"]
  ),
  (
    .macao, ["M12345678", "M123456789", "M1234567890"],
    ["M1234567", "M12345678901", "H12345678", "M1234567A", ""]
  ),
  (.taiwan, ["12345678", "123456789", "1234567890"], ["1234567", "12345678901", "A2345678", ""]),
  (
    .permanentResident, ["ABC123456789012"],
    ["AB1234567890123", "ABC12345678901", "ABC1234567890123", "abc123456789012", "ABCD23456789012"]
  ),
  (
    .passport, ["E1234", "E12345678", "12345678901234567", "ABCDE"],
    ["E123", "123456789012345678", "e12345678", "E-12345", "E 12345", "护照12345"]
  ),
  (.chinesePassport, ["G1234", "EA1234567"], ["G123", "EA-234567"]),
  (
    .officer, ["军字第123456号", "1", String(repeating: "长", count: 40)],
    ["", String(repeating: "长", count: 41)]
  ),
  (.socialSecurityCard, ["220102 123"], [""]),
]

@Test(arguments: papers.indices)
func everyPaperHasItsForm(_ index: Int) {
  let (type, fits, not) = papers[index]
  for text in fits { #expect(IdentityForm.fits(text, type), "\(type) \(text)") }
  for text in not { #expect(!IdentityForm.fits(text, type), "\(type) \(text)") }
}

@Test func theFormOfEveryPaperIsSaidInWords() {
  let words: [IdentityType: String] = [
    .residentCard: "18位，前17位为数字，末位为数字或 X", .regionalResident: "18位，前17位为数字，末位为数字或 X",
    .hongKong: "H 加 8 至 10 位数字", .macao: "M 加 8 至 10 位数字", .taiwan: "8 至 10 位数字",
    .permanentResident: "以 9 开头的18位，或 3 个字母加 12 位数字", .passport: "5 至 17 位大写字母和数字",
    .chinesePassport: "5 至 17 位大写字母和数字",
  ]
  for type in IdentityType.allCases {
    #expect(
      IdentityForm.description(of: type).description == words[type] ?? "40个字符以内",
      "\(type)"
    )
  }
}

@Test(arguments: [
  "91220102MA0Y00008L", "91530302MA6K00006R", "91140100MA0K00005K", "91430203MA4L000039",
  "92220102MA15438D0X", "91350100M000100Y43",
])
func aSoundCreditCodeIsRightAndNoSingleSlipIs(_ text: String) throws {
  let code = try #require(CreditCode(text))
  #expect(code.isCheckRight)
  #expect(code.prefix == String(text.prefix(2)))
  #expect(code.expectedCheck == text.last)
  for place in 0..<18 {
    for mark in "0123456789ABCDEFGHJKLMNPQRTUWXY" {
      var wrong = Array(text)
      guard wrong[place] != mark else { continue }
      wrong[place] = mark
      let isDigit = mark.isNumber
      if (2..<8).contains(place), !isDigit {
        #expect(CreditCode(String(wrong)) == nil, "\(place) \(mark)")
      } else {
        #expect(CreditCode(String(wrong))?.isCheckRight == false, "\(place) \(mark)")
      }
    }
  }
}

@Test(arguments: ["I", "O", "S", "V", "Z", "a", " ", "-", "０", "_"])
func aCreditCodeHasOnlyTheLettersOfItsStandard(_ mark: String) {
  #expect(CreditCode("91220102MA0Y0000" + mark + "L") == nil)
}

@Test(arguments: ["", "9122", "91220102MA0Y00008", "91220102MA0Y00008LL"])
func aCreditCodeHasEighteenCharacters(_ text: String) {
  #expect(CreditCode(text) == nil)
}

@Test(arguments: [
  ("MA0Y00008", true), ("MA6K00006", true), ("MA0K00005", true), ("MA4L00003", true),
  ("MA0Y00009", false), ("MA0Y0000X", false), ("MA0Y0000", false), ("MA0Y000088", false),
  ("ma0y00008", false), ("D2143569X", true), ("D21435690", false), ("000000000", true),
])
func anOrganisationCodeHasItsOwnCheck(_ vector: (String, Bool)) {
  #expect(OrganisationCode.isRight(Array(vector.0.utf8)) == vector.1, "\(vector.0)")
}

private let amounts: [(text: String, fen: Int, plain: String, grouped: String)] = [
  ("0", 0, "0.00", "0.00"), ("0.1", 10, "0.10", "0.10"), ("0.01", 1, "0.01", "0.01"),
  ("0.99", 99, "0.99", "0.99"), ("1", 100, "1.00", "1.00"), ("999.99", 99_999, "999.99", "999.99"),
  ("1000", 100_000, "1000.00", "1,000.00"), ("49500.00", 4_950_000, "49500.00", "49,500.00"),
  ("100000", 10_000_000, "100000.00", "100,000.00"),
  ("1000000.05", 100_000_005, "1000000.05", "1,000,000.05"),
  ("999999999999.99", 99_999_999_999_999, "999999999999.99", "999,999,999,999.99"),
  ("007", 700, "7.00", "7.00"),
]

@Test(arguments: amounts.indices)
func anAmountIsReadAndPrintedToTheFen(_ index: Int) throws {
  let (text, fen, plain, grouped) = amounts[index]
  let money = try #require(Money(text))
  #expect((money.fen, money.description, money.grouped) == (fen, plain, grouped))
  #expect(Money(plain) == money)
}

@Test func amountsBelowNothingKeepTheirSign() {
  #expect(Money(fen: -1).description == "-0.01")
  #expect(Money(fen: -123_456_789).grouped == "-1,234,567.89")
  #expect(Money(fen: -100).capitals == "负壹元整")
  #expect(groupedDigits(-1000) == "-1,000")
  #expect(groupedDigits(-100) == "-100")
  #expect(
    [0, 12, 123, 1234, 123_456].map(groupedDigits) == ["0", "12", "123", "1,234", "123,456"]
  )
}

@Test func amountsAddUpAndCompare() {
  #expect(Money(fen: 99) < Money(fen: 100))
  #expect([Money(fen: 5), Money(fen: -5), Money(fen: 0)].sorted().map(\.fen) == [-5, 0, 5])
}

@Test(arguments: 0..<20 as Range<UInt64>)
func printedAmountsReadBack(_ seed: UInt64) {
  var random = SeededGenerator(seed: seed)
  for _ in 0..<200 {
    let money = Money(fen: Int.random(in: 0..<100_000_000_000_000, using: &random))
    #expect(Money(money.description) == money, "seed \(seed)")
    #expect(Money(money.grouped.replacing(",", with: "")) == money, "seed \(seed)")
    let groups = money.grouped.dropLast(3).split(separator: ",")
    #expect(groups.dropFirst().allSatisfy { $0.count == 3 }, "seed \(seed)")
    #expect((1...3).contains(groups.first?.count ?? 0), "seed \(seed)")
  }
}

/// Returns the value of Chinese numerals, by the values of their characters alone.
private func value(_ numeral: String) -> Int {
  let digits = Array("零一二三四五六七八九")
  var (total, section, digit) = (0, 0, 0)
  for character in numeral {
    switch character {
    case "十": (section, digit) = (section + max(digit, 1) * 10, 0)
    case "百": (section, digit) = (section + digit * 100, 0)
    case "千": (section, digit) = (section + digit * 1000, 0)
    case "万": (total, section, digit) = (total + (section + digit) * 10_000, 0, 0)
    case "亿": (total, section, digit) = ((total + section + digit) * 100_000_000, 0, 0)
    default: digit = digits.firstIndex(of: character) ?? 0
    }
  }
  return total + section + digit
}

@Test func numeralsReadBackAsTheNumber() {
  for number in 0..<2000 { #expect(value(chineseNumeral(number)) == number) }
  var number = 1
  while number < 100_000_000_000 {
    for near in [number - 1, number, number + 1, number * 10, number * 3 + 7] {
      let text = chineseNumeral(near)
      #expect(value(text) == near, "\(text)")
      #expect(!text.contains("零零") && (near == 0 || !text.hasSuffix("零")), "\(text)")
      #expect(!text.hasPrefix("一十"), "\(text)")
    }
    number = number * 9 + 5
  }
  #expect(chineseNumeral(.min).hasPrefix("负"))
  #expect(chineseNumeral(10_001_000) == "一千万一千")
}

@Test(arguments: [
  ("2021-10-08", "二〇二一年十月八日"), ("2000-01-01", "二〇〇〇年一月一日"), ("1999-12-31", "一九九九年十二月三十一日"),
  ("2024-02-29", "二〇二四年二月二十九日"), ("2010-11-20", "二〇一〇年十一月二十日"), ("2026-06-10", "二〇二六年六月十日"),
])
func aDayInHanziReadsAsOneWritesIt(_ vector: (String, String)) throws {
  #expect(hanziDate(try #require(CivilDate(iso: vector.0))) == vector.1)
}

@Test func aFilterTakesJustTheKindsItNames() throws {
  let date = try #require(CivilDate(year: 2021, month: 1, day: 8))
  let values: [FieldKind: FieldValue] = [
    .text: .text("x"), .date: .date(date), .money: .money(Money(fen: 100)), .integer: .integer(3),
    .flag: .flag(true), .code: .code("x", label: "y"), .list: .list([]),
  ]
  #expect(Set(values.keys) == Set(FieldKind.allCases))
  for filter in ValueFilter.allCases where !filter.needsSubject {
    for kind in FieldKind.allCases {
      let value = try #require(values[kind])
      let isTaken = filter.apply(to: value) != nil
      #expect(isTaken == filter.kinds.contains(kind), "\(filter.rawValue) \(kind.rawValue)")
    }
  }
  #expect(
    ValueFilter.allCases.map(\.rawValue) == [
      "中文日期", "汉字日期", "紧凑日期", "大写", "千分位", "中文数字", "年", "月", "日", "去分",
      "周岁", "满月数", "年月", "勾选", "遮盖",
    ]
  )
  #expect(FieldKind.allCases.map(\.rawValue) == ["文字", "日期", "金额", "整数", "是否", "代码", "列表"])
}

@Test func filtersOfADayDropLeadingZerosButTheCompactOne() throws {
  let date = FieldValue.date(try #require(CivilDate(year: 2021, month: 1, day: 8)))
  let printed = ["年", "月", "日", "中文日期", "紧凑日期"].map {
    ValueFilter(rawValue: $0)?.apply(to: date)
  }
  #expect(printed == ["2021", "1", "8", "2021年1月8日", "20210108"])
}

@Test func filtersOfAnAmountKeepEveryFen() {
  let cases: [(Int, String, String, String)] = [
    (350_000, "3500", "3,500.00", "叁仟伍佰元整"), (350_001, "3500.01", "3,500.01", "叁仟伍佰元零壹分"),
    (0, "0", "0.00", "零元整"), (10, "0.10", "0.10", "壹角整"),
  ]
  for (fen, whole, grouped, capitals) in cases {
    let value = FieldValue.money(Money(fen: fen))
    #expect(ValueFilter.wholeYuan.apply(to: value) == whole)
    #expect(ValueFilter.grouped.apply(to: value) == grouped)
    #expect(ValueFilter.capitals.apply(to: value) == capitals)
  }
  #expect(ValueFilter.numeral.apply(to: .integer(37)) == "三十七")
  #expect(ValueFilter.grouped.apply(to: .integer(100_000)) == "100,000")
}

@Test func everyValuePrintsComparesAndIsThereInItsOwnWay() throws {
  let date = try #require(CivilDate(year: 2021, month: 10, day: 8))
  let cases: [(FieldValue, String, [String], [String], Bool)] = [
    (.text("甲"), "甲", ["甲"], ["乙", ""], true), (.text(""), "", [""], ["甲"], false),
    (.date(date), "2021-10-08", ["2021-10-08"], ["2021年10月8日"], true),
    (.money(Money(fen: 0)), "0.00", ["0.00"], ["0"], true),
    (.integer(0), "0", ["0"], ["零"], true), (.flag(true), "是", ["是", "true"], ["否", "1"], true),
    (.flag(false), "否", ["否", "false"], ["是", "true"], false),
    (.code("fixed", label: "固定期限"), "固定期限", ["fixed", "固定期限"], ["open"], true),
    (.list([]), "", [""], ["甲"], false),
    (.list([ItemValue("甲"), ItemValue("乙")]), "甲、乙", ["甲、乙"], ["甲"], true),
  ]
  for (value, printed, matches, not, isPresent) in cases {
    #expect(value.printed == printed)
    #expect(matches.allSatisfy(value.matches), "\(value)")
    #expect(!not.contains(where: value.matches), "\(value)")
    #expect(value.isPresent == isPresent, "\(value)")
  }
}

private let places: [(text: String, law: LegalBasis.Law, parts: [Int?])] = [
  ("LCL-46-5", .labourContractLaw, [46, nil, 5]), ("LCL-37", .labourContractLaw, [37, nil, nil]),
  ("LCL-38-p2", .labourContractLaw, [38, 2, nil]), ("LCL-41-p1-2", .labourContractLaw, [41, 1, 2]),
  ("LCLR-22", .implementingRegulation, [22, nil, nil]),
  ("WIIR-36", .injuryRegulation, [36, nil, nil]),
  ("LCL-1-p20-99", .labourContractLaw, [1, 20, 99]),
  ("LCL-500", .labourContractLaw, [500, nil, nil]),
]

@Test(arguments: places.indices)
func aLegalBasisIsTakenApart(_ index: Int) throws {
  let (text, law, parts) = places[index]
  let basis = try #require(LegalBasis(text))
  #expect(basis.law == law)
  #expect([basis.article, basis.paragraph, basis.item] == parts)
}

@Test(arguments: [
  "LCL-501", "LCL-38-p21", "LCL-38-p0", "LCL-38-p", "LCL-46-100", "LCL-46-0", "LCL-41-2-p1",
  "LCL-41-p1-2-3", "LCL--46", "LCL-46-５", "LCL-38-pp1", "LCL-38-P1", " LCL-46", "LCL 46",
])
func aLegalBasisBeyondItsBoundsGivesNothing(_ text: String) {
  #expect(LegalBasis(text) == nil)
}

@Test func aLawIsNamedOnceWhereItsPlacesFollowOneAnother() throws {
  let places = try ["LCL-44-1", "LCL-46-5", "LCLR-22", "WIIR-36", "LCL-50"].map {
    try #require(LegalBasis($0))
  }
  #expect(LegalBasis.text(of: []).isEmpty)
  #expect(
    LegalBasis.text(of: places)
      == "《中华人民共和国劳动合同法》第四十四条第（一）项、第四十六条第（五）项、"
      + "《中华人民共和国劳动合同法实施条例》第二十二条、《工伤保险条例》第三十六条、"
      + "《中华人民共和国劳动合同法》第五十条"
  )
  #expect(places.map(\.shortPlace) == ["第44条第（一）项", "第46条第（五）项", "实施条例第22条", "工伤条例第36条", "第50条"])
  #expect(places.last?.place == "第五十条")
}
