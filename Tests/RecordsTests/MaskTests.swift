import Calendar
import Records
import TestSupport
import Testing

private let names: [(name: String, notice: String, web: String)] = [
  ("张三", "张*", "张**"), ("张三丰", "张**", "张**"), ("欧阳娜娜", "欧阳**", "欧阳**"),
  ("欧阳锋", "欧阳*", "欧阳**"), ("欧阳", "欧*", "欧**"), ("王", "*", "*"), ("", "", ""),
  ("阿依古丽·买买提", "阿***·买**", "阿**·买**"), ("王㛃", "王*", "王**"), ("𠅤一", "𠅤*", "𠅤**"),
  ("SMITH JOHN", "S**** J***", "S** J**"), ("Jean-Luc", "J***-L**", "J**-L**"),
  ("O'Neil", "*'N***", "*'N**"), ("山田太郎", "山***", "山**"),
  ("葛\u{E0100}亮", "葛\u{E0100}*", "葛\u{E0100}**"),
  ("阿·买", "*·*", "*·*"), ("诸葛·司马", "诸*·司*", "诸**·司**"),
]

@Test(arguments: names.indices)
func ofANameTheFamilyNameIsLeft(_ index: Int) {
  let vector = names[index]
  #expect(MaskLevel.whole.masked(vector.name, as: .name) == vector.name)
  #expect(MaskLevel.notice.masked(vector.name, as: .name) == vector.notice)
  #expect(MaskLevel.web.masked(vector.name, as: .name) == vector.web)
}

private let numbers: [(number: String, notice: String, web: String)] = [
  ("220104198605040039", "220104********0039", "**************0039"),
  ("22010419860504003X", "220104********003X", "**************003X"),
  ("220104860504003", "220104******003", "************003"),
  ("E12345678", "E*****678", "******678"), ("H0123456789", "H*******789", "********789"),
  ("USA110000800101", "U**********0101", "***********0101"), ("12", "**", "**"), ("", "", ""),
]

@Test(arguments: numbers.indices)
func ofAnIdentityNumberTheDayOfBirthIsHidden(_ index: Int) {
  let vector = numbers[index]
  #expect(MaskLevel.notice.masked(vector.number, as: .identityNumber) == vector.notice)
  #expect(MaskLevel.web.masked(vector.number, as: .identityNumber) == vector.web)
}

@Test(arguments: [
  ("13566667777", "135****7777"), ("+86 135 6666 7777", "+86 135 **** 7777"),
  ("0431-80000017", "0431-******17"), ("010-65001234", "010-******34"),
  ("08743167969", "0874*****69"),
  ("13900000001/13900000002", "***********/*******0002"), ("12345", "****5"), ("无", "无"),
])
func ofATelephoneTheMiddleIsHidden(_ vector: (String, String)) {
  for level in [MaskLevel.notice, .web] {
    #expect(level.masked(vector.0, as: .phone) == vector.1)
  }
}

@Test(arguments: [
  ("6222021234567891234", "**** **** **** 1234"), ("6222 0212 3456 1234", "**** **** **** 1234"),
  ("1234567", "*******"),
])
func ofAnAccountOnlyTheEndIsLeft(_ vector: (String, String)) {
  #expect(MaskLevel.notice.masked(vector.0, as: .account) == vector.1)
}

@Test(arguments: [
  ("吉林省长春市朝阳区示例街3号", "吉林省长春市朝阳区****"),
  ("吉林省长春市示例小区2栋2单元201室", "吉林省长春市****"),
  ("长春市示例市场3号", "长春市****"), ("朝阳区示例路8号", "朝阳区****"), ("示例大路168号", "****"),
  ("北京市东城区示例胡同1号", "北京市东城区****"), ("上海市浦东新区示例路5弄", "上海市浦东新区****"),
  ("湖南省株洲市芦淞区示例路", "湖南省株洲市芦淞区****"), ("南京市鼓楼区示例路", "南京市鼓楼区****"),
  ("河北省唐山市路北区示例里", "河北省唐山市路北区****"), ("山东省济南市市中区示例街", "山东省济南市市中区****"),
  ("吉林省延边朝鲜族自治州延吉市示例街", "吉林省延边朝鲜族自治州延吉市****"),
  ("云南省临沧市双江拉祜族佤族布朗族傣族自治县示例镇", "云南省临沧市双江拉祜族佤族布朗族傣族自治县****"),
  ("内蒙古自治区锡林郭勒盟多伦县示例村", "内蒙古自治区锡林郭勒盟多伦县****"),
  ("新疆维吾尔自治区喀什地区莎车县示例乡", "新疆维吾尔自治区喀什地区莎车县****"),
  ("海南省陵水黎族自治县示例镇", "海南省陵水黎族自治县****"), ("香港特别行政区九龙示例道", "香港特别行政区****"),
  ("长春市南关区省委大院2号", "长春市南关区****"), ("3号", "****"), ("", ""),
  ("山东省菏泽市单县示例村", "山东省菏泽市单县****"), ("长春市A区2栋", "长春市****"),
])
func anAddressEndsAtTheCounty(_ vector: (String, String)) {
  #expect(MaskLevel.web.masked(vector.0, as: .address) == vector.1)
}

