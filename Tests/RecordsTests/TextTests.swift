import Calendar
import Diagnostics
import TestSupport
import Testing

@testable import Records

/// What became of a text, as one letter for each remark.
private func remarks(_ text: FieldText) -> String {
  let flags: [(Bool, String)] = [
    (!text.legacyCharacters.isEmpty, "旧"), (text.hadLineBreaks, "行"), (text.hadInvisibles, "隐"),
    (text.wasDecomposed, "合"), (text.isUncomposable, "乱"), (!text.privateUse.isEmpty, "私"),
    (text.control != nil, "控"),
  ]
  return flags.filter(\.0).map(\.1).joined()
}

private let texts: [(raw: String, text: String, remarks: String)] = [
  ("", "", ""), ("长春", "长春", ""), ("  a b  ", "a b", ""), ("a  b", "a  b", ""),
  ("a\tb", "a b", "行"),
  ("a\nb", "a b", "行"), ("a\r\nb", "a b", "行"), ("a \n b", "a  b", "行"), ("\n\na\n", "a", "行"),
  ("a\u{85}b", "a b", "行"), ("a\u{2028}b", "a b", "行"), ("a\u{2029}b", "a b", "行"),
  ("a\u{0}b", "ab", "控"), ("a\u{1F}b", "ab", "控"), ("a\u{7F}b", "ab", "控"), ("a\u{80}b", "ab", "控"),
  ("a\u{9F}b", "ab", "控"), ("a\u{A0}b", "a\u{A0}b", ""), ("a\u{FFFE}b", "ab", "控"),
  ("a\u{FFFF}b", "ab", "控"), ("a\u{200B}b", "ab", "隐"), ("a\u{2060}b", "ab", "隐"),
  ("\u{FEFF}ab", "ab", "隐"), ("a\u{200E}b\u{200F}", "ab", "隐"), ("a\u{202A}b\u{202E}", "ab", "隐"),
  ("a\u{2066}b\u{2069}", "ab", "隐"), ("a\u{200C}b", "a\u{200C}b", ""),
  ("a\u{2065}b", "a\u{2065}b", ""),
  ("e\u{301}", "é", "合"), ("é", "é", ""), ("\u{E816}", "\u{20087}", "旧"),
  ("\u{E000}", "\u{E000}", "私"), ("\u{F8FF}", "\u{F8FF}", "私"), ("\u{F0000}", "\u{F0000}", "私"),
  ("\u{10FFFD}", "\u{10FFFD}", "私"), ("\u{F900}", "\u{8C48}", "合"),
  ("\u{E816}\u{E000}\n\u{200B}e\u{301}\u{1}", "\u{20087}\u{E000} é", "旧行隐合私控"),
]

@Test(arguments: texts.indices)
func aTextLosesWhatNoLineCanHold(_ index: Int) {
  let (raw, text, expected) = texts[index]
  let field = FieldText(raw)
  #expect(Array(field.text.unicodeScalars) == Array(text.unicodeScalars), "\(raw.debugDescription)")
  #expect(remarks(field) == expected, "\(raw.debugDescription)")
}

@Test func theFirstOfSeveralStrangeCharactersIsKept() {
  let field = FieldText("\u{E001}\u{E000}\u{2}\u{1}")
  #expect(field.privateUse == ["\u{E001}", "\u{E000}"])
  #expect(field.control == "\u{2}")
}

@Test(arguments: 0..<20 as Range<UInt64>)
func aTextThatPassesTheQuickLookNeedsNothing(_ seed: UInt64) {
  var random = SeededGenerator(seed: seed)
  let pieces: [Unicode.Scalar] = [
    "a", " ", "长", "\u{3000}", "\u{D7FF}", "\u{E000}", "\u{E816}", "\u{7F}", "\t", "\u{A0}", "é",
    "\u{301}", "𠅤", "\u{200B}", "\u{FEFF}", "～", "·", "\u{2028}", "\u{9FFF}", "\u{3099}", "か",
  ]
  for _ in 0..<300 {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0..<6, using: &random) {
      if let piece = pieces.randomElement(using: &random) { scalars.append(piece) }
    }
    let raw = String(scalars)
    guard FieldText.isClean(Array(raw.utf8)[...]) else { continue }
    // A kana with its mark is the one plain thing that normalisation still changes; it is left as it is.
    if raw.unicodeScalars.contains("\u{3099}") { continue }
    let field = FieldText(raw)
    #expect(Array(field.text.utf8) == Array(raw.utf8), "seed \(seed) \(raw.debugDescription)")
    #expect(remarks(field).isEmpty, "seed \(seed) \(raw.debugDescription)")
  }
}

