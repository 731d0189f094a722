import Calendar
import Records
import TestSupport
import Testing

private func subject(
  _ kind: RecordFixtures.Kind,
  profile: String = "CN-JL",
  change: (String) -> String = { $0 }
) throws -> FieldSubject {
  let row = change(RecordFixtures.filing(3, kind: kind, name: "李示例"))
  let (file, outcomes) = try open(RecordFixtures.document([row], profile: profile))
  let filing = try #require(outcomes.first?.filing, "\(outcomes)")
  return FieldSubject(batch: file.batch, filing: filing)
}

private func printed(_ path: String, _ subject: FieldSubject) throws -> String? {
  try #require(FieldCatalogue[path], "\(path)").value(subject)?.printed
}

@Test func theCatalogueIsSortedAndNamesNothingTwice() {
  let paths = FieldCatalogue.fields.map(\.path)
  #expect(paths == paths.sorted())
  #expect(Set(paths).count == paths.count)
  #expect(FieldCatalogue.fields.allSatisfy { !$0.label.isEmpty })
}

@Test func aValueIsOfTheKindItsFieldPromises() throws {
  for kind in RecordFixtures.Kind.allCases {
    let subject = try subject(kind)
    for field in FieldCatalogue.fields {
      guard let value = field.value(subject) else { continue }
      let matches =
        switch (field.kind, value) {
        case (.text, .text), (.date, .date), (.money, .money), (.integer, .integer): true
        case (.flag, .flag), (.code, .code), (.list, .list): true
        default: false
        }
      #expect(matches, "\(field.path): \(value)")
    }
  }
}

@Test func fieldsOfANewFilingPrint() throws {
  let subject = try subject(.new)
  let expected = [
    "emp.name": "长春示例精密制造有限公司", "emp.uscc": "91220102MA0Y00008L", "emp.economicType": "有限责任",
    "emp.agent.name": "孙示例", "e.name": "李示例", "e.idType": "居民身份证", "c.termType": "固定期限",
    "c.termTypeLong": "固定期限劳动合同", "c.startDate": "2026-11-08", "c.endDateText": "2029-11-07",
    "c.periodText": "自2026年11月8日起至2029年11月7日止", "c.wage.payDay": "15",
    "c.insuranceText": "企业职工基本养老保险、失业保险、职工基本医疗保险、工伤保险",
    "f.kindText": "新签", "f.approvedAt": "2026-11-19", "batch.asOf": "2026-11-20",
    "c.probation.has": "否",
  ]
  for (path, text) in expected.sorted(by: { $0.key < $1.key }) {
    #expect(try printed(path, subject) == text, "\(path)")
  }
  #expect(try printed("t.date", subject) == nil)
}

@Test func fieldsOfATerminationPrint() throws {
  let subject = try subject(.terminate)
  let expected = [
    "t.type": "终止", "t.reasonText": "劳动合同期满", "t.serviceText": "3年",
    "t.compensationText": "15,000.00",
    "t.basisText": "《中华人民共和国劳动合同法》第四十四条第（一）项、第四十六条第（五）项",
    "t.basisShort": "第44条第（一）项、第46条第（五）项", "f.kindText": "解除（终止）",
  ]
  for (path, text) in expected.sorted(by: { $0.key < $1.key }) {
    #expect(try printed(path, subject) == text, "\(path)")
  }
}

