import Calendar
import TestSupport
import Testing

@Test(arguments: [(2000, true), (2024, true), (1900, false), (2100, false), (2021, false)])
func aYearIsLeapByTheGregorianRule(_ year: Int, _ isLeap: Bool) {
  #expect(CivilDate.isLeap(year) == isLeap)
  #expect((CivilDate(year: year, month: 2, day: 29) != nil) == isLeap)
  #expect(CivilDate.dayCount(ofMonth: 2, year: year) == (isLeap ? 29 : 28))
}

@Test func theMonthsHaveTheirDays() {
  let days = (1...12).map { CivilDate.dayCount(ofMonth: $0, year: 2021) }
  #expect(days == [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
}

@Test(arguments: [
  "2021-02-29", "2021-04-31", "2021-00-10", "2021-13-01", "2021-01-00", "2021-01-32", "0000-01-01",
  "2021-1-01", "2021-01-1", "21-01-01", "2021/01/01", "2021-01-01 ", " 2021-01-01", "2021-01-01T00",
  "20210101", "", "2021年1月1日", "２０２１-01-01", "+021-01-01", "2021-01--1", "２-01-01",
])
func whatIsNoCalendarDayIsNoDate(_ text: String) {
  #expect(CivilDate(iso: text) == nil)
}

@Test func aDateIsPrintedInThreeForms() throws {
  let date = try #require(CivilDate(iso: "2021-10-08"))
  #expect((date.year, date.month, date.day) == (2021, 10, 8))
  #expect(date.description == "2021-10-08")
  #expect(date.compact == "20211008")
  #expect(date.chinese == "2021年10月8日")
  #expect(CivilDate(year: 7, month: 1, day: 2)?.description == "0007-01-02")
}

@Test func aPartOfALongerTextCanBeADate() {
  #expect(CivilDate(iso: "2026-11-19 10:22:31".prefix(10))?.chinese == "2026年11月19日")
}

@Test func yearsHaveFourDigits() {
  #expect(CivilDate(year: 9999, month: 12, day: 31) != nil)
  #expect(CivilDate(year: 10000, month: 1, day: 1) == nil)
  #expect(CivilDate(year: 0, month: 1, day: 1) == nil)
  #expect(CivilDate(year: -1, month: 1, day: 1) == nil)
}

@Test func datesAreOrderedAsTheirTexts() throws {
  for seed in 1...100 as ClosedRange<UInt64> {
    var random = SeededGenerator(seed: seed)
    let dates = (0..<20).compactMap { _ in
      CivilDate(
        year: .random(in: 1...9999, using: &random),
        month: .random(in: 1...12, using: &random),
        day: .random(in: 1...31, using: &random)
      )
    }
    #expect(
      dates.sorted().map(\.description) == dates.map(\.description).sorted(),
      "seed \(seed)"
    )
    #expect(dates.map { CivilDate(iso: $0.description) } == dates, "seed \(seed)")
  }
}
