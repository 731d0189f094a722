public import Calendar
public import Digests

/// A document that was destroyed (销毁): all that is left of it.
public struct Destruction: Sendable, Hashable {
  /// The archival code.
  public var code: String
  /// The digest of the document in hexadecimal digits.
  public var digest: String
  /// The title.
  public var title: String
  /// The first number.
  public var number: String?
  /// The employer.
  public var employer: String?
  /// The day of the document, `YYYY-MM-DD`.
  public var day: String
  /// How long it was kept.
  public var retention: String
  /// Who approved.
  public var approver: String
  /// When, `YYYY-MM-DD`.
  public var approvedOn: String

  /// Notes that `approver` approved on `approvedOn` that the document of `match` be destroyed.
  public init(of match: ArchiveMatch, approver: String, approvedOn: CivilDate) {
    code = match.code
    digest = match.digest
    title = match.title
    number = match.number
    employer = match.employer
    day = match.day
    retention = match.retention
    self.approver = approver
    self.approvedOn = "\(approvedOn)"
  }

  init(
    code: String,
    digest: String,
    title: String,
    number: String?,
    employer: String?,
    day: String,
    retention: String,
    approver: String,
    approvedOn: String
  ) {
    (self.code, self.digest, self.title, self.number) = (code, digest, title, number)
    (self.employer, self.day, self.retention) = (employer, day, retention)
    (self.approver, self.approvedOn) = (approver, approvedOn)
  }
}

/// What was destroyed at one time, which is kept for good (销毁清册).
///
/// Each register names the digest of the one before, so that none can be changed or left out unseen.
public struct DestructionRegister: Sendable, Hashable {
  /// The running number, from 1.
  public var number: Int
  /// The digest of the register before, as a file; nothing for the first.
  public var former: Digest?
  /// The digest of the list that was approved, as a file.
  public var list: Digest
  /// When the documents were destroyed.
  public var destroyedOn: CivilDate
  /// The documents, in the order of the list.
  public var documents: [Destruction]

  /// Creates a register.
  public init(
    number: Int,
    former: Digest?,
    list: Digest,
    destroyedOn: CivilDate,
    documents: [Destruction]
  ) {
    self.number = number
    self.former = former
    self.list = list
    self.destroyedOn = destroyedOn
    self.documents = documents
  }
}
