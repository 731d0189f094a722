public import Calendar
public import Diagnostics

/// One filing: what happened between the employer and one person, and how far its review has come.
///
/// A class, because a row passes through many hands and none changes it; only a sound row becomes one.
public final class Filing: Sendable {
  /// The row in the record file, from 1.
  public let row: Int
  /// The employer's own key of the filing.
  public let id: String
  /// What the filing does.
  public let kind: FilingKind
  /// Where the contract stands in the filing system.
  public let contractState: ContractState
  /// How far the review has come.
  public let review: Review
  /// Whether a saved roster holds it already.
  public let rostered: Bool
  /// The number of that roster.
  public let rosterNo: String?
  /// The day it was submitted.
  public let submittedAt: CivilDate?
  /// The day it was approved.
  public let approvedAt: CivilDate?
  /// The day it was declared void.
  public let voidedAt: CivilDate?
  /// The day it was revoked.
  public let revokedAt: CivilDate?
  /// A remark for the last column.
  public let remark: String?
  /// The kinds of the attachments that are there, such as 续签情况说明.
  public let attachments: [String]
  /// The name of the file with further clauses, where the record tells it.
  public let supplement: String?
  /// The person.
  public let employee: Employee
  /// The contract.
  public let contract: Contract
  /// The end of the relation; always there when the kind is `terminate`.
  public let termination: Termination?
  /// What is worth mending in this row though it is used.
  ///
  /// Keys that nobody understands are told once for the whole file, in its `diagnostics`.
  public let notices: [Diagnostic]
  /// The keys of this row that nobody understands.
  let unknownKeys: [Diagnostic]

  init(
    row: Int,
    head: FilingHead,
    employee: Employee,
    contract: Contract,
    termination: Termination?,
    notices: [Diagnostic]
  ) {
    self.row = row
    id = head.id
    kind = head.kind
    contractState = head.contractState
    review = head.review
    rostered = head.rostered
    rosterNo = head.rosterNo
    submittedAt = head.submittedAt
    approvedAt = head.approvedAt
    voidedAt = head.voidedAt
    revokedAt = head.revokedAt
    remark = head.remark
    attachments = head.attachments
    supplement = head.supplement
    self.employee = employee
    self.contract = contract
    self.termination = termination
    self.notices = notices.filter { $0.code != "record.unknownKey" }
    unknownKeys = notices.filter { $0.code == "record.unknownKey" }
  }
}

/// The plain members of a filing.
struct FilingHead {
  let id: String
  let kind: FilingKind
  let contractState: ContractState
  let review: Review
  let rostered: Bool
  let rosterNo: String?
  let submittedAt: CivilDate?
  let approvedAt: CivilDate?
  let voidedAt: CivilDate?
  let revokedAt: CivilDate?
  let remark: String?
  let attachments: [String]
  let supplement: String?
}

extension Filing {
  /// The kind of the attachment that holds further clauses of an electronic contract.
  public static var supplementKind: String { "补充条款PDF" }
}
