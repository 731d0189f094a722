import Diagnostics
import TestSupport
import Testing

@testable import Records

@Test(arguments: Profile.allCases)
func fixturesAreSoundInEveryPlace(_ profile: Profile) throws {
  let text = RecordFixtures.batchJSON(
    rows: 90,
    profile: profile.rawValue,
    kinds: RecordFixtures.Kind.allCases
  )
  let (file, outcomes) = try open(text)
  #expect(file.diagnostics.isEmpty)
  let filings = outcomes.compactMap(\.filing)
  #expect(filings.count == 90)
  #expect(filings.allSatisfy { $0.notices.isEmpty })
  #expect(filings.count { $0.kind == .terminate } == 30)
  #expect(filings.allSatisfy { ($0.termination != nil) == ($0.kind == .terminate) })
  #expect(filings.allSatisfy { ($0.contract.prior != nil) == ($0.kind == .renew) })
  let plain = try open(RecordFixtures.batchJSON(rows: 3)).outcomes.compactMap(\.filing)
  #expect(Set(plain.map(\.contract.termType)) == Set(TermType.allCases))
}

@Test func fixturesAreTheSameForTheSameSeed() {
  #expect(RecordFixtures.batchJSON(rows: 9) == RecordFixtures.batchJSON(rows: 9))
  #expect(RecordFixtures.batchJSON(rows: 9) != RecordFixtures.batchJSON(rows: 9, seed: 8))
  #expect(RecordFixtures.filing(1) != RecordFixtures.filing(2))
  #expect(RecordFixtures.jsonLines(rows: 3).split(separator: "\n").count == 4)
}

@Test func fixturesHoldOnlyInventedNumbersWithRightChecks() throws {
  let areas: Set = ["220102", "220104", "530302", "530328", "140107", "430203"]
  for number in 1...200 {
    let filing = try #require(
      try open(RecordFixtures.document([RecordFixtures.filing(number)])).outcomes.first?.filing
    )
    let id = try #require(ResidentNumber(filing.employee.idNumber))
    #expect(id.isCheckRight && areas.contains(String(filing.employee.idNumber.prefix(6))))
    #expect(id.sex == filing.employee.sex)
    #expect(filing.employee.phone.hasPrefix("1350000"))
  }
  let code = try #require(CreditCode(RecordFixtures.employerCode))
  #expect(code.isCheckRight && code.isOrganisationCodeRight)
  #expect(RecordFixtures.employerCode == "91220102MA0Y00008L")
}

@Test func theHelpersOfFixturesComputeTheChecksOfTheStandards() {
  #expect(
    RecordFixtures.resident(area: "110101", birth: "19900307", sequence: 771)
      == "110101199003077715"
  )
  #expect(RecordFixtures.creditCode("92220102MA15438D0") == "92220102MA15438D0X")
  #expect(RecordFixtures.creditCode("91220104MA15XJNY8") == "91220104MA15XJNY8M")
}
