import Calendar
import Diagnostics
import Digests
import Ledger
import Signing

/// What the ledger remembers of documents on their way from the employer's signature to the employee's.
///
/// A file is on the disk before the ledger tells of it: a run that was cut off between the two is run again, finds the
/// file and enters it then.
struct SigningFlow {
  let place: LedgerPlace
  private let ledger: Ledger
  private let time: ActionTime
  private let deadline: CivilDate
  /// The filing that all documents belong to, where it was named.
  let owner: FilingOwner?

  init(
    at place: LedgerPlace,
    _ ledger: Ledger,
    time: ActionTime,
    deadline: CivilDate,
    owner: FilingOwner? = nil
  ) {
    self.place = place
    self.ledger = ledger
    self.time = time
    self.deadline = deadline
    self.owner = owner
  }

  /// What makes the traces of filings under the salt of the ledger.
  var traces: TraceMaker { ledger.traceMaker() }

  /// Whether a file with the hash `digest` is a saved roster, which waits for nobody else.
  func isRoster(_ digest: Digest) throws(CommandFailure) -> Bool {
    try place.telling { () throws(LedgerFailure) in try ledger.roster(ofFile: digest) != nil }
  }

  // MARK: The employer

  /// Returns what is entered of a file with the hash `file`, which the employer has signed.
  func draft(
    _ file: Digest,
    title: String,
    person: String,
    filing: FilingTrace? = nil
  ) -> SigningDraft {
    SigningDraft(
      title: title,
      person: person,
      filing: filing ?? owner?.filing,
      deadline: deadline,
      file: file
    )
  }

  /// Enters documents that the employer has signed.
  func open(_ drafts: [SigningDraft]) throws(CommandFailure) {
    guard !drafts.isEmpty else { return }
    try place.telling { () throws(LedgerFailure) in try ledger.openSignings(drafts, at: time) }
  }

  // MARK: The employee

  /// Returns the document that `bytes` are; nothing when it was never entered.
  func document(of bytes: [UInt8]) throws(CommandFailure) -> SigningCase? {
    try place.telling { () throws(LedgerFailure) in try ledger.signing(of: bytes) }
  }

  /// Returns why the employee cannot sign `document` now, or nothing when they can.
  func refusal(of document: SigningCase) -> Diagnostic? { document.refusal(on: time.day) }

  /// Enters that the employee has signed `documents`, whose files `keep` puts in their places by their indices.
  ///
  /// Returns why those were not kept that cannot be signed any more, by their indices.
  func finish(
    _ documents: [(document: SigningCase, file: Digest)],
    keep: (Int) throws(CommandFailure) -> Void
  ) throws(CommandFailure) -> [Int: Diagnostic] {
    try place.telling { () throws(LedgerFailure) in
      try ledger.sign(documents.map { ($0.document.number, $0.file) }, at: time, keep: keep)
    }
  }
}

/// A filing that a file made elsewhere belongs to, and who is to sign for it.
struct FilingOwner {
  let filing: FilingTrace
  /// The employee's name.
  let person: String
  /// The employer's name and credit code.
  let employer: [String]
}
