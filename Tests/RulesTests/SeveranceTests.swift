import Calendar
import Records
import Testing

@testable import Rules

private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

private func money(_ text: String) throws -> Money { try #require(Money(text)) }

@Test(arguments: try caseLines("severance.txt"))
func theMonthsOfPayAreThoseOfArticle47(_ cells: [String]) throws {
  let pay = try Severance(
    from: day(cells[0]),
    through: day(cells[1]),
    wage: money("2.00"),
    cap: nil
  )
  #expect(pay.months == cells[2])
  #expect(
    severanceHalfMonths(from: try day(cells[0]), through: try day(cells[1])) == pay.halfMonths
  )
}

@Test func theAmountIsWageTimesMonths() throws {
  let pay = try Severance(
    from: day("2018-07-02"),
    through: day("2021-10-08"),
    wage: money("5000.00"),
    cap: nil
  )
  #expect(pay.amount.description == "17500.00")
  #expect(!pay.isCapped)
}

@Test func aHighWageIsCutAtThreeTimesTheAverageAndTwelveYears() throws {
  let cap = SeveranceCap(wage: try money("21000.00"), years: 12)
  let (start, end) = (try day("2008-01-01"), try day("2021-10-08"))
  let high = Severance(from: start, through: end, wage: try money("40000.00"), cap: cap)
  #expect(high.isCapped && high.months == "12")
  #expect(high.base.description == "21000.00")
  #expect(high.amount.description == "252000.00")
  let level = Severance(from: start, through: end, wage: try money("21000.00"), cap: cap)
  #expect(!level.isCapped && level.months == "14")
}

@Test func aLowWageIsRaisedToTheMinimum() throws {
  let pay = try Severance(
    from: day("2021-01-01"),
    through: day("2021-12-31"),
    wage: money("900.00"),
    cap: nil,
    least: money("1500.00")
  )
  #expect(pay.amount.description == "1500.00")
}

@Test func halfAFenIsRoundedUp() throws {
  let pay = try Severance(
    from: day("2021-10-08"),
    through: day("2021-10-08"),
    wage: money("1000.01"),
    cap: nil
  )
  #expect(pay.amount.description == "500.01")
}

@Test(arguments: TerminationReason.allCases)
func theLawOfAReasonIsThatOfItsCodeAndBasis(_ reason: TerminationReason) throws {
  let basis = try #require(reason.basis.first.flatMap { LegalBasis($0) })
  #expect(reason.chiefPlace.law == basis.law && reason.chiefPlace.article == basis.article)
  let digits = reason.rawValue.dropFirst().prefix { $0.isNumber }
  let isOtherLaw = ["T05", "T06", "TGS"].contains(reason.rawValue)
  #expect(reason.article == (isOtherLaw ? 0 : Int(digits)))
}
