public import Calendar
public import Diagnostics
public import Digests
import GRDB

extension Ledger {
  /// Enters documents that the employer has signed.
  ///
  /// A file that was entered before is left as it is, so that a run that was cut off can be run again.
  public func openSignings(
    _ drafts: [SigningDraft],
    at time: ActionTime
  ) throws(LedgerFailure) {
    try change { db in
      for draft in drafts where try db.signing(ofFile: draft.file) == nil {
        try db.open(draft, at: time)
      }
    }
  }

  /// Enters that the employee has signed `documents`, whose files `keep` puts in their places by their indices.
  ///
  /// `keep` runs while other processes wait: nobody signs the same documents meanwhile. A kill between the two, or a
  /// failure to keep one, leaves files that the next run enters.
  ///
  /// - Returns: Why documents that do not wait for a signature any more were not kept, by their indices.
  public func sign(
    _ documents: [(number: String, file: Digest)],
    at time: ActionTime,
    keep: (Int) throws -> Void
  ) throws(LedgerFailure) -> [Int: Diagnostic] {
    try change { db in
      var refusals: [Int: Diagnostic] = [:]
      for (index, document) in documents.enumerated() {
        if let refusal = refusal(of: try db.signing(document.number), as: .signed, on: time.day) {
          refusals[index] = refusal
          continue
        }
        try keep(index)
        try db.end(document.number, as: .signed, file: document.file, at: time)
      }
      return refusals
    }
  }

  /// Enters that the employee refuses the document `number`, for a `reason`.
  public func refuseSigning(
    _ number: String,
    reason: String,
    at time: ActionTime
  ) throws(LedgerFailure) {
    try end(number, as: .refused, reason: reason, at: time)
  }

  /// Enters that the employer withdraws the document `number`, for a `reason`.
  public func voidSigning(
    _ number: String,
    reason: String,
    at time: ActionTime
  ) throws(LedgerFailure) {
    try end(number, as: .void, reason: reason, at: time)
  }

  /// Returns the document that `file` is or has grown from; nothing when none was entered.
  ///
  /// What is signed later stands behind what the employer has signed, so the file begins with the one that was entered:
  /// every one of its revisions is looked for.
  public func signing(of file: [UInt8]) throws(LedgerFailure) -> SigningCase? {
    try read { db in
      for end in revisionEnds(of: file).reversed() {
        let digest = Digest(of: Array(file[..<end]))
        if let known = try db.signing(ofFile: digest) { return known }
      }
      return nil
    }
  }

  /// Returns the document `number`.
  public func signing(_ number: String) throws(LedgerFailure) -> SigningCase {
    try read { try $0.signing(number) }
  }

  /// Hands every document to `visit`, in the order of their entering.
  public func forEachSigning(_ visit: (SigningCase) -> Void) throws(LedgerFailure) {
    try read { db in
      let rows = try Row.fetchCursor(db, sql: SigningCase.query + " ORDER BY signing.entry")
      while let row = try rows.next() { visit(SigningCase(row)) }
    }
  }

  private func end(
    _ number: String,
    as state: SigningState,
    reason: String,
    at time: ActionTime
  ) throws(LedgerFailure) {
    try change { db in
      if let refusal = refusal(of: try db.signing(number), as: state, on: time.day) {
        throw LedgerFailure.refused([refusal])
      }
      try db.end(number, as: state, reason: reason, at: time)
    }
  }
}

/// Returns why a document cannot come to the end `state`, or nothing when it can.
private func refusal(
  of document: SigningCase,
  as state: SigningState,
  on day: CivilDate
) -> Diagnostic? {
  let found = document.state(on: day)
  // What has expired can still be withdrawn and refused, so that the list tells why.
  if found == .pending || found == .expired && state != .signed { return nil }
  return document.refusal(on: day)
}

extension SigningCase {
  /// Returns why the document cannot be signed on `day`, or nothing when it can.
  public func refusal(on day: CivilDate) -> Diagnostic? {
    let state = state(on: day)
    let code: String
    switch state {
    case .pending: return nil
    case .signed: code = "signing.signed"
    case .refused: code = "signing.refused"
    case .void: code = "signing.void"
    case .expired: code = "signing.expired"
    }
    return Diagnostic(
      code,
      .error,
      "\(number)《\(title)》\(term: state.label)，不能再签",
      found: state == .expired ? "签署期限 \(deadline)，今天 \(day)" : nil,
      advice: state == .signed ? "用 mingce status 查看" : "请用人单位重新打印并签名"
    )
  }
}

