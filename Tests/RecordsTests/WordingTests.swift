import Calendar
import Records
import Testing

private let capitals: [(String, String)] = [
  ("0.00", "零元整"), ("1409.50", "壹仟肆佰零玖元伍角整"), ("0.01", "壹分"),
  ("6007.14", "陆仟零柒元壹角肆分"), ("0.10", "壹角整"), ("1680.32", "壹仟陆佰捌拾元零叁角贰分"),
  ("10.00", "壹拾元整"), ("107000.53", "壹拾万柒仟元零伍角叁分"), ("10.05", "壹拾元零伍分"),
  ("16409.02", "壹万陆仟肆佰零玖元零贰分"), ("325.04", "叁佰贰拾伍元零肆分"), ("20000.05", "贰万元零伍分"),
  ("1001.00", "壹仟零壹元整"), ("100000.00", "壹拾万元整"), ("1010.00", "壹仟零壹拾元整"),
  ("1000000.00", "壹佰万元整"), ("3500.00", "叁仟伍佰元整"), ("1000001.00", "壹佰万零壹元整"),
  ("98000.00", "玖万捌仟元整"), ("100000001.00", "壹亿零壹元整"), ("0.11", "壹角壹分"), ("1.01", "壹元零壹分"),
  ("10001000", "壹仟万壹仟元整"), ("100010000", "壹亿零壹万元整"),
  ("999999999999.99", "玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"),
]

@Test(arguments: capitals)
func anAmountInCapitalsFollowsTheBillRules(_ vector: (String, String)) throws {
  #expect(try #require(Money(vector.0)).capitals == vector.1)
}

/// Reads capitals back, by the values of their characters alone.
private func fen(_ capitals: String) -> Int {
  let digits = Array("零壹贰叁肆伍陆柒捌玖")
  var (total, section, digit, cents) = (0, 0, 0, 0)
  for character in capitals {
    switch character {
    case "拾": (section, digit) = (section + digit * 10, 0)
    case "佰": (section, digit) = (section + digit * 100, 0)
    case "仟": (section, digit) = (section + digit * 1000, 0)
    case "万": (total, section, digit) = (total + (section + digit) * 10_000, 0, 0)
    case "亿": (total, section, digit) = ((total + section + digit) * 100_000_000, 0, 0)
    case "元": (total, section, digit) = (total + section + digit, 0, 0)
    case "角": (cents, digit) = (cents + digit * 10, 0)
    case "分": (cents, digit) = (cents + digit, 0)
    default: digit = digits.firstIndex(of: character) ?? 0
    }
  }
  return total * 100 + cents
}

@Test func capitalsReadBackAsTheAmount() {
  var amount = 1
  while amount < 30_000_000_000_000 {
    for near in [amount - 1, amount, amount + 1, amount * 3 + 7] {
      #expect(fen(Money(fen: near).capitals) == near, "\(Money(fen: near).capitals)")
    }
    amount = amount * 7 + 3
  }
}

@Test(arguments: [
  ("0", 0), ("0.5", 50), ("3500", 350_000), ("3500.00", 350_000),
  ("999999999999.99", 99_999_999_999_999),
])
func moneyIsReadExactly(_ vector: (String, Int)) {
  #expect(Money(vector.0)?.fen == vector.1)
}

@Test(arguments: [
  "", ".5", "5.", "1.234", "1,000", "-1", "+1", "１", "1e3", " 1", "1234567890123", "1.2.3", "元",
])
func whatIsNoMoneyGivesNothing(_ text: String) {
  #expect(Money(text) == nil)
}

@Test(arguments: [
  (0, "零"), (1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (37, "三十七"), (100, "一百"), (105, "一百零五"),
  (110, "一百一十"), (1001, "一千零一"), (1010, "一千零一十"), (10_000, "一万"), (100_000, "十万"),
  (10_010, "一万零一十"), (100_000_001, "一亿零一"), (-3, "负三"),
])
func aChineseNumeralReadsAsItIsSpoken(_ vector: (Int, String)) {
  #expect(chineseNumeral(vector.0) == vector.1)
}

@Test func aDayInHanziUsesTheRoundZero() throws {
  let date = try #require(CivilDate(year: 2021, month: 10, day: 8))
  #expect(hanziDate(date) == "二〇二一年十月八日")
  let late = try #require(CivilDate(year: 2030, month: 12, day: 28))
  #expect(hanziDate(late) == "二〇三〇年十二月二十八日")
}

@Test func filtersPrintWhatTheirNamesSay() throws {
  let date = FieldValue.date(try #require(CivilDate(year: 2021, month: 10, day: 8)))
  let money = FieldValue.money(Money(fen: 123_450))
  let cases: [(String, FieldValue, String?)] = [
    ("中文日期", date, "2021年10月8日"), ("汉字日期", date, "二〇二一年十月八日"), ("年", date, "2021"),
    ("月", date, "10"), ("日", date, "8"), ("大写", money, "壹仟贰佰叁拾肆元伍角整"),
    ("千分位", money, "1,234.50"), ("千分位", .integer(1_234_567), "1,234,567"), ("去分", money, "1234.50"),
    ("去分", .money(Money(fen: 350_000)), "3500"), ("中文数字", .integer(3), "三"),
    ("大写", date, nil), ("中文日期", .text("x"), nil), ("紧凑日期", date, "20211008"),
    ("千分位", .money(Money(fen: 99_999)), "999.99"),
  ]
  for (name, value, printed) in cases {
    let filter = try #require(ValueFilter(rawValue: name))
    #expect(filter.apply(to: value) == printed, "\(name)")
  }
}

@Test(arguments: [
  ("LCL-46-5", "《中华人民共和国劳动合同法》第四十六条第（五）项", "第46条第（五）项"),
  ("LCL-37", "《中华人民共和国劳动合同法》第三十七条", "第37条"),
  ("LCL-38-p2", "《中华人民共和国劳动合同法》第三十八条第二款", "第38条第二款"),
  ("LCL-41-p1-2", "《中华人民共和国劳动合同法》第四十一条第一款第（二）项", "第41条第一款第（二）项"),
  ("LCLR-21", "《中华人民共和国劳动合同法实施条例》第二十一条", "实施条例第21条"),
])
func aLegalBasisIsWrittenOut(_ vector: (String, String, String)) throws {
  let basis = try #require(LegalBasis(vector.0))
  #expect(basis.full == vector.1)
  #expect(basis.shortPlace == vector.2)
}

@Test(arguments: [
  "", "LCL", "LCL-", "ABC-1", "LCL-0", "LCL-46-", "LCL-46-5-5", "LCL-+4", "LCL-999", "lcl-46",
])
func whatIsNoLegalBasisGivesNothing(_ text: String) {
  #expect(LegalBasis(text) == nil)
}

@Test func everyReasonHasABasisThatIsUnderstood() {
  for reason in TerminationReason.allCases {
    #expect(!reason.basis.isEmpty)
    #expect(reason.basis.allSatisfy { LegalBasis($0) != nil }, "\(reason)")
    #expect(!reason.label.isEmpty)
  }
}
