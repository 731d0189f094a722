import Calendar
import TestSupport
import Testing

@testable import Records

/// Filters that look at more than the value: boxes, ages and masks.
struct FilterTests {
  private func printed(
    _ path: String,
    _ filter: ValueFilter,
    _ edits: Edit...
  ) throws -> String? {
    let text = [RecordFixtures.head(), try row(3, .new, edits)].joined(separator: "\n")
    let (file, outcomes) = try open(text)
    let filing = try #require(outcomes.first?.filing, "\(outcomes.first?.said ?? [])")
    let field = try #require(FieldCatalogue[path])
    return field.text(FieldSubject(batch: file.batch, filing: filing), as: filter)
  }

  @Test func theRightBoxIsTicked() throws {
    #expect(
      try printed("c.termType", .ticks)
        == "☑固定期限\u{3000}☐无固定期限\u{3000}☐以完成一定工作任务为期限"
    )
    #expect(try printed("c.probation.has", .ticks) == "☐是\u{3000}☑否")
  }

  @Test func aListTicksAllThatItNames() throws {
    let text = try printed(
      "c.insuranceKinds",
      .ticks,
      Edit("contract.insuranceKinds", #"["210","410"]"#)
    )
    #expect(text?.contains("☑失业保险") == true)
    #expect(text?.contains("☑工伤保险") == true)
    #expect(text?.filter { $0 == "☑" }.count == 2)
  }

  @Test func aWordOfNoListStandsAtTheEnd() throws {
    let text = try printed("c.employmentForm", .ticks, Edit("contract.employmentForm", "\"在编\""))
    #expect(text?.hasSuffix("☑在编") == true)
  }

  @Test func whatIsAbsentLeavesBoxesToBeTickedByHand() throws {
    #expect(try printed("e.specialWork", .ticks) == "☐是\u{3000}☐否")
  }

  @Test func agesAndMonthsCountToTheDayOfTheFile() throws {
    // The file is judged on 2026-11-20.
    let born = Edit("employee.birthDate", nil)
    #expect(
      try printed("c.startDate", .fullYears, born, Edit("contract.startDate", "\"2026-11-08\""))
        == "0"
    )
    let day = try #require(CivilDate(year: 2000, month: 2, day: 29))
    let years = try ["2018-02-27", "2018-02-28", "2018-03-01", "1999-01-01"].map {
      day.fullYears(on: try #require(CivilDate(iso: $0)))
    }
    #expect(years == [17, 18, 18, 0])
  }

  @Test(arguments: [
    ("2026-11-21", 0), ("2026-11-20", 1), ("2025-11-21", 1), ("2025-11-20", 2), ("2016-11-21", 10),
  ])
  func aBegunYearOfServiceCountsAsOne(_ start: String, _ years: Int) throws {
    let end = try #require(CivilDate(year: 2026, month: 11, day: 20))
    #expect(try #require(CivilDate(iso: start)).startedYears(on: end) == years)
  }

  @Test func aPersonMayBeMaskedWhereTheDocumentShowsAll() throws {
    #expect(try printed("e.name", .masked) == "李**")
    #expect(try printed("e.idNumber", .masked)?.hasPrefix("**************") == true)
  }

  @Test func numbersHaveCapitalsToo() {
    let numbers = [0: "零", 3: "叁", 12: "壹拾贰", 105: "壹佰零伍", -2: "负贰"]
    for (number, text) in numbers { #expect(number.capitals == text) }
    #expect(ValueFilter.capitals.apply(to: .integer(3)) == "叁")
  }

  @Test func aMonthIsPrintedWithoutItsDay() throws {
    let date = try #require(CivilDate(iso: "2026-11-08"))
    #expect(ValueFilter.yearAndMonth.apply(to: .date(date)) == "2026-11")
  }
}
