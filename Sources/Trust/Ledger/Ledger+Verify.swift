public import Diagnostics
import Digests
import GRDB

/// What was looked through.
public struct VerifiedCount: Sendable, Hashable {
  /// How many entries.
  public var entries = 0
  /// How many rosters.
  public var rosters = 0
  /// How many rows of rosters and take-overs.
  public var rows = 0
  /// The hash of the last entry.
  public var lastHash = TrailEntry.origin
}

extension Ledger {
  /// Looks through the whole ledger and reports every entry and every row that is not as it was written.
  ///
  /// It reads one snapshot from front to back and holds one entry or row at a time. The hashes have no key: whoever can
  /// edit the file can forge all that follows. What they cannot forge is a hash kept elsewhere, so `expected` takes one:
  /// the hash of an entry as lists show it, or a check code from a roster's paper; without it a tail that was cut off
  /// together with the table of the last entry is not noticed.
  public func verify(
    expecting expected: [String] = [],
    progress: @escaping (_ entries: Int) -> Void = { _ in },
    report: @escaping (Diagnostic) -> Void
  ) throws(LedgerFailure) -> VerifiedCount {
    try read { db in
      let search = LedgerSearch(db, report: report, progress: progress)
      try search.checkFile()
      // What stands in tables of another make cannot be read as entries and rows.
      guard try search.checkTables() else { return search.count }
      try search.checkTrail()
      try search.checkOrphans()
      try search.checkExpected(expected)
      return search.count
    }
  }
}

/// One search through a ledger.
final class LedgerSearch {
  let db: Database
  private let report: (Diagnostic) -> Void
  private let progress: (Int) -> Void
  var count = VerifiedCount()
  private var seals = SealRegistry()

  init(
    _ db: Database,
    report: @escaping (Diagnostic) -> Void,
    progress: @escaping (Int) -> Void
  ) {
    self.db = db
    self.report = report
    self.progress = progress
  }

  func tell(_ code: String, _ message: Message, advice: Message? = nil) {
    report(Diagnostic(code, .error, message, advice: advice))
  }

  /// Looks for damage of the file itself.
  func checkFile() throws {
    let findings = try String.fetchCursor(db, sql: "PRAGMA quick_check(20)")
    while let finding = try findings.next() {
      if finding != "ok" { tell("ledger.damage", "账本文件有损坏：\(finding)", advice: "请从备份恢复") }
    }
  }

  /// Looks whether tables and triggers are those that the program made; returns whether at least the tables are.
  func checkTables() throws -> Bool {
    let expected = try DatabaseQueue().write { db in
      try Schema.migrate(db)
      return try Schema.definitions(in: db)
    }
    let found = try Schema.definitions(in: db)
    for name in Set(expected.keys).union(found.keys).sorted() where expected[name] != found[name] {
      let what = found[name] == nil ? "缺少" : expected[name] == nil ? "多出" : "改动了"
      tell("ledger.schema", "账本的结构被改过：\(what)“\(name)”")
    }
    return (Schema.appendOnly + ["chainEnd"]).allSatisfy { expected[$0] == found[$0] }
  }

  // MARK: The trail

  /// Walks along the trail.
  func checkTrail() throws {
    let entries = try Row.fetchCursor(db, sql: "SELECT * FROM trail ORDER BY sequence")
    var last = (sequence: 0, hash: TrailEntry.origin)
    while let row = try entries.next() {
      let entry = TrailEntry(row)
      checkLink(entry, after: last)
      try checkEntry(entry)
      last = (entry.sequence, entry.hash)
      count.entries += 1
      progress(count.entries)
    }
    count.lastHash = last.hash
    try checkEnd(last)
  }

  private func checkLink(_ entry: TrailEntry, after last: (sequence: Int, hash: String)) {
    let number = entry.sequence
    if number != last.sequence + 1 {
      let gap = number - last.sequence - 1
      let range = gap == 1 ? "第 \(number - 1) 条" : "第 \(last.sequence + 1) 至 \(number - 1) 条"
      tell("ledger.removed", "账目\(range)不见了，共 \(gap) 条")
    }
    if entry.expectedPayloadHash != entry.payloadHash {
      tell("ledger.edited", "账目第 \(number) 条（\(label(of: entry))）的内容被改过")
    }
    if entry.expectedHash != entry.hash {
      tell("ledger.edited", "账目第 \(number) 条（\(label(of: entry))）被改过：与它自己的校验值不符")
    }
    if entry.previous != last.hash {
      tell("ledger.broken", "账目第 \(number) 条没有接在第 \(last.sequence) 条之后：两者之一被改动、插入、删去或调换过")
    }
  }

