import Calendar
import Records
import TestSupport
import Testing

private func isEmployed(_ kind: RecordFixtures.Kind, _ day: String, _ edits: Edit...) throws -> Bool
{
  let outcome = try judged(try row(3, kind, edits))
  let filing = try #require(outcome.filing, "\(outcome.said)")
  return filing.isEmployed(on: try #require(CivilDate(iso: day)))
}

@Test(arguments: [
  ("2026-11-07", false), ("2026-11-08", true), ("2026-11-20", true), ("2029-11-07", true),
  ("2029-11-08", false),
])
func anApprovedContractEmploysForItsTerm(_ vector: (String, Bool)) throws {
  #expect(try isEmployed(.new, vector.0) == vector.1)
}

@Test func anOpenContractEmploysWithoutEnd() throws {
  let edits = [Edit("contract.termType", "\"open\""), Edit("contract.endDate", nil)]
  #expect(try isEmployed(.new, "2090-01-01", edits[0], edits[1]))
}

@Test(arguments: ["审核通过", "自动通过"])
func whatAReviewerOrTheSystemApprovedEmploys(_ status: String) throws {
  #expect(try isEmployed(.new, "2026-11-20", Edit("review.status", "\"\(status)\"")))
}

@Test(arguments: ["未审核", "审核不通过", "待提交"])
func whatIsNotApprovedEmploysNobody(_ status: String) throws {
  #expect(try !isEmployed(.new, "2026-11-20", Edit("review.status", "\"\(status)\"")))
}

@Test(arguments: [
  Edit("voidedAt", "\"2026-11-19\""), Edit("revokedAt", "\"2026-11-19\""),
  Edit("contractState", "\"作废\""), Edit("contractState", "\"撤销\""), Edit("contractState", "\"确定\""),
])
func whatIsVoidOrUnclearEmploysNobody(_ edit: Edit) throws {
  #expect(try !isEmployed(.new, "2026-11-20", edit))
}

@Test func anEndedRelationEmploysUntilItsLastDay() throws {
  #expect(try isEmployed(.terminate, "2026-11-07"))
  #expect(try !isEmployed(.terminate, "2026-11-08"))
}

@Test func aRenewalEmploysFromTheFirstHiring() throws {
  #expect(try isEmployed(.renew, "2026-11-20"))
  #expect(try !isEmployed(.renew, "2023-11-07"))
}
