public import Calendar

/// The end of a relation (Labour Contract Law article 36-50).
public struct Termination: Sendable {
  /// Dissolved, or ended with its term.
  public let type: TerminationType
  /// Why.
  public let reason: TerminationReason
  /// Why, in the words to print.
  public let reasonText: String
  /// The articles it rests on.
  public let basis: [BasisText]
  /// The last day of the relation.
  public let date: CivilDate
  /// The day notice was given.
  public let noticeDate: CivilDate?
  /// How notice was given.
  public let noticeForm: String?
  /// Whether work was handed over.
  public let handoverDone: Bool?
  /// The day the union was told (article 43).
  public let unionNotifiedDate: CivilDate?
  /// The first day of service.
  public let serviceStart: CivilDate
  /// Whole years of service.
  public let serviceYears: Int
  /// Months of service beyond the years.
  public let serviceMonths: Int
  /// What is paid for it.
  public let compensation: Compensation?
  /// 合同终止或解除人员类别.
  public let personCategory: String?
  /// What protects the person from dismissal, such as 孕期 (article 42).
  public let protections: [String]
  /// The certificate, once there is one.
  public let certificate: TerminationCertificate?
  /// What the employer has done for the person since.
  public let aftermath: Aftermath
}

/// An article as the record names it, and as far as it is understood.
public struct BasisText: Sendable, Hashable {
  /// The record's own words.
  public let text: String
  /// The place in the law, when the record uses its notation.
  public let place: LegalBasis?
}

/// Severance pay (article 46-47).
public struct Compensation: Sendable, Hashable {
  /// Whether any is due.
  public let payable: Bool
  /// Whether it has been paid.
  public let paid: Bool
  /// For how many months, as the record writes it.
  public let months: String?
  /// The wage it is reckoned by.
  public let baseWage: Money?
  /// The amount.
  public let amount: Money?
  /// Pay in place of notice (article 40).
  public let noticePay: Money?
  /// The day it was paid.
  public let paidDate: CivilDate?
}

/// The certificate of article 50.
public struct TerminationCertificate: Sendable, Hashable {
  /// Its number.
  public let no: String?
  /// The day of issue.
  public let issueDate: CivilDate?
  /// The day it was handed over.
  public let deliveredDate: CivilDate?
  /// How it was handed over.
  public let delivery: String?
  /// Who received it.
  public let receiver: String?
}

/// What an employer does within days after the end (Labour Contract Law article 50; 社会保险法 article 50).
public struct Aftermath: Sendable, Hashable {
  /// The day the personal file was handed on (档案转移).
  public let archiveTransferred: CivilDate?
  /// The day social insurance was handed on (社会保险关系转移).
  public let insuranceTransferred: CivilDate?
  /// The day the person was put on the list of the unemployed (失业人员名单) at the agency.
  public let unemploymentReported: CivilDate?
}