  func label(of entry: TrailEntry) -> String {
    TrailAction(rawValue: entry.action)?.label ?? entry.action
  }

  /// Compares the tables with what `entry` says of them.
  private func checkEntry(_ entry: TrailEntry) throws {
    switch TrailAction(rawValue: entry.action) {
    case .begin: try checkBegin(entry)
    case .save: try checkSave(entry)
    case .reprint: try checkReprint(entry)
    case .voidRoster:
      try checkMark(entry, in: "rosterVoid", "roster", entry.subject, "作废名册\(entry.subject)的记号")
    case .voidFiling: try checkFilingEnd(entry, .void)
    case .revokeFiling: try checkFilingEnd(entry, .revoked)
    case .takeOver: try checkTakeOver(entry)
    case .openSigning: try checkOpenSigning(entry)
    case .sign: try checkEndSigning(entry, .signed)
    case .refuseSigning: try checkEndSigning(entry, .refused)
    case .voidSigning: try checkEndSigning(entry, .void)
    case .newSeal, .authoriseSeal, .revokeSeal, .voidSeal, .useSeal: checkSeal(entry)
    case nil: tell("ledger.action", "账目第 \(entry.sequence) 条是不认识的操作“\(entry.action)”")
    }
  }

  private func checkBegin(_ entry: TrailEntry) throws {
    let salt = try String.fetchOne(db, sql: "SELECT salt FROM ledger") ?? ""
    let found = BeginPayload(salt: Digest(of: Array(salt.utf8)).hex)
    guard readPayload(entry.payload, as: BeginPayload.self) == found, entry.sequence == 1 else {
      return tell("ledger.begin", "账目第 \(entry.sequence) 条（建立账本）与账本的盐值不符")
    }
  }

  private func checkSeal(_ entry: TrailEntry) {
    guard !seals.apply(entry) else { return }
    tell("ledger.seal", "账目第 \(entry.sequence) 条（\(label(of: entry))）与印章\(entry.subject)以前的状态不符")
  }

  private func checkReprint(_ entry: TrailEntry) throws {
    let sql = "SELECT EXISTS (SELECT 1 FROM roster WHERE number = ?)"
    guard try Bool.fetchOne(db, sql: sql, arguments: [entry.subject]) == true else {
      return tell("ledger.roster", "账目第 \(entry.sequence) 条重印的名册\(entry.subject)不见了")
    }
  }

  private func checkFilingEnd(_ entry: TrailEntry, _ end: FilingEnd) throws {
    let sql = "SELECT state FROM filingEnd WHERE entry = ? AND lower(hex(filing)) = ?"
    let state = try String.fetchOne(db, sql: sql, arguments: [entry.sequence, entry.subject])
    guard state == end.rawValue else {
      return tell("ledger.filing", "账目第 \(entry.sequence) 条（\(term: end.label)备案）与备案的状态不符")
    }
  }

  private func checkMark(
    _ entry: TrailEntry,
    in table: String,
    _ column: String,
    _ value: String,
    _ what: String
  ) throws {
    let sql = "SELECT EXISTS (SELECT 1 FROM \(table) WHERE \(column) = ? AND entry = ?)"
    guard try Bool.fetchOne(db, sql: sql, arguments: [value, entry.sequence]) == true else {
      return tell("ledger.roster", "账目第 \(entry.sequence) 条：\(what)不见了")
    }
  }

  private func checkEnd(_ last: (sequence: Int, hash: String)) throws {
    let row = try Row.fetchOne(db, sql: "SELECT sequence, hash FROM chainEnd")
    guard let row, row["sequence"] == last.sequence, row["hash"] == last.hash else {
      let end = row.map { "第 \($0["sequence"] as Int) 条" } ?? "（没有记载）"
      return tell("ledger.end", "账目的末条应为\(end)，现有到第 \(last.sequence) 条：末尾的账目被删去或添加过")
    }
  }

  /// Looks for hashes that were kept elsewhere.
  func checkExpected(_ expected: [String]) throws {
    for text in expected {
      let digits = text.lowercased()
      let entries = "SELECT EXISTS (SELECT 1 FROM trail WHERE substr(hash, 1, ?1) = ?2)"
      let rosters = "SELECT EXISTS (SELECT 1 FROM roster WHERE checkCode = ?2 AND ?1 > 0)"
      let isFound = try [entries, rosters].contains { sql in
        try Bool.fetchOne(db, sql: sql, arguments: [digits.count, digits]) ?? false
      }
      if digits.count < 16 || !isFound {
        tell(
          "ledger.expected",
          "账本里没有校验值 \(text)",
          advice: digits.count < 16 ? "校验值至少写16位" : "在它之后的账目被删去，或者账本被换过、重写过"
        )
      }
    }
  }
}
