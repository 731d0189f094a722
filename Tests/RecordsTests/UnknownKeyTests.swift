import Diagnostics
import TestSupport
import Testing

@testable import Records

private func told(_ rows: [String], isLines: Bool = false) throws -> [Diagnostic] {
  let lines = [RecordFixtures.head()] + rows
  return try open(isLines ? lines.joined(separator: "\n") : RecordFixtures.document(rows))
    .file.diagnostics
}

private func odd(_ number: Int, _ edits: Edit...) throws -> String {
  try edited(RecordFixtures.filing(number), edits)
}

@Test func anUnknownKeyOfManyRowsIsToldOnceAtTheFirst() throws {
  let rows = [
    RecordFixtures.filing(1), try odd(2, Edit("contract.templatecode", "1")),
    try odd(3, Edit("contract.templatecode", "1"), Edit("reviewed", "1")),
    try odd(4, Edit("contract.templatecode", "1")),
  ]
  for isLines in [false, true] {
    let said = try told(rows, isLines: isLines)
    #expect(
      said.map(\.words) == [
        "警告：不认识的键，已忽略（共 3 条记录，第一条是第 2 行）；现为“contract/templatecode”；是否想写“合同模板”（templateCode）？ [record.unknownKey]",
        "警告：不认识的键，已忽略（第 3 行）；现为“reviewed”；是否想写 review？ [record.unknownKey]",
      ]
    )
    let prefix = isLines ? "" : "/filings/1"
    #expect(said.first?.pointer == prefix + "/contract/templatecode")
    guard case .record(let place) = said.first?.origin else {
      Issue.record("no place")
      return
    }
    #expect((place.row, place.line) == (2, 3))
  }
}

@Test func oneKeyInTwoObjectsIsTwoKeysAndInOneListOnlyOne() throws {
  let clauses = #"[{"text":"a","odd":1},{"text":"b","odd":1}]"#
  let said = try told([
    try odd(1, Edit("employee.odd", "1"), Edit("contract.odd", "1")),
    try odd(2, Edit("contract.clauses", clauses)), try odd(3, Edit("contract.clauses", clauses)),
  ])
  #expect(
    said.compactMap(\.pointer).sorted() == [
      "/filings/0/contract/odd", "/filings/0/employee/odd", "/filings/1/contract/clauses/0/odd",
    ]
  )
  #expect(said.count { $0.message.contains("共 2 条记录") } == 1)
}

@Test func anAttachmentKnowsItsMembers() throws {
  let attachments = #"[{"kind":"毕业证","sha256":"00","uploadedAt":"2026-11-08","page":2}]"#
  let said = try told([try odd(1, Edit("attachments", attachments))])
  #expect(
    said.map(\.words) == [
      "警告：不认识的键，已忽略（第 1 行）；现为“attachments/0/page”；是否想写 pages？ [record.unknownKey]"
    ]
  )
}

@Test func aRefusedRowKeepsItsOwnWarnings() throws {
  let row = try odd(2, Edit("contract.templateCode", nil), Edit("contract.templatecode", "1"))
  let (file, outcomes) = try open(RecordFixtures.document([RecordFixtures.filing(1), row]))
  #expect(file.diagnostics.isEmpty)
  let reasons = try #require(outcomes[1].rejection).reasons
  #expect(reasons.map(\.code).sorted() == ["V-09", "record.unknownKey"])
}

@Test func rowsReadAgainSayTheSame() throws {
  let row = try odd(1, Edit("odd", "1"), Edit("contract.wage.payDay", "31"))
  let (file, outcomes) = try open(RecordFixtures.document([row]))
  let again = try #require(try file.outcome(of: 1).filing)
  #expect(again.notices == outcomes[0].filing?.notices)
  #expect(again.notices.map(\.code) == ["V-08"])
  #expect(again.unknownKeys.map(\.found) == ["odd"])
}

@Test func aFileWithANewKeyInEveryRowIsToldInFewWords() throws {
  let rows = try (1...130).map { try odd($0, Edit("odd\($0)", "1"), Edit("odder\($0)", "1")) }
  let said = try told(rows)
  #expect(said.count == 101)
  #expect(said.last?.words == "警告：另有 80 条记录含有更多不认识的键，已忽略 [record.unknownKey]")
  #expect(said.last?.pointer == "/filings/50/odd51")
}