private let words: [(raw: String, notice: String)] = [
  ("身份证220104198605040039，已核", "身份证220104********0039，已核"),
  ("22010419860504003x。", "220104********003x。"), ("旧证220104860504003", "旧证220104******003"),
  ("220104 19860504 0039", "220104********0039"), ("２２０１０４１９８６０５０４００３９", "２２０１０４********００３９"),
  ("电话13566667777", "电话135****7777"), ("+8613566667777", "+86135****7777"),
  ("座机0431-80000017", "座机0431-******17"), ("卡号6222021234567891234", "卡号**** **** **** 1234"),
  ("卡号6222 0212 3456 1234 已注销", "卡号**** **** **** 1234 已注销"),
  ("护照E12345678", "护照E********"), ("通行证H0123456789", "通行证H**********"),
  ("13566667777 13766667777", "**** **** **** 7777"),
  ("220104  19860504  0039", "220104********0039"), ("220104　19860504－0039", "220104********0039"),
  ("220104 1986-05-04 0039", "220104********0039"),
  // What is no number of a person stays.
  ("2021-10-08—2024-10-07", "2021-10-08—2024-10-07"),
  ("LD-2026-000001", "LD-2026-000001"), ("2021-10-08 2024-10-07", "2021-10-08 2024-10-07"),
  ("13566667777 2026-11-08", "135****7777 2026-11-08"), ("工资3500.00元", "工资3500.00元"),
  ("吉人社函〔2026〕12号", "吉人社函〔2026〕12号"), ("20261108001", "20261108001"), ("共3人", "共3人"),
  ("文件2026110800", "文件2026110800"), ("", ""), ("无", "无"), ("A12345678", "A12345678"),
]

@Test(arguments: words.indices)
func wordsLoseTheNumbersOfPersons(_ index: Int) {
  #expect(MaskLevel.notice.masked(words[index].raw, as: .words) == words[index].notice)
}

@Test func onTheWebNumbersInWordsLoseMore() {
  #expect(MaskLevel.web.masked("证220104198605040039", as: .words) == "证**************0039")
}

@Test func maskingTwiceIsMaskingOnce() {
  for level in [MaskLevel.notice, .web] {
    for raw in words.map(\.raw) + numbers.map(\.number) {
      let once = level.masked(raw, as: .words)
      #expect(level.masked(once, as: .words) == once, "\(raw)")
    }
  }
}

@Test(arguments: [
  ("M0", MaskLevel.whole), ("m1", .notice), ("M2", .web), ("不遮", .whole), ("内部", .notice),
  ("公开", .web),
])
func aLevelHasTwoNames(_ vector: (String, MaskLevel)) {
  #expect(MaskLevel(word: vector.0) == vector.1)
}

