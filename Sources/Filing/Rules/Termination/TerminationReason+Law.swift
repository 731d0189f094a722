import Records

/// Whether severance pay is due for a reason (Labour Contract Law article 46; 实施条例 5, 6, 22).
enum SeveranceDue {
  case yes
  case no
  /// It depends on a law that the record does not name.
  case byRule
}

extension TerminationReason {
  /// Whether the relation is dissolved before its term or ends with it (articles 36 to 41 and 44).
  var type: TerminationType {
    switch article {
    case 36...41: .dissolved
    default: .ended
    }
  }

  /// The article of the Labour Contract Law that the reason's code names; 0 when it names another law.
  ///
  /// It is asked of every termination by several rules, so it is not read from the code.
  var article: Int {
    switch self {
    case .agreedByEmployer, .agreedByWorker: 36
    case .resigned, .resignedOnProbation: 37
    case .unprotected, .unpaid, .uninsured, .unlawfulRules, .voidContract, .otherEmployerFault,
      .forced:
      38
    case .unfitOnProbation, .brokeRules, .neglected, .secondEmployer, .deceived, .prosecuted: 39
    case .ill, .incompetent, .circumstances: 40
    case .restructuring, .severeDifficulty, .changedProduction, .otherEconomicChange: 41
    case .expired, .expiredRefused, .taskDone, .pension, .retirementAge, .died, .bankrupt, .closed,
      .otherByLaw:
      44
    case .partTimeEnded: 71
    case .refusedWithinMonth, .refusedAfterMonth, .injured: 0
    }
  }

  /// The article that a legal basis must name, as the first of `basis` does.
  var chiefPlace: (law: LegalBasis.Law, article: Int) {
    switch self {
    case .retirementAge: (.implementingRegulation, 21)
    case .refusedWithinMonth: (.implementingRegulation, 5)
    case .refusedAfterMonth: (.implementingRegulation, 6)
    case .injured: (.implementingRegulation, 23)
    default: (.labourContractLaw, article)
    }
  }

  /// Whether the employer alone dissolves for the worker's fault (article 39).
  var isForFault: Bool { article == 39 }

  /// Whether the employer dissolves without the worker's fault (articles 40 and 41).
  var isWithoutFault: Bool { article == 40 || article == 41 }

  /// Whether severance pay is due.
  var severance: SeveranceDue {
    switch self {
    case .agreedByEmployer, .expired, .taskDone, .bankrupt, .closed, .refusedAfterMonth, .injured:
      .yes
    case .agreedByWorker, .resigned, .resignedOnProbation, .expiredRefused, .pension,
      .retirementAge, .died, .refusedWithinMonth, .partTimeEnded:
      .no
    case .otherByLaw: .byRule
    default: article == 39 ? .no : .yes
    }
  }
}