@Test(arguments: [
  ("", true), ("a", true), ("长春市1号", true), (" a", false), ("a ", false), ("a\u{1}", false),
  ("a\u{7F}", false), ("é", false), ("𠅤", false), ("\u{E000}", false), ("·", false),
])
func theQuickLookPassesOnlyWhatIsSurelyPlain(_ vector: (String, Bool)) {
  #expect(FieldText.isClean(Array(vector.0.utf8)[...]) == vector.1, "\(vector.0.debugDescription)")
}

private let masks: [(raw: String, shown: String)] = [
  ("", ""), ("张示例", "张示例"), ("12345678901234", "12345678901234"),
  ("123456789012345", "123456*****2345"), ("220104198605040039", "220104********0039"),
  ("22010419860504003X", "220104********003X"), ("22010419860504003x", "220104********003x"),
  ("号220104198605040039。", "号220104********0039。"),
  ("220104198605040039、220104198605040039", "220104********0039、220104********0039"),
  ("a\nb\tc\u{0}d\u{9F}", "a\u{2423}b\u{2423}c\u{2423}d\u{2423}"), ("a b", "a b"),
  ("13500000001", "13500000001"), ("LD-2026-000001", "LD-2026-000001"),
  // As people space them out, and as a Chinese keyboard writes them.
  ("220104 19860504 0039", "220104**********0039"),
  ("220104-19860504-0039", "220104**********0039"),
  ("２２０１０４１９８６０５０４００３９", "２２０１０４********００３９"),
  ("22010419860504003Ｘ", "220104********003Ｘ"), ("2021-10-08 x", "2021-10-08 x"),
  ("12 - 34", "12 - 34"),
]

@Test(arguments: masks.indices)
func aMessageNeverShowsAWholeIdentityNumber(_ index: Int) {
  #expect(MaskedText.shown(masks[index].raw) == masks[index].shown)
}

@Test func aMessageShowsSixtyCharactersAtMost() {
  let sixty = String(repeating: "长", count: 60)
  #expect(MaskedText.shown(sixty) == sixty)
  #expect(MaskedText.shown(sixty + "长") == sixty + "…")
}

@Test(arguments: 30..<62)
func aNumberThatTheEndCutsOffIsMaskedToo(_ before: Int) {
  let id = "220104198605040039"
  let shown = MaskedText.shown(String(repeating: "长", count: before) + id + "尾")
  #expect(!shown.contains("2201041"), "\(before): \(shown)")
  #expect(shown.count <= 61, "\(before): \(shown)")
}