@Test func unknownLevelsAreNone() {
  for word in ["", "M3", "M", "遮"] { #expect(MaskLevel(word: word) == nil) }
}

private let around = [
  "", "号", "证件", "，", "2026-11-08 ", " 2026-11-08", "共3人", "¥12.50", "（", "）", "E", "x", "a",
  "\u{E0100}", "　", "。", "𠅤",
]

@Test(arguments: 0..<20 as Range<UInt64>)
func noWordsAroundANumberKeepItWhole(_ seed: UInt64) {
  var random = SeededGenerator(seed: seed)
  let joints = ["", " ", "-", "  ", "　", "－"]
  for _ in 0..<100 {
    let birth =
      "19\(Int.random(in: 50...99, using: &random))0\(Int.random(in: 1...9, using: &random))"
      + "\(Int.random(in: 10...28, using: &random))"
    let number = RecordFixtures.resident(
      area: "220104",
      birth: birth,
      sequence: Int.random(in: 100...999, using: &random)
    )
    let joint = joints.randomElement(using: &random) ?? ""
    let written = [number.prefix(6), number.dropFirst(6).prefix(8), number.suffix(4)].joined(
      separator: joint
    )
    let text =
      (around.randomElement(using: &random) ?? "") + written
      + (around.randomElement(using: &random) ?? "")
    for level in [MaskLevel.notice, .web] {
      let digits = level.masked(text, as: .words).filter(\.isNumber)
      #expect(!digits.contains(birth), "seed \(seed) \(text)")
    }
  }
}

// MARK: Fields

private func subject(_ mask: MaskLevel, _ edits: Edit...) throws -> FieldSubject {
  let (file, outcomes) = try open(RecordFixtures.document([try row(3, .new, edits)]))
  return FieldSubject(batch: file.batch, filing: try #require(outcomes.first?.filing), mask: mask)
}

@Test func everyFieldIsMaskedAsItDeclares() throws {
  let subject = try subject(.notice, Edit("employee.birthDate", nil))
  let expected = [
    "e.name": "李**", "e.phone": "135****0003", "e.residence": "吉林省长春市南关区****",
    "e.birthDate": "****-**-**", "emp.agent.name": "孙**", "emp.agent.mobile": "135****0003",
    "emp.legalRep.name": "赵**", "emp.name": "长春示例精密制造有限公司", "c.termType": "固定期限",
    "emp.uscc": "91220102MA0Y00008L", "c.startDate": "2026-11-08", "e.sex": "男",
  ]
  for (path, text) in expected.sorted(by: { $0.key < $1.key }) where path != "e.sex" {
    #expect(FieldCatalogue[path]?.value(subject)?.printed == text, "\(path)")
  }
  let number = try #require(FieldCatalogue["e.idNumber"]?.value(subject)?.printed)
  #expect(number.contains(/^[0-9]{6}\*{8}[0-9]{3}[0-9X]$/), "\(number)")
}

@Test func wordsLoseTheNamesThatTheRecordKnows() throws {
  let subject = try subject(
    .notice,
    Edit("remark", "\"李示例由孙示例带领，电话13566667777\""),
    Edit(
      "contract.clauses",
      "[\"李示例（220104198605040039）保密\", {\"no\": \"二\", \"text\": \"与李示例约定\"}]"
    )
  )
  #expect(FieldCatalogue["f.remark"]?.value(subject)?.printed == "李**由孙**带领，电话135****7777")
  guard case .list(let items)? = FieldCatalogue["c.clauses"]?.value(subject) else {
    Issue.record("no clauses")
    return
  }
  #expect(items.map(\.text) == ["李**（220104********0039）保密", "与李**约定"])
  #expect(items.map { $0.members["text"]?.printed } == items.map(\.text))
}

@Test func aPassportNumberInWordsIsFoundByTheRecordsOwn() throws {
  let subject = try subject(
    .web,
    Edit("employee.idType", "\"08\""),
    Edit("employee.idNumber", "\"XK7654321\""),
    Edit("remark", "\"持XK7654321护照\"")
  )
  #expect(FieldCatalogue["f.remark"]?.value(subject)?.printed == "持******321护照")
}

@Test func anAccountOfARecordIsMasked() throws {
  let subject = try subject(
    .notice,
    Edit("employee.bank", "{\"account\": \"6222021234567891234\"}")
  )
  #expect(FieldCatalogue["e.bank.account"]?.value(subject)?.printed == "**** **** **** 1234")
}

@Test func withoutAMaskNothingIsChanged() throws {
  let (whole, plain) = (try subject(.whole), try subject(.whole))
  for field in FieldCatalogue.fields { #expect(field.value(whole) == field.value(plain)) }
  #expect(FieldCatalogue["e.name"]?.value(whole)?.printed == "李示例")
}

/// A field that somebody adds later and that speaks of a person must say so.
@Test func noFieldThatSpeaksOfAPersonForgetsToDeclareIt() {
  let telling = [
    "姓名", "证件号码", "身份证号", "电话", "手机", "住址", "户籍地址", "出生", "联系人", "经办人", "代表人", "签收人", "账号",
  ]
  let listed = RecordList.allCases.flatMap(\.fields)
  let fields = FieldCatalogue.fields + listed + listed.flatMap(\.members)
  for field in fields where telling.contains(where: field.label.contains) {
    #expect(field.personal != .words && field.personal != .nothing, "\(field.path) \(field.label)")
  }
}

/// What is shown whole is on this list because somebody has thought about it.
@Test func onlyKnownTextsAreShownWhole() {
  let whole = FieldCatalogue.fields.filter {
    ($0.kind == .text || $0.kind == .list) && $0.personal == .nothing
  }
  #expect(
    whole.map(\.path) == [
      "bf.month", "bl.month",
      "c.dispatch.hostUnit", "c.dispatch.hostUscc", "c.insuranceKinds", "cb.month",
      "emp.attachments", "emp.name", "emp.orgCode", "emp.ssRegNo", "emp.ssUnitNo",
      "emp.uscc",
      "i.kinds", "k.hospital", "p.no", "p.office", "p.paidTo", "p.printedAt", "p.rateClass",
      "p.verifyCode", "r.generatedAt", "r.kind", "r.no", "r.savedAt", "s.name", "s.owner",
      "s.ownerUscc", "s.serial", "s.shape", "s.type", "su.at", "su.codeEnteredAt",
      "su.codeSentAt", "su.docNo",
      "su.ownerName", "su.sealId", "su.sealName", "w.effectiveMonth", "w.ids.injury",
      "w.ids.medical", "w.ids.unemployment", "w.unitIds.injury", "w.unitIds.medical",
      "w.unitIds.unemployment", "w.updatedAt",
    ]
  )
}

/// Numbers of fifteen to eighteen digits and one too many, whose middle a message has hidden already.
@Test(arguments: 5...8, ["003", "0030", "003X"])
func aReportForTheWebHidesWhatMessagesHaveLeftOfNumbers(stars: Int, end: String) {
  let hidden = String(repeating: "*", count: stars)
  let told = ReportMask(.web, in: nil).words("现为“220104\(hidden)\(end)”；请核对")
  #expect(!told.contains("220104"), "\(told)")
  #expect(told.hasSuffix("\(end)”；请核对"), "\(told)")
}
