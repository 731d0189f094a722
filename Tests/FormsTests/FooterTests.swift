import Diagnostics
import DocumentTree
import Forms
import Records
import Testing

/// Returns the footer of a bound form with the line of settings `setting`.
private func footer(_ setting: String, isRoster: Bool = false) throws -> [String] {
  let records = try RecordSet.sample()
  let document: Document<Never>
  if isRoster {
    let form = try FormText.roster("正文", setting + "\n").opened()
    document = try bindRoster(
      form,
      batch: records.batch,
      facts: RosterFacts(),
      rows: FilingSource(records.filings)
    )
  } else {
    let form = try FormText.filing("正文", setting + "\n").opened()
    document = try bind(form, filing: records.filings[0], batch: records.batch)
  }
  return document.dump().split(separator: "\n").drop { $0 != "  footer" }.dropFirst()
    .map { $0.trimmingPrefix(while: \.isWhitespace).description }
}

@Test func aFormThatSaysNothingOfItsFooterHasThatOfItsScope() throws {
  #expect(try footer("") == [#"centre "— " page " —""#])
  #expect(try footer("footer:") == [#"centre "— " page " —""#])
  #expect(try footer("", isRoster: true) == [#"centre "第 " page " 页 共 " pages " 页""#])
}

@Test(arguments: [
  ("footer: {}", []),
  ("footer: {start: 左, end: 右}", [#"start "左""#, #"end "右""#]),
  ("footer: {centre: '{{page}}/{{pages}}'}", [#"centre page "/" pages"#]),
  ("footer: {end: '**{{e.name}}**{{f.remark}}'}", [#"end strong("张三")"#]),
  ("footer: {start: '{{batch.asOf:中文日期}}'}", [#"start "2021年10月20日""#]),
  ("footer: {start: '{{e.name}}'}\nfillIn: ruled", [#"start "张三""#]),
  ("footer: {start: '备注：{{f.remark}}', end: '姓名：{{e.name}}{{f.remark}}'}", [#"end "姓名：" "张三""#]),
])
func theFooterPrintsItsThreeParts(_ setting: String, _ expected: [String]) throws {
  #expect(try footer(setting) == expected)
}

@Test(arguments: [
  ("'{{pagse}}'", "form.unknownField"), ("'{{e.nmae}}'", "form.unknownField"),
  ("'{{page'", "form.unclosedHole"), ("'page}}'", "form.strayBraces"),
  ("'{{#e.name}}'", "form.misplacedSection"), ("'{{seq}}'", "form.fieldOutsideRows"),
  ("'{{roster.count}}'", "form.rosterField"), ("'{{item}}'", "form.itemOutsideList"),
])
func aMistakeInTheFooterIsOneComplaintInFormYAML(_ text: String, _ code: String) {
  let (form, diagnostics) = FormText.filing("正文", "footer: {centre: \(text)}\n").open()
  #expect(form == nil)
  #expect(diagnostics.map(\.code) == [code])
  #expect(diagnostics.first?.origin.description.hasPrefix("form.yaml:4:") == true)
}

@Test func theFooterOfARosterHasNoFiling() {
  let (form, diagnostics) = FormText.roster("正文", "footer: {end: '{{e.name}}'}\n").open()
  #expect(form == nil)
  #expect(diagnostics.map(\.code) == ["form.fieldOutsideRows"])
}
