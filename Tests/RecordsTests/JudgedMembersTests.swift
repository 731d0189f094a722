import Calendar
import Diagnostics
import Records
import TestSupport
import Testing

/// Members that rules judge and no form prints.
@Test func attachmentsCountOnceTheyAreUploaded() throws {
  let attachments = """
    [{"kind":"续签情况说明","uploaded":true},{"kind":"毕业证","uploaded":false},{"kind":"劳动合同扫描件"}]
    """
  let filing = try filing(.new, Edit("attachments", attachments))
  #expect(filing.attachments == ["续签情况说明", "劳动合同扫描件"])
  #expect(try RecordsTests.filing(.new).attachments == [])
}

@Test func aMaterialSaysHowManyPagesItHas() throws {
  let materials = #"[{"kind":"营业执照","uploaded":true,"pages":2},{"kind":"毕业证","pages":"3"}]"#
  let batch = try open(try head([Edit("employer.attachments", materials)])).file.batch
  #expect(batch.employer.materials.map(\.pages) == [2, 3])
}

/// What an attachment says wrongly is told as of any other member, not printed as a blank.
@Test(arguments: [
  (#"{"kind":"毕业证","pages":"三"}"#, "/attachments/0/pages", "附件页数应为 0 至 99999 的整数；现为“三”"),
  (#"{"kind":"毕业证","pages":1.5}"#, "/attachments/0/pages", "附件页数应为 0 至 99999 的整数；现为“1.5”"),
  (#"{"kind":"毕业证","pages":-1}"#, "/attachments/0/pages", "附件页数应为 0 至 99999 的整数；现为“-1”"),
  (#"{"kind":"毕业证","uploaded":"传了"}"#, "/attachments/0/uploaded", "是否已上传的类型不对"),
  (#"{"kind":"毕业证","required":7}"#, "/attachments/0/required", "是否必填的类型不对"),
  (#"{"uploaded":true}"#, "/attachments/0/kind", "必填项未填写：附件种类"),
  ("7", "/attachments/0", "附件的类型不对"),
])
func whatAnAttachmentSaysWronglyIsTold(_ json: String, _ place: String, _ words: String) throws {
  let outcome = try judged(try row(3, .new, [Edit("attachments", "[\(json)]")]))
  let reasons = try #require(outcome.rejection).reasons
  #expect(reasons.count == 1)
  #expect(reasons.first?.pointer?.hasSuffix(place) == true, "\(reasons)")
  #expect(reasons.first?.description.contains(words) == true, "\(reasons)")
}

@Test func aMaterialOfTheEmployerThatCannotBeReadStopsTheFile() throws {
  let text = try head([Edit("employer.attachments", #"[{"kind":"营业执照","pages":"两页"}]"#)])
  #expect(throws: RecordFailure.self) { try open(text) }
}

@Test func theStateOfTheContractBeforeIsRead() throws {
  let filing = try filing(
    .renew,
    Edit("contract.prior.status", "\"未审核\""),
    Edit("contract.prior.rostered", "false")
  )
  #expect(filing.contract.prior?.status == .pending)
  #expect(filing.contract.prior?.rostered == false)
}

@Test func protectionsAndBankAccountsAreRead() throws {
  let filing = try filing(
    .terminate,
    Edit("termination.protections", "[\"孕期\"]"),
    Edit("employee.bank.account", "\"6222020000000000000\"")
  )
  #expect(filing.termination?.protections == ["孕期"])
  #expect(filing.employee.bankAccount == "6222020000000000000")
}

@Test func theCountersOfAnEmployerAreRead() throws {
  let text = try head([
    Edit("employer.stats", #"{"staff":52,"male":"30","wageTotalLastYear":"12.50"}"#),
    Edit("employer.hallGrantedAt", "\"2026-11-05\""),
    Edit("employer.attachments", #"[{"kind":"营业执照","uploaded":true}]"#),
  ])
  let employer = try open(text).file.batch.employer
  #expect(employer.stats?.staff == 52 && employer.stats?.male == 30)
  #expect(employer.stats?.female == nil)
  #expect(employer.hallGrantedAt?.description == "2026-11-05")
  #expect(employer.attachments == ["营业执照"])
}

@Test func aRefusedRowKeepsWhatCanBeReadOfIt() throws {
  let outcome = try judged(
    try row(3, .new, [Edit("contract.payDay", nil), Edit("contract.wage", "7")])
  )
  let sketch = try #require(outcome.rejection).sketch
  #expect(sketch.idNumber?.count == 18 && sketch.startDate == "2026-11-08")
  let bare = try judged(#"{"id":"a","employee":[],"contract":{"startDate":7}}"#)
  #expect(try #require(bare.rejection).sketch == RowSketch())
}
