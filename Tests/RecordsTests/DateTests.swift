import Calendar
import Diagnostics
import TestSupport
import Testing

@testable import Records

/// Returns what is read from the signing day of one row.
private func signDate(_ json: String) throws -> (date: CivilDate?, codes: [String]) {
  let row = RecordFixtures.filing(1).replacingFirst(
    #""signDate":"2026-11-08""#,
    with: "\"signDate\":\(json)"
  )
  switch try #require(try open(RecordFixtures.document([row])).outcomes.first) {
  case .accepted(let filing): return (filing.contract.signDate, filing.notices.map(\.code))
  case .refused(let rejection): return (nil, rejection.reasons.map(\.code))
  }
}

@Test(arguments: [
  (#""2021-10-08""#, []), (#""2021-10-08 10:22:31.0""#, ["V-06a"]),
  (#""2021-10-08T00:00:00""#, ["V-06a"]), (#""2021-10-08T08:30+08:00""#, ["V-06a"]),
  (#""2021/10/8 8:30""#, ["V-06a"]),
  (#""20211008""#, ["V-06a"]), ("20211008", ["V-06a"]), (#""2021/10/8""#, ["V-06a"]),
  (#""2021/10/08""#, ["V-06a"]), (#""2021.10.8""#, ["V-06a"]), (#""2021-10-8""#, ["V-06a"]),
  (#""2021年10月8日""#, ["V-06a"]), (#""2021年10月08日""#, ["V-06a"]),
])
func everyWrittenFormOfADayIsRead(_ vector: (String, [String])) throws {
  let (date, codes) = try signDate(vector.0)
  #expect(date == CivilDate(year: 2021, month: 10, day: 8))
  #expect(codes == vector.1)
}

@Test(arguments: [
  "2021-02-29", "2021-13-01", "2021-00-10", "2021-10-00", "1899-12-31", "2101-01-01", "明天",
  "2021-10",
  "10/08/2021", "２０２１-10-08", "2021-10-08 下午", "99999999", "2021--10-08", "2021-10-08 24:00",
  "2021-10-08 ", "2021-10-08 10", "2021-10-08 :::", "2021-10-08T10:61", "2021-10-08T10:22:31Z",
  "2021-10-08T00:00:00-05:00", "44477.354",
])
func whatIsNoDayIsRefused(_ text: String) throws {
  #expect(try signDate("\"\(text)\"").codes == ["V-06"])
}

@Test func aTimeThatIsLeftOutIsTold() throws {
  let row = RecordFixtures.filing(1)
    .replacingFirst(#""signDate":"2026-11-08""#, with: #""signDate":"2026-11-08 08:30""#)
  let told = try #require(
    try open(RecordFixtures.document([row])).outcomes[0].filing?.notices.first
  )
  #expect(told.message == "签订日期：日期后面的时间 08:30 已舍去，已读作 2026-11-08")
  #expect(told.severity == .warning && told.found == "2026-11-08 08:30")
}

/// The day of another zone may be another in China, and nobody can see which was meant.
@Test func aTimeOfAnotherZoneIsRefusedWithItsReason() throws {
  let row = RecordFixtures.filing(1)
    .replacingFirst(#""signDate":"2026-11-08""#, with: #""signDate":"2026-11-07T16:00:00Z""#)
  let told = try #require(
    try open(RecordFixtures.document([row])).outcomes[0].rejection?.reasons.first
  )
  #expect(told.code == "V-06" && told.advice?.contains("时区") == true)
}

/// When something was done is told to the second by the systems themselves.
@Test(arguments: [
  ("2026-11-18 10:22:31.0", []), ("2026-11-18", []), ("2026-11-18T10:22:31+08:00", []),
  ("2026-11-18T10:22:31Z", ["V-06"]), ("2026-11-18 25:00", ["V-06"]),
])
func momentsKeepTheirTimeToThemselves(_ vector: (String, [String])) throws {
  let row = RecordFixtures.filing(1).replacingFirst(
    #""rostered""#,
    with: "\"submittedAt\":\"\(vector.0)\",\"rostered\""
  )
  let outcome = try #require(try open(RecordFixtures.document([row])).outcomes.first)
  #expect((outcome.rejection?.reasons ?? outcome.filing?.notices ?? []).map(\.code) == vector.1)
  if vector.1.isEmpty { #expect(outcome.filing?.submittedAt?.description == "2026-11-18") }
}

@Test(arguments: ["1940-06-01", "1986-05-04", "1919-04-13", "1949-05-01"])
func daysWithoutMidnightInShanghaiAreDaysLikeAnyOther(_ text: String) throws {
  #expect(try signDate("\"\(text)\"").date?.description == text)
}

@Test func serviceIsCountedWhereTheRecordLeavesItOut() throws {
  let row = RecordFixtures.filing(1, kind: .terminate)
    .replacingFirst(#""serviceStart":"2023-11-08","serviceYears":3,"serviceMonths":0,"#, with: "")
    .replacingFirst(#""hireDate":"2023-11-08""#, with: #""hireDate":"2022-08-20""#)
    .replacingFirst(#""reasonText":"劳动合同期满","#, with: "")
  let ending = try #require(
    try open(RecordFixtures.document([row])).outcomes.first?.filing?.termination
  )
  #expect((ending.serviceYears, ending.serviceMonths) == (4, 2))
  #expect(ending.reasonText == "劳动合同期满")
}