@Test func aMissingBasisIsTheOneOfTheReason() throws {
  let subject = try subject(.terminate) {
    $0.replacingFirst(#""basis":["LCL-44-1","LCL-46-5"],"#, with: "")
  }
  #expect(try printed("t.basisShort", subject) == "第44条第（一）项、第46条第（五）项")
}

@Test func anOpenTermAndATaskHaveWordsForTheirEnd() throws {
  let open = try subject(.new) {
    $0.replacingFirst(#""termType":"fixed""#, with: #""termType":"open""#)
      .replacingFirst(#","endDate":"2029-11-07""#, with: "")
  }
  #expect(try printed("c.endDateText", open) == "无固定期限")
  #expect(try printed("c.endDate", open) == nil)
  let task = try subject(.new) {
    $0.replacingFirst(#""termType":"fixed""#, with: #""termType":"task","task":"装机""#)
      .replacingFirst(#","endDate":"2029-11-07""#, with: "")
  }
  #expect(try printed("c.endDateText", task) == "任务完成时")
}

@Test(arguments: [
  ("CN-JL", "新签"), ("CN-SX", "签订"), ("CN-HN-ZHUZHOU", "新参保"), ("CN-YN-ZHANYI", "新签"),
])
func theKindIsCalledAsThePlaceCallsIt(_ vector: (String, String)) throws {
  #expect(try printed("f.kindText", subject(.new, profile: vector.0)) == vector.1)
}

@Test func conditionsCompareCodesLabelsAndYesNo() throws {
  let subject = try subject(.new)
  let term = try #require(FieldCatalogue["c.termType"]?.value(subject))
  #expect(term.matches("fixed") && term.matches("固定期限") && !term.matches("open"))
  let probation = try #require(FieldCatalogue["c.probation.has"]?.value(subject))
  #expect(probation.matches("否") && probation.matches("false") && !probation.isPresent)
}

@Test func listsGiveTheirItemsWithMembers() throws {
  let subject = try subject(.new) {
    $0.replacingFirst(
      #""copies":2"#,
      with: #""copies":2,"clauses":[{"no":"三","text":"保密"},"竞业限制",{"no":7,"text":"培训"}]"#
    )
  }
  guard case .list(let items) = FieldCatalogue["c.clauses"]?.value(subject) else {
    Issue.record("no list")
    return
  }
  #expect(items.map(\.text) == ["保密", "竞业限制", "培训"])
  #expect(items.map { $0.members["no"]?.printed } == ["三", "2", "7"])
  var inside = subject
  inside.item = items[0]
  #expect(try printed("item", inside) == "保密")
  #expect(try printed("item.no", inside) == "三")
}

@Test func whatTheIssuingStepGivesIsFoundByPath() throws {
  var subject = try subject(.new)
  subject.seq = 12
  subject.given = ["roster.count": .integer(17), "form.title": .text("新签备案名册")]
  #expect(try printed("seq", subject) == "12")
  #expect(try printed("roster.count", subject) == "17")
  #expect(try printed("form.title", subject) == "新签备案名册")
  #expect(try printed("roster.male", subject) == nil)
}

@Test(arguments: [
  ("e.nmae", "e.name"), ("c.wage.montly", "c.wage.monthly"), ("employee.name", "e.name"),
  ("c.idNumber", "e.idNumber"), ("姓名", "e.name"), ("t.basistext", "t.basisText"),
])
func aMisspeltPathIsAnsweredWithTheOneThatWasMeant(_ vector: (String, String)) {
  #expect(FieldCatalogue[vector.0] == nil)
  #expect(FieldCatalogue.suggestions(for: vector.0).contains(vector.1))
}

@Test func nonsenseIsAnsweredWithNothing() {
  #expect(FieldCatalogue.suggestions(for: "zzzzzzzzzz").isEmpty)
}

@Test(arguments: [
  (#""status":"审核通过","handledAt""#, #""status":"未审核","handledAt""#, ExclusionReason.notReviewed),
  (#""status":"审核通过","handledAt""#, #""status":"审核不通过","handledAt""#, .rejected),
  (#""status":"审核通过","handledAt""#, #""status":"自动通过","handledAt""#, .notReviewed),
  (#""contractState":"新订""#, #""contractState":"作废""#, .void),
  (#""contractState":"新订""#, #""contractState":"撤销""#, .revoked),
  (#""contractState":"新订""#, #""contractState":"确定""#, .unknownState),
  (#""kind":"new""#, #""kind":"change""#, .otherKind),
  (#""rostered":false"#, #""rostered":false,"revokedAt":"2026-11-19""#, .revoked),
])
func aFilingIsKeptOutOfARosterForItsReason(_ vector: (String, String, ExclusionReason)) throws {
  let row = RecordFixtures.filing(1).replacingFirst(vector.0, with: vector.1)
  let (file, outcomes) = try open(RecordFixtures.document([row]))
  let filing = try #require(outcomes.first?.filing)
  #expect(rosterExclusion(of: filing, in: file.batch, kinds: [.new, .import]) == vector.2)
}

@Test func whatIsApprovedEntersTheRoster() throws {
  let plain = RecordFixtures.filing(1)
  let imported = plain.replacingFirst(#""kind":"new""#, with: #""kind":"import""#)
    .replacingFirst(#""status":"审核通过""#, with: #""status":"自动通过""#)
    .replacingFirst("f0000001", with: "f0000002")
  let (file, outcomes) = try open(RecordFixtures.document([plain, imported]))
  for filing in outcomes.compactMap(\.filing) {
    #expect(rosterExclusion(of: filing, in: file.batch, kinds: [.new, .import]) == nil)
  }
  #expect(outcomes.compactMap(\.filing).count == 2)
}

@Test func anUnapprovedEmployerHasNoRoster() throws {
  let text = RecordFixtures.batchJSON(rows: 1)
    .replacingFirst(#""review":{"status":"审核通过"}}"#, with: #""review":{"status":"未审核"}}"#)
  let (file, outcomes) = try open(text)
  let filing = try #require(outcomes.first?.filing)
  #expect(rosterExclusion(of: filing, in: file.batch, kinds: [.new]) == .employerNotApproved)
}
