import Calendar
import TestSupport
import Testing

private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

@Test(arguments: [
  ("2021-10-08", 36, "2024-10-07"), ("2024-02-29", 12, "2025-02-28"),
  ("2024-02-29", 36, "2027-02-28"), ("2024-02-29", 48, "2028-02-28"),
  ("2024-08-31", 6, "2025-02-28"), ("2023-01-31", 3, "2023-04-30"),
  ("2023-01-30", 1, "2023-02-28"), ("2021-01-31", 1, "2021-02-28"),
  ("2020-02-29", 2, "2020-04-28"), ("2021-12-01", 3, "2022-02-28"),
  ("2022-03-01", 12, "2023-02-28"),
])
func aTermEndsWhereTheCivilCodeSays(_ vector: (String, Int, String)) throws {
  #expect(try day(vector.0).termEnd(months: vector.1) == day(vector.2))
}

@Test(arguments: [
  ("2021-01-31", 1, "2021-02-28"), ("2021-03-31", -1, "2021-02-28"),
  ("2024-01-31", 1, "2024-02-29"), ("2021-10-08", 1, "2021-11-08"),
  ("2021-12-31", 1, "2022-01-31"), ("2021-01-15", -13, "2019-12-15"),
  ("2000-02-29", 12, "2001-02-28"), ("2021-10-08", 0, "2021-10-08"),
])
func aMonthLaterIsTheCorrespondingDayOrTheMonthsLast(_ vector: (String, Int, String)) throws {
  #expect(try day(vector.0).addingMonths(vector.1) == day(vector.2))
}

@Test(arguments: [
  ("2021-10-08", "2024-10-07", 36), ("2021-10-08", "2024-10-06", 35),
  ("2021-10-08", "2024-10-08", 36), ("2020-02-27", "2020-02-28", 0),
  ("2019-11-01", "2021-02-09", 15), ("2020-03-06", "2021-03-06", 12),
  ("2021-10-08", "2022-01-06", 2), ("2021-10-08", "2022-01-07", 3),
  ("2021-10-08", "2021-10-08", 0), ("2021-10-08", "2020-01-01", 0),
])
func fullMonthsCountBothEnds(_ vector: (String, String, Int)) throws {
  #expect(try day(vector.0).fullMonths(through: day(vector.1)) == vector.2)
}

@Test(arguments: 0..<20 as Range<UInt64>)
func aTermOfSoManyMonthsHoldsSoManyFullMonths(_ seed: UInt64) throws {
  var random = SeededGenerator(seed: seed)
  for _ in 0..<200 {
    let start = try randomDay(&random)
    let months = Int.random(in: 1...400, using: &random)
    let end = start.termEnd(months: months)
    #expect(start.fullMonths(through: end) == months, "seed \(seed): \(start) \(months)")
    let shorter = start.fullMonths(through: end.addingDays(-1))
    #expect(shorter == months - 1, "seed \(seed): \(start) \(months)")
  }
}

@Test func arithmeticStopsAtTheFirstAndTheLastYear() throws {
  #expect(try day("9999-12-31").addingMonths(1).year == 9999)
  #expect(try day("9999-12-31").addingDays(1).description == "9999-12-31")
  #expect(try day("0001-01-01").addingDays(-1).description == "0001-01-01")
  #expect(try day("0001-01-15").addingMonths(-1).year == 1)
}

/// Returns a day between 1950 and 2090.
func randomDay(_ random: inout SeededGenerator) throws -> CivilDate {
  let (year, month) = (
    Int.random(in: 1950...2090, using: &random), Int.random(in: 1...12, using: &random)
  )
  let length = CivilDate.dayCount(ofMonth: month, year: year)
  let day = Int.random(in: 1...length, using: &random)
  return try #require(CivilDate(year: year, month: month, day: day))
}
