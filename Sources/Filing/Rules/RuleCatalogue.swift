/// Every rule that has a predicate in this module.
public enum RuleCatalogue {
  /// All rules, in the order of their codes.
  public static let rules: [Rule] = {
    var seen: Set<String> = []
    return everyRule.filter { seen.insert($0.code).inserted }
      .map { (key: codeOrder($0.code), rule: $0) }
      .sorted { $0.key < $1.key }
      .map(\.rule)
  }()

  /// The codes of all rules.
  static let codes: Set<String> = Set(everyRule.map(\.code))

  /// All rules; those that look at filings and at heads alike stand there twice.
  private static var everyRule: [Rule] { rowRules + headRules.map(\.rule) + fileRules }

  /// The rules over single filings, in the order in which their findings are told.
  static let rowRules: [Rule] = [
    .longName, .ageOfEmployee, .oldNumber, .knownDivision, .mobileOfEmployee, .writtenDates,
    .requiredFields,
    .signedInTime, .doubledWage, .tacitOpenContract, .contractItems, .minimumWage,
    .probationLength, .probationOnly, .probationWage, .openContractDue, .serviceForOpenContract,
    .termWithinWorkingLife, .dispatchTerm, .nonCompete, .liquidatedDamages, .newWindow,
    .renewalWindow, .lateRenewal, .terminationWindow, .filingPeriod, .renewalFollowsPrior,
    .revocationWindow, .importWindow, .stateGate, .contractTemplate, .signedBeforeSubmission,
    .reasonFitsType, .endOfTerm, .notice, .protectedWorker, .unionNotice, .certificateDates,
    .terminationDate, .withinProbation, .compensationDue, .supplement, .bankAccount,
    .requiredAttachments,
    .priorAndSequence, .probationWageCeiling, .certificateNotAhead, .rosterNumber, .copies,
    .hiredBeforeTerm,
  ]

  /// The rules over heads.
  static let headRules: [HeadRule] = [
    .mobileOfAgent, .landline, .employerItems, .staffCounts, .accountName, .seals, .sealUses,
    .verificationCodes, .pendingChanges,
    .insuranceKinds, .bankAccountsOfLists,
  ]

  /// The rules that only the whole file shows; their predicates stand in `Duplicates`.
  static let fileRules: [Rule] = [
    .onePendingFiling, .massLayoff, .insuranceReason, .repeatedFiling,
  ]

  /// Returns what sorts codes by their number.
  static func codeOrder(_ code: String) -> String {
    let isDigit: (UInt8) -> Bool = { (48...57).contains($0) }
    guard let start = code.utf8.firstIndex(where: isDigit) else { return code }
    let digits = code.utf8[start...].prefix(while: isDigit).count
    let padding = String(repeating: "0", count: max(0, 4 - digits))
    return code[..<start] + padding + code[start...]
  }
}
