import Calendar
import TestSupport
import Testing

private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

@Test(arguments: [
  ("2021-10-08", 1, "2021-10-09"), ("2021-12-31", 1, "2022-01-01"),
  ("2024-02-28", 1, "2024-02-29"), ("2023-02-28", 1, "2023-03-01"),
  ("2021-06-01", 7, "2021-06-08"), ("2000-03-01", -1, "2000-02-29"),
  ("1900-03-01", -1, "1900-02-28"), ("2021-01-01", -366, "2020-01-01"),
])
func daysAreCountedThroughMonthsAndYears(_ vector: (String, Int, String)) throws {
  #expect(try day(vector.0).addingDays(vector.1) == day(vector.2))
}

@Test func everyDayOfACenturyFollowsTheOneBefore() throws {
  var (date, number) = (try day("1949-12-31"), try day("1949-12-31").dayNumber)
  for _ in 0..<40_000 {
    let next = date.addingDays(1)
    #expect(next > date && next.dayNumber == number + 1)
    #expect(next.weekday == date.weekday % 7 + 1)
    (date, number) = (next, number + 1)
  }
}

@Test(arguments: [
  ("2021-10-08", 5), ("2021-02-07", 7), ("1970-01-01", 4), ("2000-02-29", 2), ("2026-11-26", 4),
])
func theDayOfTheWeekIsThatOfTheCalendar(_ vector: (String, Int)) throws {
  #expect(try day(vector.0).weekday == vector.1)
}

/// The Spring Festival of 2021: free from 11 to 17 February, worked on Sunday 7 and Saturday 20 February.
private func springFestival() throws -> WorkingCalendar {
  let first = try day("2021-02-11")
  return WorkingCalendar(
    holidays: Set((0..<7).map { first.addingDays($0) }),
    makeUpDays: [try day("2021-02-07"), try day("2021-02-20")],
    years: [2021]
  )
}

@Test(arguments: [
  ("2021-02-07", true), ("2021-02-10", true), ("2021-02-11", false), ("2021-02-17", false),
  ("2021-02-18", true), ("2021-02-20", true), ("2021-02-21", false), ("2021-02-27", false),
])
func holidaysAreFreeAndMakeUpDaysAreWorked(_ vector: (String, Bool)) throws {
  #expect(try springFestival().isWorkingDay(day(vector.0)) == vector.1)
}

@Test func workingDaysAreCountedWithoutTheFirst() throws {
  let calendar = try springFestival()
  let start = try day("2021-02-05")
  #expect(try calendar.workingDays(after: start, through: day("2021-02-10")) == 4)
  #expect(try calendar.workingDays(after: start, through: day("2021-02-20")) == 7)
  #expect(try calendar.workingDays(after: start, through: day("2021-02-22")) == 8)
  #expect(calendar.workingDays(after: start, through: start) == 0)
  #expect(try calendar.day(7, workingDaysAfter: start) == day("2021-02-20"))
}

@Test func aFreeLastDayMovesToTheNextWorkingDay() throws {
  let calendar = try springFestival()
  #expect(try calendar.shifted(day("2021-02-12")) == day("2021-02-18"))
  #expect(try calendar.shifted(day("2021-02-20")) == day("2021-02-20"))
  #expect(try calendar.shifted(day("2021-02-27")) == day("2021-03-01"))
}

@Test func aYearWithoutATableIsNotKnown() throws {
  let calendar = try springFestival()
  #expect(try calendar.knows(day("2021-01-01"), through: day("2021-12-31")))
  #expect(try !calendar.knows(day("2021-12-01"), through: day("2022-01-05")))
  #expect(try calendar.knows(day("2022-01-05"), through: day("2021-12-01")))
}
