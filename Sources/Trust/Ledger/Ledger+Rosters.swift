public import Diagnostics
public import Digests
import GRDB

/// What the entry of a void roster holds.
struct VoidRosterPayload: Codable, Equatable {
  var reason: String
}

/// What the entry of a reprint holds.
struct ReprintPayload: Codable, Equatable {
  /// The hash of the file.
  var file: String
}

extension Ledger {
  /// Hands every roster to `visit`, in the order of their saving, and returns the last entry of the trail.
  public func forEachRoster(
    _ visit: (SavedRoster) -> Void
  ) throws(LedgerFailure) -> (sequence: Int, hash: String) {
    try read { db in
      let rows = try Row.fetchCursor(db, sql: SavedRoster.query + " ORDER BY entry")
      while let row = try rows.next() { visit(SavedRoster(row)) }
      return try db.lastEntry()
    }
  }

  /// Hands every entry of the trail to `visit`, the first first.
  public func forEachEntry(_ visit: (TrailEntry) -> Void) throws(LedgerFailure) {
    try read { db in
      let rows = try Row.fetchCursor(db, sql: "SELECT * FROM trail ORDER BY sequence")
      while let row = try rows.next() { visit(TrailEntry(row)) }
    }
  }

  /// Returns the roster `number`; an unknown number is answered with the nearest known one.
  public func roster(_ number: String) throws(LedgerFailure) -> SavedRoster {
    try read { try $0.roster(number) }
  }

  /// Returns the roster whose file, as it was saved, has the hash `digest`; nothing where there is none.
  public func roster(ofFile digest: Digest) throws(LedgerFailure) -> SavedRoster? {
    try read { db in
      let sql = SavedRoster.query + " WHERE roster.file = ?"
      return try Row.fetchOne(db, sql: sql, arguments: [digest.blob]).map(SavedRoster.init)
    }
  }

  /// Returns the credit code of the employer of `roster`.
  public func employerCode(of roster: SavedRoster) throws(LedgerFailure) -> String {
    try read { db in
      let sql = "SELECT json_extract(head, '$.employer.uscc') FROM roster WHERE number = ?"
      return try String.fetchOne(db, sql: sql, arguments: [roster.number]) ?? ""
    }
  }

  /// Returns the entries that tell of `roster`, the first first.
  public func history(of roster: SavedRoster) throws(LedgerFailure) -> [TrailEntry] {
    try read { db in
      let sql = "SELECT * FROM trail WHERE subject = ? ORDER BY sequence"
      return try Row.fetchAll(db, sql: sql, arguments: [roster.number]).map(TrailEntry.init)
    }
  }

  /// Hands the frozen records of `roster` to `write`, as JSON Lines, and returns the texts of its form.
  public func thaw(
    _ roster: SavedRoster,
    write: ([UInt8]) throws -> Void
  ) throws(LedgerFailure) -> FormTexts {
    try read { db in
      let number = roster.number
      let head = "SELECT head FROM roster WHERE number = ?"
      try write(line(try String.fetchOne(db, sql: head, arguments: [number]) ?? ""))
      let rows = "SELECT content FROM rosterRow WHERE roster = ? ORDER BY position"
      let contents = try String.fetchCursor(db, sql: rows, arguments: [number])
      while let content = try contents.next() { try write(line(content)) }
      let form = """
        SELECT t.* FROM formText t JOIN roster r ON r.form = t.hash WHERE r.number = ?
        """
      guard let row = try Row.fetchOne(db, sql: form, arguments: [number]) else {
        throw LedgerFailure.damaged("名册\(number)的表单不见了")
      }
      return FormTexts(
        name: row["name"],
        settings: row["settings"],
        body: row["body"],
        theme: row["theme"]
      )
    }
  }

  private func line(_ text: String) -> [UInt8] { Array(text.utf8) + [UInt8(ascii: "\n")] }

  /// Enters that `roster` is printed again as the file that `makeFile` prints under a temporary name.
  ///
  /// As with saving, the file gets its name after this has returned: the trail may tell of a reprint whose file a kill
  /// has taken, but no reprint goes untold.
  public func reprint(
    _ roster: SavedRoster,
    at time: ActionTime,
    print makeFile: (RosterMark) throws -> PrintedRoster
  ) throws(LedgerFailure) {
    try change { db in
      guard try !db.roster(roster.number).isVoid else {
        throw LedgerFailure.refused([alreadyVoid(roster.number, "不能重印")])
      }
      let file = try makeFile(roster.mark).digest.hex
      let act = TrailAct(action: .reprint, subject: roster.number, time: time)
      try db.append(act, ReprintPayload(file: file))
    }
  }

