/// Every rule that has a predicate in this module.
public enum RuleCatalogue {
  /// All rules, in the order of their codes.
  public static let rules: [Rule] = {
    var seen: Set<String> = []
    return (rowRules + headRules.map(\.rule) + fileRules)
      .filter { seen.insert($0.code).inserted }
      .sorted { codeOrder($0.code) < codeOrder($1.code) }
  }()

  /// The codes of all rules.
  static let codes: Set<String> = Set(rules.map(\.code))

  /// The rules over single filings, in the order in which their findings are told.
  static let rowRules: [Rule] = [
    .longName, .ageOfEmployee, .oldNumber, .knownDivision, .mobileOfEmployee, .requiredFields,
    .signedInTime, .doubledWage, .tacitOpenContract, .contractItems, .minimumWage,
    .probationLength, .probationOnly, .probationWage, .openContractDue, .serviceForOpenContract,
    .termWithinWorkingLife, .dispatchTerm, .nonCompete, .liquidatedDamages, .newWindow,
    .renewalWindow, .lateRenewal, .terminationWindow, .filingPeriod, .renewalFollowsPrior,
    .revocationWindow, .importWindow, .stateGate, .contractTemplate, .signedBeforeSubmission,
    .reasonFitsType, .endOfTerm, .notice, .protectedWorker, .unionNotice, .certificateDates,
    .terminationDate, .withinProbation, .compensationDue, .bankAccount, .requiredAttachments,
    .priorAndSequence, .probationWageCeiling, .certificateNotAhead, .rosterNumber, .copies,
    .hiredBeforeTerm,
  ]

  /// The rules over heads.
  static let headRules: [HeadRule] = [.mobileOfAgent, .landline, .employerItems, .staffCounts]

  /// The rules that only the whole file shows; their predicates stand in `Duplicates`.
  static let fileRules: [Rule] = [.onePendingFiling, .massLayoff, .repeatedFiling]

  /// Returns what sorts codes by their number.
  static func codeOrder(_ code: String) -> String {
    let digits = code.filter(\.isNumber)
    let padding = String(repeating: "0", count: max(0, 4 - digits.count))
    return code.prefix { !$0.isNumber } + padding + code.drop { !$0.isNumber }
  }
}
