import Calendar
import Records
import Testing

@testable import Rules

private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

@Test(arguments: try caseLines("retirement.txt"))
func theDayOfRetirementIsThatOfTheTables(_ cells: [String]) throws {
  let steps = try shelf().book(for: .law).retirementSteps(on: day("2025-01-01"))
  let step = try #require(RetirementCategory(rawValue: cells[0]).flatMap { steps[$0] })
  let birth = try day(cells[1])
  #expect(step.delay(bornOn: birth) == Int(cells[3]))
  #expect(step.date(bornOn: birth).description == cells[2])
}

@Test func before2025TheOldAgesHold() throws {
  let steps = try shelf().book(for: .zhanyi).retirementSteps(on: day("2024-12-31"))
  #expect(try steps[.male60]?.date(bornOn: day("1990-03-07")) == day("2050-03-07"))
  #expect(try steps[.female50]?.date(bornOn: day("2000-02-29")) == day("2050-02-28"))
  #expect(steps[.special] == nil)
}

@Test func theAgeNeverFallsFromOneBirthdayToTheNext() throws {
  let steps = try shelf().book(for: .law).retirementSteps(on: day("2025-01-01"))
  for step in steps.values {
    var last = try step.date(bornOn: day("1955-01-01"))
    var birth = try day("1955-02-01")
    while birth.year < 2000 {
      let next = step.date(bornOn: birth)
      #expect(next > last, "\(step.category) \(birth)")
      (last, birth) = (next, birth.addingMonths(1))
    }
  }
}