extension SigningState {
  /// The entry that tells of this end.
  var action: TrailAction {
    switch self {
    case .signed: .sign
    case .refused: .refuseSigning
    case .void: .voidSigning
    case .pending, .expired: preconditionFailure("only an end has an entry")
    }
  }
}

/// The most end marks of a file that are looked at.
///
/// Each costs a hash of all before it, and a hostile file may be made of nothing else. What the employer signs ends at one
/// of the first.
private let mostEndMarks = 50

/// Returns where the revisions of a PDF file end: behind each of its end marks and the line end after it (ISO 32000-1
/// §7.5.6).
private func revisionEnds(of file: [UInt8]) -> [Int] {
  let mark = Array("%%EOF".utf8)
  var ends: Set<Int> = [file.count]
  var index = 0
  while index + mark.count <= file.count, ends.count < 2 * mostEndMarks {
    guard file[index] == mark[0], file[index..<index + mark.count].elementsEqual(mark) else {
      index += 1
      continue
    }
    index += mark.count
    var end = index
    ends.insert(end)
    if end < file.count, file[end] == 0x0D { end += 1 }
    if end < file.count, file[end] == 0x0A { end += 1 }
    ends.insert(end)
  }
  return ends.sorted()
}

extension Database {
  /// Returns the document whose file, as the employer has signed it, has the hash `digest`.
  fileprivate func signing(ofFile digest: Digest) throws -> SigningCase? {
    let statement = try cachedStatement(sql: SigningCase.query + " WHERE signing.file = ?")
    return try Row.fetchOne(statement, arguments: [digest.blob]).map(SigningCase.init)
  }

  /// Returns the document `number`, or tells that there is none.
  fileprivate func signing(_ number: String) throws -> SigningCase {
    let statement = try cachedStatement(sql: SigningCase.query + " WHERE signing.number = ?")
    guard let row = try Row.fetchOne(statement, arguments: [number]) else {
      throw LedgerFailure.refused([
        Diagnostic(
          "signing.unknown",
          .error,
          "账本里没有编号为“\(number)”的待签文书",
          advice: "用 mingce status 查看全部编号"
        )
      ])
    }
    return SigningCase(row)
  }

  /// Enters the end of the document `number`.
  fileprivate func end(
    _ number: String,
    as state: SigningState,
    file: Digest? = nil,
    reason: String = "",
    at time: ActionTime
  ) throws {
    let act = TrailAct(action: state.action, subject: number, time: time)
    let entry = try append(act, EndSigningPayload(file: file?.hex ?? "", reason: reason))
    try cachedStatement(sql: "INSERT INTO signingEnd VALUES (?, ?, ?, ?)").execute(arguments: [
      number, state.rawValue, file?.blob, entry.sequence,
    ])
  }

  fileprivate func open(_ draft: SigningDraft, at time: ActionTime) throws {
    let series = "QS-\(time.day.description.prefix(4))"
    let last = try cachedStatement(
      sql: "SELECT coalesce(max(ordinal), 0) FROM signing WHERE series = ?"
    )
    let ordinal = 1 + (try Int.fetchOne(last, arguments: [series]) ?? 0)
    let digits = String(ordinal)
    let number = "\(series)-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    let payload = OpenSigningPayload(
      number: number,
      series: series,
      ordinal: ordinal,
      title: draft.title,
      person: draft.person,
      filing: draft.filing?.filing.hex ?? "",
      deadline: draft.deadline.description,
      file: draft.file.hex
    )
    let entry = try append(TrailAct(action: .openSigning, subject: number, time: time), payload)
    let insertion = "INSERT INTO signing VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    try cachedStatement(sql: insertion).execute(arguments: [
      number, entry.sequence, series, ordinal, draft.title, draft.person,
      draft.filing?.filing, entry.day, payload.deadline, draft.file.blob,
    ])
  }
}
