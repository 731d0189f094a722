/// A whole number that rule books set; content/rules/CN.yaml says where each comes from.
enum Figure: Int, CaseIterable, Sendable {
  // Windows of filing.
  case newMonths, renewMonthsBefore, renewMonthsAfter, terminateMonths, revokeDays
  case importWorkingDays, filingDaysAfterHire, filingDaysAfterEnd, terminateDaysAhead
  // Concluding contracts.
  case writtenContractMonths, leastAge, fixedTermsBeforeOpen, serviceYearsForOpen
  case fixedTermsCountFromYear, dispatchMonths, nonCompeteMonths
  // Probation.
  case probationWagePercent, openProbationMonths
  // Termination.
  case noticeDays, probationNoticeDays, transferDays, layoffPeople, layoffPercent
  case protectedServiceYears, protectedYearsToRetirement
  // Compensation.
  case compensationFromYear, compensationAverageMultiple, compensationCapYears
  // Copies that a place asks for.
  case contractCopies
  // Limits of upload templates.
  case uploadNameCharacters

  /// What the figure may be; amounts are multiplied by some, and days are counted on by others.
  var range: ClosedRange<Int> {
    switch self {
    case .probationWagePercent, .layoffPercent, .compensationAverageMultiple: 0...100
    default: 0...10_000
    }
  }

  /// The name that rule books know the figure by; its raw value is its place in a list of all.
  var name: String { "\(self)" }
}