@Test func unknownKeysOfAFileWithAWrongHeadAreToldToo() throws {
  let text = RecordFixtures.document([try odd(1, Edit("odd", "1"))])
    .replacingFirst(RecordFixtures.employerCode, with: "9122")
  #expect(saidOfHead(text).map(\.code) == ["V-03", "record.unknownKey"])
}

/// A clerk thinks of a field by what the form calls it.
@Test(arguments: [
  ("employee.phonee", "employee/phonee", "是否想写“联系电话”（phone）？"),
  ("employee.联系电话", "employee/联系电话", "是否想写“联系电话”（phone）？"),
  ("employee.电话", "employee/电话", "是否想写“联系电话”（phone）？"),
  ("contract.wage.monthy", "contract/wage/monthy", "是否想写“月工资”（monthly）？"),
  ("contract.岗位", "contract/岗位", "是否想写“工作岗位”（position）？"),
  ("approvedat", "approvedat", "是否想写“审核通过日期”（approvedAt）？"),
  ("review.statsu", "review/statsu", "是否想写“审核状态”（status）？"),
])
func whoeverWroteAnUnknownKeyIsToldOfTheFieldByNameAndKey(
  _ written: String,
  _ path: String,
  _ advice: String
) throws {
  let said = try told([try odd(1, Edit(written, "\"1\""))])
  #expect(said.map(\.found) == [path])
  #expect(said.first?.advice?.description == advice)
}

// MARK: Secrets

@Test(arguments: [
  ("employee.password", "V-52"), ("contract.登录密码", "V-52"), ("certificatePassword", "V-52"),
  ("employee.PIN", "V-52"), ("contract.wage.smsCode", "V-53"), ("短信验证码", "V-53"),
  ("employee.captcha", "V-53"), ("employee.pass_word", "V-52"),
])
func aRowWithASecretIsRefusedAndTheSecretShownNowhere(_ key: String, _ code: String) throws {
  let secret = "Geheim-81726354"
  let (file, outcomes) = try open(
    RecordFixtures.document([try odd(1, Edit(key, "\"\(secret)\"")), RecordFixtures.filing(2)])
  )
  let reasons = try #require(outcomes[0].rejection).reasons
  #expect(reasons.map(\.code) == [code])
  #expect(reasons.first?.found == key.replacing(".", with: "/"))
  let all = (reasons + file.diagnostics).map(\.description).joined()
  #expect(!all.contains("81726354"))
  #expect(outcomes[1].filing != nil)
}

@Test(arguments: ["null", "\"\"", "[]", "{\"codeSentAt\": \"2026-11-03 09:31\"}"])
func aMemberWithoutASecretInItIsOnlyUnknown(_ value: String) throws {
  let said = try told([try odd(1, Edit("employee.captcha", value))])
  #expect(said.map(\.code) == ["record.unknownKey"])
}

@Test func aSecretInsideOfWhatNobodyReadsIsFound() throws {
  let row = try odd(1, Edit("extra", #"{"hall":[{"user":"a","password":"geheim8172"}]}"#))
  let (_, outcomes) = try open(RecordFixtures.document([row]))
  #expect(outcomes[0].rejection?.reasons.map(\.found) == ["extra/hall/0/password"])
  let head = RecordFixtures.document([RecordFixtures.filing(1)])
    .replacingFirst(#""employer":{"#, with: #""config":{"pwd":"geheim8172"},"employer":{"#)
  #expect(saidOfHead(head).map(\.code) == ["V-52"])
}

/// The code of a proof of insurance is printed on it for everyone to read.
@Test func theCodeOfAProofIsNoSecret() throws {
  let proofs = #""injuryProofs":[{"section":"个人","verifyCode":"K7M2","periods":[]}],"employer":{"#
  let text = RecordFixtures.document([RecordFixtures.filing(1)])
    .replacingFirst(#""employer":{"#, with: proofs)
  #expect(try open(text).file.diagnostics.isEmpty)
}