private let forms: [(text: String, form: WrittenDate.Form?, date: String?)] = [
  ("2021-10-08", .iso, "2021-10-08"), ("2021-10-08 10:22:31.0", .iso, "2021-10-08"),
  ("2021-10-08T10:22:31Z", .iso, "2021-10-08"),
  ("2021-10-08T10:22:31+08:00", .iso, "2021-10-08"), ("20211008", .compact, "2021-10-08"),
  ("20211008 10:22", .compact, "2021-10-08"), ("2021/10/8", .slashes, "2021-10-08"),
  ("2021/1/8 0:00:00", .slashes, "2021-01-08"), ("2021.1.08", .dots, "2021-01-08"),
  ("2021-1-8", .shortDashes, "2021-01-08"), ("2021-1-08", .shortDashes, "2021-01-08"),
  ("2021年10月8日", .chinese, "2021-10-08"), ("2021年1月08日", .chinese, "2021-01-08"),
  ("2021年1月8", .chinese, "2021-01-08"), ("2021-02-30", .iso, nil), ("20211308", .compact, nil),
  ("0000-00-00", .iso, nil), ("", nil, nil), (" ", nil, nil), ("2021", nil, nil),
  ("2021-10", nil, nil), ("21-10-08", nil, nil), ("2021-10-08-01", nil, nil),
  ("08-10-2021", nil, nil),
  ("2021-1-008", nil, nil), ("2021-001-8", nil, nil), ("2021/010/08", nil, nil),
  ("2021-10-08 上午", nil, nil), ("2021-10-08 三", nil, nil), ("2021-10-08 ½", nil, nil),
  ("2021-10-08T10:22 CST", nil, nil), ("2021年10-8", nil, nil), ("二〇二一年十月八日", nil, nil),
  ("-2021-10-08", nil, nil), ("2021--10-08", nil, nil), ("+021-10-08", nil, nil),
  ("2021-10/08", nil, nil), ("202110080", nil, nil), ("2021108", nil, nil),
]

@Test(arguments: forms.indices)
func aWrittenDateIsOfOneFormOrNone(_ index: Int) {
  let (text, form, date) = forms[index]
  let written = WrittenDate(text)
  #expect(written?.form == form, "\(text)")
  #expect(written?.date?.description == date, "\(text)")
}

@Test(
  arguments: [
    (" 10:22", false), ("T10:22:31", false), (" 8:30", false), (" 10:22:31.123456", false),
    ("T10:22:31+08:00", false), ("T10:22+0800", false), (" 23:59:59 +08", nil), ("T00:00Z", true),
    ("T10:22:31-05:30", true), ("T10:22+9", nil), ("", nil), (" ", nil), ("10:22", nil),
    (" 24:00", nil),
    (" 10:60", nil), (" 10:22:60", nil), (" 10:22:", nil), (" 10:22 上午", nil), (" 1:2:3.", false),
  ] as [(String, Bool?)]
)
func aTimeOfDayIsOfThisClockOrOfAnother(_ vector: (String, Bool?)) {
  #expect(WrittenTime(Array(vector.0.utf8)[...])?.isForeign == vector.1)
}

@Test(
  arguments: [
    ("2021-02-29", "2021年2月只有28天"), ("2024-02-30", "2024年2月只有29天"),
    ("2021/4/31", "2021年4月只有30天"), ("1900-02-29", "1900年2月只有28天"), ("2021-13-31", nil),
    ("2021-02-32", nil), ("2021-02-28", nil),
  ] as [(String, String?)]
)
func aDayBeyondItsMonthIsToldTheMonthsLength(_ vector: (String, String?)) throws {
  #expect(try #require(WrittenDate(vector.0)).monthLength?.description == vector.1)
}

@Test(arguments: [
  ("2021-10-08", true), ("1900-01-01", true), ("2100-12-31", true), ("2021-1-08", false),
  ("2021-10-8", false), ("2021/10/08", false), ("2021-10-08 ", false), ("2021-02-29", false),
  ("２021-10-0", false), ("2021-10-0x", false), ("", false),
])
func theQuickDateIsTheStandardFormOnly(_ vector: (String, Bool)) {
  let date = WrittenDate.iso(Array(vector.0.utf8)[...])
  #expect((date?.description == vector.0) == vector.1)
  #expect((date != nil) == vector.1)
}

