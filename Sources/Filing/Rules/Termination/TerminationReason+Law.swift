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
  var article: Int {
    let digits = rawValue.dropFirst().prefix { $0.isNumber }
    return Int(digits) ?? 0
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
