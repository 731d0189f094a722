import Calendar
import Diagnostics
import Digests
import Ledger
import Signing

/// What the ledger remembers of documents on their way from the employer's signature to the employee's.
///
/// A file is on the disk before the ledger tells of it: a run that was cut off between the two is run again, finds the
/// file and enters it then.
final class SigningFlow {
  let place: LedgerPlace
  private let ledger: Ledger
  private let time: ActionTime
  private let deadline: CivilDate
  /// The filing that all documents belong to, where it was named.
  private let filing: FilingTrace?
  private var drafts: [SigningDraft] = []

  /// How many documents are entered at once: each entering waits for the disk.
  private static let pieceLength = 100

  init(
    at place: LedgerPlace,
    _ ledger: Ledger,
    time: ActionTime,
    deadline: CivilDate,
    filing: FilingTrace? = nil
  ) {
    self.place = place
    self.ledger = ledger
    self.time = time
    self.deadline = deadline
    self.filing = filing
  }

  /// What makes the traces of filings under the salt of the ledger.
  var traces: TraceMaker { ledger.traceMaker() }

  // MARK: The employer

  /// Notes a file that the employer has signed.
  func note(
    _ file: [UInt8],
    title: String,
    person: String,
    filing: FilingTrace? = nil
  ) throws(CommandFailure) {
    drafts.append(
      SigningDraft(
        title: title,
        person: person,
        filing: filing ?? self.filing,
        deadline: deadline,
        file: Digest(of: file)
      )
    )
    if drafts.count == Self.pieceLength { try settle() }
  }

  /// Enters what was noted.
  func settle() throws(CommandFailure) {
    guard !drafts.isEmpty else { return }
    let drafts = drafts
    self.drafts = []
    try place.telling { [ledger, time] () throws(LedgerFailure) in
      try ledger.openSignings(drafts, at: time)
    }
  }

  // MARK: The employee

  /// Returns the document that `bytes` are; nothing when it was never entered.
  func document(of bytes: [UInt8]) throws(CommandFailure) -> SigningCase? {
    try place.telling { () throws(LedgerFailure) in try ledger.signing(of: bytes) }
  }

  /// Returns why the employee cannot sign `document` now, or nothing when they can.
  func refusal(of document: SigningCase) -> Diagnostic? { document.refusal(on: time.day) }

  /// Enters that the employee has signed `document`, as the `file` that `keep` puts in its place.
  func finish(
    _ document: SigningCase,
    as file: [UInt8],
    keep: () throws(CommandFailure) -> Void = {}
  ) throws(CommandFailure) {
    try place.telling { () throws(LedgerFailure) in
      try ledger.sign(document.number, file: Digest(of: file), at: time, keep: keep)
    }
  }
}
