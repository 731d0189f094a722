import Diagnostics
import Records
import TestSupport
import Testing

private let number = RecordFixtures.resident(area: "220104", birth: "19860504", sequence: 3)

/// Returns the mask of what is said of a row of a person called 张示例, whose employer's agent is 孙示例.
private func mask(_ level: MaskLevel) throws -> ReportMask {
  var masks: [ReportMask] = []
  let row = RecordFixtures.filing(1, name: "张示例")
  let source = ByteSource(name: "a", bytes: Array(RecordFixtures.document([row]).utf8))
  let file = try openRecords(source) { _ in }
  _ = try openRecords(source) { masks.append(ReportMask(level, of: $0, in: file.batch)) }
  return try #require(masks.first)
}

private func diagnostic(_ found: String, _ message: Message = "不对", code: String = "V-00")
  -> Diagnostic
{
  Diagnostic(code, .error, message, found: "\(found)", expected: "\(number)，张示例", advice: "问张示例")
}

@Test func aValueIsHiddenByTheKindOfItsField() throws {
  let cases: [(field: String, found: String, notice: String, web: String)] = [
    ("e.name", "李#四", "李**", "李**"), ("e.phone", "13500007777", "135****7777", "135****7777"),
    ("e.birthDate", "1986-05-04", "****-**-**", "****-**-**"),
    (
      "e.idNumber", number, "220104********" + number.suffix(4), "**************" + number.suffix(4)
    ),
    ("e.residence", "长春市南关区示例街1号", "长春市南关区****", "长春市南关区****"),
    ("f.remark", "电话13500007777", "电话135****7777", "电话135****7777"),
  ]
  for item in cases {
    let field = FieldCatalogue[item.field]
    for (level, shown) in [(MaskLevel.whole, item.found), (.notice, item.notice), (.web, item.web)]
    {
      #expect(
        try mask(level).shown(diagnostic(item.found), about: field).found == shown,
        "\(item.field) \(level)"
      )
    }
  }
}

@Test(arguments: [MaskLevel.notice, .web])
func wordsAreSearchedForThePersonsOfRowAndHead(_ level: MaskLevel) throws {
  let told = diagnostic("甲", "张示例与孙示例：220104********\(number.suffix(4))")
  let shown = try mask(level).shown(told, about: nil)
  let all = [shown.message, shown.expected ?? "", shown.advice ?? ""].joined()
  #expect(!all.contains("示例") && !all.contains(number) && all.contains("张*"), "\(all)")
  #expect(all.contains("220104*") == (level == .notice), "\(all)")
}

@Test func daysThatTellAnAgeAreHidden() throws {
  let told = diagnostic("2026-01-01 用工", "法定退休年龄（2046-05-04）", code: "V-15")
  let shown = try mask(.notice).shown(told, about: FieldCatalogue["c.endDate"])
  #expect(shown.message == "法定退休年龄（****-**-**）" && shown.found == "****-**-** 用工")
  let other = diagnostic("2026-01-01 用工", code: "V-20")
  #expect(try mask(.notice).shown(other, about: nil).found == "2026-01-01 用工")
}

@Test func aNumberThatIsNoneLosesItsDivisionOnTheWeb() throws {
  let told = diagnostic(number, "行政区划代码无法识别：990104")
  let field = FieldCatalogue["e.idNumber"]
  #expect(try mask(.web).shown(told, about: field).message == "行政区划代码无法识别：******")
  #expect(try mask(.notice).shown(told, about: field).message.hasSuffix("990104"))
}