@Test func daysOutsideTwoCenturiesAreRefused() throws {
  for (text, isFine) in [
    ("1899-12-31", false), ("1900-01-01", true), ("2100-12-31", true), ("2101-01-01", false),
    ("18991231", false), ("19000101", true), ("21001231", true), ("21010101", false),
  ] {
    let outcome = try judged(try row(3, .new, [Edit("submittedAt", "\"\(text)\"")]))
    #expect((outcome.filing?.submittedAt != nil) == isFine, "\(text)")
    if !isFine { #expect(outcome.said.map(\.code) == ["V-06"], "\(text)") }
  }
}

@Test(
  arguments: [
    (0x3007, true), (0x3400, true), (0x4DBF, true), (0x4DC0, false), (0x4DFF, false),
    (0x4E00, true),
    (0x9FFF, true), (0xA000, false), (0xF8FF, false), (0xF900, true), (0xFAFF, true),
    (0xFB00, false),
    (0x1FFFF, false), (0x20000, true), (0x2A6DF, true), (0x2A6E0, false), (0x2A6FF, false),
    (0x2A700, true), (0x2EBEF, true), (0x2EE5F, true), (0x2EE60, false), (0x2F800, true),
    (0x2FA1F, true), (0x2FA20, false), (0x30000, true), (0x323AF, true), (0x323B0, false),
    (0x3006, false), (0x3008, false), (0x41, false),
  ] as [(UInt32, Bool)]
)
func hanziAreTheIdeographsOfTheStandard(_ vector: (UInt32, Bool)) throws {
  let scalar = try #require(Unicode.Scalar(vector.0))
  #expect(Hanzi.contains(scalar) == vector.1, "\(String(vector.0, radix: 16))")
}

private let names: [(raw: String, text: String, remarks: String, strange: Character?)] = [
  ("张示例", "张示例", "", nil), ("阿·买", "阿·买", "", nil), ("阿•买", "阿·买", "点", nil),
  ("阿\u{2219}买", "阿·买", "点", nil), ("阿\u{22C5}买", "阿·买", "点", nil), ("阿\u{FF65}买", "阿·买", "点", nil),
  ("阿.买.提", "阿·买·提", "点", nil), ("J.R. Smith", "J.R. Smith", "", "."), ("阿.", "阿.", "", "."),
  (".阿", ".阿", "", "."), ("阿..买", "阿..买", "", "."), ("张 三", "张 三", "空", nil),
  ("张　　三", "张 三", "宽空", nil), ("张\u{A0}三", "张 三", "宽空", nil), ("  张三  ", "张三", "宽", nil),
  ("ＡＺａｚ", "AZaz", "宽", nil), ("A　Ｂ", "A B", "宽", nil), ("O’Neill", "O’Neill", "", nil),
  ("Zoë Ñandú", "Zoë Ñandú", "", nil), ("Nguyễn", "Nguyễn", "", nil), ("A×B", "A×B", "", "×"),
  ("A÷B", "A÷B", "", "÷"), ("张3", "张3", "", "3"), ("Иван", "Иван", "", "И"), ("김", "김", "", nil),
  ("ئايگۈل تۇرسۇن", "ئايگۈل تۇرسۇن", "", nil),
  ("བསོད་ནམས", "བསོད་ནམས", "", nil), ("ᠪᠠᠶᠠᠷ", "ᠪᠠᠶᠠᠷ", "", nil), ("ꆈꌠꉙ", "ꆈꌠꉙ", "", nil),
  ("ᥖᥭᥰ", "ᥖᥭᥰ", "", nil), ("ꓡꓲ", "ꓡꓲ", "", nil), ("葛\u{E0100}城", "葛\u{E0100}城", "", nil),
  ("א", "א", "", "א"),
  ("たろう", "たろう", "", "た"), ("A_B", "A_B", "", "_"), ("张\u{E000}", "张\u{E000}", "", "\u{E000}"),
  ("〇", "〇", "", nil),
]

@Test(arguments: names.indices)
func aNameIsBroughtToOneFormAndItsCharactersChecked(_ index: Int) {
  let (raw, text, remarks, strange) = names[index]
  let name = PersonName(raw)
  #expect(Array(name.text.unicodeScalars) == Array(text.unicodeScalars), "\(raw)")
  let flags: [(Bool, String)] = [
    (name.hasNewSeparator, "点"), (name.hasNewSpacing, "宽"), (name.hasInnerSpace, "空"),
  ]
  #expect(flags.filter(\.0).map(\.1).joined() == remarks, "\(raw)")
  #expect(name.strange == strange, "\(raw)")
}

private let nameJudgements: [Judgement] = [
  Judgement("employee.name", "\"阿•买\"", "警告：姓名间隔符已规范为“·”（U+00B7）；现为“阿•买”（民委发〔2016〕33号） [V-01b]"),
  Judgement("employee.name", "\"张 三\"", "警告：姓名的汉字之间有空格；现为“张 三”；如果只是为了对齐，请删去空格 [V-01d]"),
  Judgement("employee.name", "\"ＡＢ\"", "警告：姓名中的全角字母或空格已规范；现为“ＡＢ” [V-01c]"),
  Judgement(
    "employee.name",
    "\"张\\uE000\"",
    "错误：姓名含有私有区的造字：“\u{E000}”（U+E000）；现为“张\u{E000}”；应为GB 18030-2022 收录的字；换一台电脑会显示成别的字或者空白；请查明是什么字，改用标准字重新录入 [record.privateUse]"
  ),
  Judgement(
    "employee.name",
    "\"张三1\"",
    "错误：姓名含有不允许的字符：U+0031；现为“张三1”；应为汉字、民族文字、间隔符“·”（U+00B7）、拉丁字母、空格、连字符或撇号 [V-01]"
  ),
  Judgement("employee.name", "[]", "错误：姓名的类型不对；现为“数组”；应为字符串 [json.type]"),
]

@Test(arguments: nameJudgements)
func everyRuleOfANameSpeaksItsWords(_ judgement: Judgement) throws {
  try judgement.check(.new)
}

private let identityJudgements: [Judgement] = [
  Judgement(
    [Edit("employee.idNumber", "\"2201021990\""), Edit("employee.sex", nil)],
    "错误：证件号码格式与证件类型不符：居民身份证；现为“2201021990”；应为18位，前17位为数字，末位为数字或 X [V-02]"
  ),
  Judgement(
    [Edit("employee.idNumber", "\"220104650101123\""), Edit("employee.sex", nil)]
  ),
  Judgement(
    [Edit("employee.idNumber", "\"110101190002290021\""), Edit("employee.sex", nil)],
    "错误：身份证号码中的出生日期（第7至14位）无效；现为“110101********0021”；应为真实存在且不晚于 2026-11-20 的日期 [V-02b]",
    "错误：身份证号码校验码错误，应为X；现为“110101********0021”；请对照证件核对每一位（GB 11643-1999） [V-02a]"
  ),
  Judgement(
    [
      Edit("employee.idNumber", "\"E-1\""), Edit("employee.idType", "\"08\""),
      Edit("employee.sex", nil),
    ],
    "错误：证件号码格式与证件类型不符：外国人护照；现为“E-1”；应为5 至 17 位大写字母和数字 [V-02]"
  ),
  Judgement(
    [
      Edit("employee.idNumber", "\"e1234567\""), Edit("employee.idType", "\"08\""),
      Edit("employee.sex", nil),
    ],
    "警告：证件号码的小写字母已改为大写；现为“e1234567” [V-02x]"
  ),
]

@Test(arguments: identityJudgements)
func everyRuleOfAnIdentitySpeaksItsWords(_ judgement: Judgement) throws {
  try judgement.check(.new)
}

@Test func sexAndBirthdayThatDisagreeAreToldWhatTheNumberSays() throws {
  let edits = [
    Edit("employee.idNumber", "\"110101199003077715\""), Edit("employee.sex", "\"女\""),
    Edit("employee.birthDate", "\"1990-03-08\""),
  ]
  let said = try judged(try row(3, .new, edits)).said
  #expect(
    Set(said.map(\.words)) == [
      "错误：性别与身份证号码不一致；现为“女”；应为男（第17位） [V-02c]",
      "错误：出生日期与身份证号码不一致；现为“1990-03-08”；应为身份证号码第7至14位所示的日期 [V-02c]",
    ]
  )
  #expect(
    Set(said.compactMap(\.pointer)) == [
      "/filings/0/employee/sex", "/filings/0/employee/birthDate",
    ]
  )
}
