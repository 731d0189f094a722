import Calendar
import Digests
import GRDB
import Records

/// What the entry of a saved roster holds; every column of the roster and, by `rows`, of its rows.
struct SavePayload: Codable, Equatable {
  var number, series: String
  var ordinal: Int
  var kind, label, form, head, title, employer, day: String
  var count, pages: Int
  var rows, content, check, file: String
}

extension Ledger {
  /// Saves a roster: gives it the next number, freezes its rows, prints it and adds an entry, all or nothing.
  ///
  /// `makeFile` prints the file under a temporary name and waits until it is on the disk; the caller gives it its name after
  /// this has returned. The order is what makes a kill harmless. Before the commit nothing is saved: the transaction
  /// was never there, the temporary file has no name that anybody looks for, and the number is free for the next, so
  /// numbers have no gaps. After the commit the roster is saved, and should the file not have got its name, it is made
  /// again byte for byte from the frozen rows. Naming the file first would leave a roster on paper that no ledger knows.
  /// The price is that others wait with their saving while one prints; it is a second for a thousand people.
  ///
  /// - Throws: `refused` with V-61, V-62 or V-27 for every row that may not enter, `printing` when `makeFile` threw.
  public func save(
    _ draft: RosterDraft,
    at time: ActionTime,
    print makeFile: (RosterMark) throws -> PrintedRoster
  ) throws(LedgerFailure) -> SavedRoster {
    try change { db in
      let format = draft.format
      let series = format.series(of: draft.kind, in: draft.batch)
      let last = "SELECT coalesce(max(ordinal), 0) FROM roster WHERE series = ?"
      let ordinal = 1 + (try Int.fetchOne(db, sql: last, arguments: [series]) ?? 0)
      let number = format.number(ordinal, of: draft.kind, in: draft.batch)
      let frozen = try freeze(draft, as: number, in: db)
      let previous = try db.lastEntry().hash
      let check = rosterCheck(number: number, content: frozen.content, previous: previous)
      let printed = try makeFile(RosterMark(number: number, check: check))
      let payload = SavePayload(
        number: number,
        series: series,
        ordinal: ordinal,
        kind: draft.kind.code,
        label: draft.kind.label,
        form: draft.form.digest.hex,
        head: Digest(of: draft.head).hex,
        title: draft.title,
        employer: draft.batch.employer.name,
        day: time.day.description,
        count: frozen.count,
        pages: printed.pages,
        rows: frozen.rows.hex,
        content: frozen.content.hex,
        check: check,
        file: printed.digest.hex
      )
      let entry = try db.append(
        TrailAct(action: .save, subject: number, time: time),
        payload
      )
      try insert(payload, draft, frozen, printed, entry: entry.sequence, in: db)
      return SavedRoster(payload, isVoid: false, entry: entry.sequence)
    }
  }

  /// The rows of a roster together.
  private struct Frozen {
    var count = 0
    var rows: Digest
    var content: Digest
  }

  /// Adds the rows of `draft`, or refuses all that may not enter.
  private func freeze(
    _ draft: RosterDraft,
    as number: String,
    in db: Database
  ) throws -> Frozen {
    var refusals = RowRefusals()
    var digests = RowDigests(head: Digest(of: draft.head), form: draft.form.digest)
    let hash = SHA256()
    while let row = try draft.nextRow() {
      var standing = try db.standing(of: row.trace, for: draft.kind)
      standing.hasPrior = standing.hasPrior || row.hasPrior
      refusals.take(standing, of: row.trace.kind, inRow: row.sourceRow)
      guard refusals.isEmpty else { continue }
      let content = hash.digest(of: row.content)
      let position = digests.add(row.trace.fields, content)
      try db.insert(row, content, position, of: number)
    }
    guard refusals.isEmpty else { throw LedgerFailure.refused(refusals.diagnostics) }
    let ends = digests.finish()
    return Frozen(count: digests.count, rows: ends.rows, content: ends.content)
  }

  private func insert(
    _ payload: SavePayload,
    _ draft: RosterDraft,
    _ frozen: Frozen,
    _ printed: PrintedRoster,
    entry: Int,
    in db: Database
  ) throws {
    let form = draft.form
    try db.execute(
      sql: "INSERT OR IGNORE INTO formText VALUES (?, ?, ?, ?, ?)",
      arguments: [form.digest.blob, form.name, form.settings, form.body, form.theme]
    )
    try db.execute(
      sql: "INSERT INTO roster VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        payload.number, entry, payload.series, payload.ordinal, payload.kind, payload.label,
        form.digest.blob, String(decoding: draft.head, as: UTF8.self), payload.title,
        payload.employer,
        payload.day, payload.count, payload.pages, frozen.content.blob,
        payload.check, printed.digest.blob,
      ]
    )
  }
}

/// Returns the check code of a roster.
///
/// It binds the roster's content to the hash of the entry before, so that the paper in the hall's files bears witness
/// against anyone who rewrites what the ledger held until then.
func rosterCheck(number: String, content: Digest, previous: String) -> String {
  Digest(of: ["mingce-check/1", number, content.hex, previous]).short
}

/// Gathers the hashes over the rows of a roster in their order.
///
/// `rows` covers every column of every row; `content` covers head, form and the filings themselves, nothing of the ledger,
/// so that it is the same wherever the roster is saved.
struct RowDigests {
  private(set) var count = 0
  private let rowHash = SHA256()
  private let contentHash = SHA256()

  init(head: Digest, form: Digest) {
    contentHash.combine(netstrings(["mingce-roster/1", head.hex, form.hex]))
  }

  /// Takes in the next row, whose trace has these fields, and returns its position.
  mutating func add(_ trace: [String], _ content: Digest) -> Int {
    count += 1
    rowHash.combine(netstrings([String(count)] + trace + [content.hex]))
    contentHash.combine(netstrings([content.hex]))
    return count
  }

  /// Returns the two hashes.
  func finish() -> (rows: Digest, content: Digest) {
    (rowHash.finish(), contentHash.finish())
  }
}

extension FilingTrace {
  /// The trace as fields of the canonical encoding; an absent key is empty.
  var fields: [String] {
    [
      filing.hex, kind.rawValue, opens.number?.hex ?? "", opens.start?.hex ?? "",
      follows.number?.hex ?? "", follows.start?.hex ?? "",
    ]
  }
}

extension Database {
  fileprivate func insert(
    _ row: FrozenRow,
    _ content: Digest,
    _ position: Int,
    of number: String
  ) throws {
    let trace = row.trace
    let sql = "INSERT INTO rosterRow VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    try cachedStatement(sql: sql).execute(arguments: [
      number, position, trace.filing, trace.kind.rawValue, trace.opens.number, trace.opens.start,
      trace.follows.number, trace.follows.start, content.blob,
      String(decoding: row.content, as: UTF8.self),
    ])
  }
}