  /// Declares the roster `number` void, for a `reason`; its filings may enter another roster then.
  ///
  /// - Throws: `refused` when a renewal or a termination in another roster rests on it (V-27 would not hold any more).
  public func voidRoster(
    _ number: String,
    reason: String,
    at time: ActionTime
  ) throws(LedgerFailure) {
    try change { db in
      let roster = try db.roster(number)
      guard !roster.isVoid else { throw LedgerFailure.refused([alreadyVoid(number, "不用再作废")]) }
      if let other = try db.rosterResting(on: roster) {
        throw LedgerFailure.refused([restedOn(number, other)])
      }
      let act = TrailAct(action: .voidRoster, subject: number, time: time)
      let entry = try db.append(act, VoidRosterPayload(reason: reason))
      try db.execute(
        sql: "INSERT INTO rosterVoid VALUES (?, ?)",
        arguments: [number, entry.sequence]
      )
    }
  }

  private func alreadyVoid(_ number: String, _ consequence: String) -> Diagnostic {
    Diagnostic("ledger.void", .error, "名册\(number)已经作废，\(consequence)")
  }

  private func restedOn(_ number: String, _ other: String) -> Diagnostic {
    Diagnostic(
      "V-27",
      .error,
      "名册\(number)中有人的续签或解除（终止）已进入名册\(other)，不能作废",
      advice: "请先作废名册\(other)"
    )
  }
}

extension TrailEntry {
  /// The reason that the entry holds, where it holds one.
  public var reason: String? {
    switch TrailAction(rawValue: action) {
    case .voidRoster: readPayload(payload, as: VoidRosterPayload.self)?.reason
    case .voidFiling, .revokeFiling: readPayload(payload, as: FilingEndPayload.self)?.reason
    case .voidSeal: readPayload(payload, as: SealVoid.self)?.reason
    case .refuseSigning, .voidSigning: readPayload(payload, as: EndSigningPayload.self)?.reason
    default: nil
    }
  }

  /// What lists show of the subject: a roster's number, the beginning of a filing's salted key.
  public var shownSubject: Message {
    switch TrailAction(rawValue: action) {
    case .voidFiling, .revokeFiling: "\(term: "备案") \(subject.prefix(16))"
    case .save, .reprint, .voidRoster: "\(term: "名册") \(subject)"
    case .newSeal, .authoriseSeal, .revokeSeal, .voidSeal, .useSeal: "\(term: "印章") \(subject)"
    case .openSigning, .sign, .refuseSigning, .voidSigning: "\(term: "文书") \(subject)"
    default: Message(value: subject)
    }
  }
}

extension Database {
  /// Returns the roster `number`; an unknown number is answered with the nearest known one.
  func roster(_ number: String) throws -> SavedRoster {
    let sql = SavedRoster.query + " WHERE number = ?"
    if let row = try Row.fetchOne(self, sql: sql, arguments: [number]) { return SavedRoster(row) }
    let known = try String.fetchAll(self, sql: "SELECT number FROM roster ORDER BY entry DESC")
    let near: Message? = closestName(to: number, in: known).map { "是否要写“\($0)”？" }
    let advice: Message = near ?? "用 mingce roster list 查看已有的名册"
    throw LedgerFailure.refused([
      Diagnostic("ledger.unknownRoster", .error, "账本里没有名册“\(number)”", advice: advice)
    ])
  }

  /// Returns a roster with a renewal or a termination of a contract that only `roster` holds.
  fileprivate func rosterResting(on roster: SavedRoster) throws -> String? {
    guard roster.kind == "new" || roster.kind == "renew" else { return nil }
    let sql = "SELECT opensNumber, opensStart FROM rosterRow WHERE roster = ?"
    let rows = try Row.fetchCursor(self, sql: sql, arguments: [roster.number])
    while let row = try rows.next() {
      let contract = ContractTrace(number: row.key("opensNumber"), start: row.key("opensStart"))
      if let other = try rosterFollowing(contract), other != roster.number { return other }
    }
    return nil
  }
}
