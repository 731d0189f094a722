import Diagnostics
import Digests
import GRDB
import Records
import TestSupport
import Testing

@testable import Ledger

/// A ledger in which everything has happened once; each test changes a copy of it.
private func fullLedger() throws -> LedgerFolder {
  try LedgerFolder(copyOf: try template.get())
}

private let template = Result { try makeFullLedger() }

private func makeFullLedger() throws -> LedgerFolder {
  let folder = try LedgerFolder()
  func filing(_ number: Int, _ review: String = "审核通过", _ more: String = "") -> String {
    RecordFixtures.filing(number)
      .replacing(#""review":{"status":"审核通过""#, with: #""review":{"status":"\#(review)""#)
      .replacing(#""rostered":false"#, with: more.isEmpty ? #""rostered":false"# : more)
  }
  let old = try RecordSet(filings: [filing(21, "审核通过", #""rostered":true,"rosterNo":"旧1""#)])
  var taken = try folder.ledger.traceMaker().taken(
    old.filings[0],
    in: old.file.batch,
    content: old.content(1)
  )
  _ = try folder.ledger.takeOver(from: old.file.batch, at: LedgerFolder.time()) {
    defer { taken = nil }
    return taken
  }
  let first = try folder.save(.new, RecordSet(filings: (1...3).map { filing($0) }))
  try folder.ledger.reprint(first, at: LedgerFolder.time()) { _ in .sample }
  let second = try folder.save(.new, RecordSet(filings: (4...6).map { filing($0) }))
  try folder.ledger.voidRoster(second.number, reason: "错", at: LedgerFolder.time())
  let pending = try RecordSet(filings: [filing(7, "未审核"), filing(8)])
  try folder.ledger.void(
    pending.filings[0],
    in: pending.file.batch,
    content: pending.content(1),
    reason: "重复",
    at: LedgerFolder.time()
  )
  try folder.ledger.revoke(
    pending.filings[1],
    in: pending.file.batch,
    content: pending.content(2),
    reason: "有误",
    within: 7,
    at: LedgerFolder.time()
  )
  try folder.save(.new, RecordSet(filings: (9...11).map { filing($0) }))
  return folder
}

/// Enters a document that both sign and one that only the employer has signed.
private func sign(in folder: LedgerFolder) throws {
  let drafts = try ["合同", "协议"].map { title in
    SigningDraft(
      title: title,
      person: "张",
      filing: nil,
      deadline: try LedgerFolder.time("2026-12-20").day,
      file: Digest(of: Array(title.utf8))
    )
  }
  try folder.ledger.openSignings(drafts, at: LedgerFolder.time())
  let signed = ("QS-2026-0001", Digest(of: Array("签过".utf8)))
  _ = try folder.ledger.sign([signed], at: LedgerFolder.time()) { _ in }
}

@Test func aLedgerThatNobodyTouchedIsWhole() throws {
  let folder = try fullLedger()
  var progress: [Int] = []
  let count = try folder.ledger.verify(
    progress: { progress.append($0) },
    report: { Issue.record("\($0)") }
  )
  #expect((count.entries, count.rosters, count.rows) == (9, 3, 10))
  #expect(progress == Array(1...9))
}

/// Each change of the file and what must be among the findings.
private let tamperings: [(sql: String, code: String)] = [
  ("UPDATE trail SET day = '2026-01-01' WHERE sequence = 3", "ledger.edited"),
  ("UPDATE trail SET stamp = '' WHERE sequence = 1", "ledger.edited"),
  ("UPDATE trail SET action = 'roster.reprint' WHERE sequence = 3", "ledger.edited"),
  ("UPDATE trail SET subject = 'XQ-2026-0009' WHERE sequence = 3", "ledger.edited"),
  (
    "UPDATE trail SET payload = replace(payload, '漏', '错') || ' ' WHERE sequence = 6",
    "ledger.edited"
  ),
  ("UPDATE trail SET payloadHash = hash WHERE sequence = 6", "ledger.edited"),
  ("UPDATE trail SET previous = payloadHash WHERE sequence = 6", "ledger.broken"),
  ("UPDATE trail SET hash = payloadHash WHERE sequence = 6", "ledger.broken"),
  ("DELETE FROM trail WHERE sequence = 4", "ledger.removed"),
  ("DELETE FROM trail WHERE sequence = 1", "ledger.removed"),
  ("DELETE FROM trail WHERE sequence = 9", "ledger.end"),
  ("DELETE FROM trail WHERE sequence >= 8", "ledger.roster"),
  (
    "UPDATE trail SET sequence = 99 WHERE sequence = 7; UPDATE trail SET sequence = 7 WHERE sequence = 8;"
      + "UPDATE trail SET sequence = 8 WHERE sequence = 99", "ledger.broken"
  ),
  (
    "UPDATE trail SET sequence = -sequence WHERE sequence > 4; UPDATE trail SET sequence = 1 - sequence WHERE sequence < 0;"
      + "INSERT INTO trail SELECT 5, day, stamp, action, subject, payload, payloadHash, previous, 'x' FROM trail WHERE sequence = 4",
    "ledger.broken"
  ),
  (
    "INSERT INTO trail SELECT 10, day, stamp, action, subject, payload, payloadHash, hash, 'x' FROM trail WHERE sequence = 9",
    "ledger.end"
  ),
  ("DELETE FROM roster WHERE number = 'XQ-2026-0001'", "ledger.roster"),
  ("UPDATE roster SET count = 4 WHERE number = 'XQ-2026-0001'", "ledger.roster"),
  ("UPDATE roster SET pages = 2 WHERE number = 'XQ-2026-0001'", "ledger.roster"),
  ("UPDATE roster SET head = head || ' ' WHERE number = 'XQ-2026-0001'", "ledger.roster"),
  ("UPDATE roster SET file = zeroblob(3) WHERE number = 'XQ-2026-0001'", "ledger.roster"),
  ("UPDATE roster SET number = 'XQ-2026-0008' WHERE number = 'XQ-2026-0001'", "ledger.roster"),
  (
    "INSERT INTO roster SELECT 'XQ-2026-0009', 3, series, 9, kind, label, form, head, title, employer, day, count, pages, content, checkCode, file FROM roster WHERE number = 'XQ-2026-0003'",
    "ledger.failed"
  ),
  ("DELETE FROM rosterVoid", "ledger.roster"),
  ("INSERT INTO rosterVoid VALUES ('XQ-2026-0001', 3)", "ledger.void"),
  ("UPDATE rosterRow SET content = content || ' ' WHERE position = 2", "ledger.row"),
  ("UPDATE rosterRow SET contentHash = zeroblob(32) WHERE position = 2", "ledger.row"),
  ("UPDATE rosterRow SET filing = zeroblob(16) WHERE position = 2", "ledger.roster"),
  ("UPDATE rosterRow SET opensStart = NULL WHERE position = 2", "ledger.roster"),
  ("DELETE FROM rosterRow WHERE position = 2", "ledger.row"),
  ("DELETE FROM rosterRow WHERE position = 3", "ledger.roster"),
  (
    "UPDATE rosterRow SET position = -position; UPDATE rosterRow SET position = 4 + position",
    "ledger.roster"
  ),
  ("UPDATE rosterRow SET roster = '无' WHERE position = 1 AND roster LIKE '%1'", "ledger.row"),
  ("DELETE FROM imported", "ledger.imported"),
  ("UPDATE imported SET roster = '旧2'", "ledger.imported"),
  (
    "INSERT INTO imported SELECT 3, 1, zeroblob(16), kind, NULL, NULL, NULL, NULL, contentHash, rosterKind, roster FROM imported",
    "ledger.imported"
  ),
  ("DELETE FROM filingEnd WHERE state = 'void'", "ledger.filing"),
  ("UPDATE filingEnd SET state = 'void'", "ledger.filing"),
  ("INSERT INTO filingEnd VALUES (zeroblob(16), 'void', 3)", "ledger.filing"),
  ("UPDATE formText SET body = ''", "ledger.form"), ("DELETE FROM formText", "ledger.form"),
  ("UPDATE ledger SET salt = 'x'", "ledger.begin"),
  ("UPDATE chainEnd SET sequence = 8", "ledger.end"), ("DELETE FROM chainEnd", "ledger.end"),
  ("CREATE TABLE more (a)", "ledger.schema"), ("DROP INDEX trailSubject", "ledger.schema"),
]

@Test(arguments: tamperings.indices)
func whateverIsChangedIsFound(_ index: Int) throws {
  let folder = try fullLedger()
  let tampering = tamperings[index]
  do {
    try folder.tamper(tampering.sql)
  } catch let error as DatabaseError where tampering.code == "ledger.failed" {
    #expect(error.resultCode == .SQLITE_CONSTRAINT)
    return
  }
  let codes = try folder.findings()
  #expect(codes.contains(tampering.code), "\(tampering.sql): \(codes)")
}

/// A table of another make may hold anything; it is told and not read.
@Test func aTableThatWasMadeAnewIsTold() throws {
  let folder = try fullLedger()
  try folder.tamper(
    """
    CREATE TABLE copy AS SELECT * FROM trail; DROP TABLE trail; ALTER TABLE copy RENAME TO trail;
    UPDATE trail SET sequence = 'x'; CREATE INDEX trailSubject ON trail(subject)
    """
  )
  #expect(try Set(folder.findings()) == ["ledger.schema"])
}

/// A roster may have a hundred thousand rows: one that is missing is one finding, not a hundred thousand.
@Test func aMissingRowIsToldOnce() throws {
  let folder = try fullLedger()
  try folder.tamper("DELETE FROM rosterRow WHERE position = 1 AND roster = 'XQ-2026-0001'")
  #expect(try folder.findings().count { $0 == "ledger.row" } == 1)
}

@Test func aTriggerThatIsTakenAwayIsMissed() throws {
  let folder = try fullLedger()
  try folder.ledger.queue.write { try $0.execute(sql: "DROP TRIGGER trailDelete") }
  #expect(try folder.findings() == ["ledger.schema"])
}

/// Changes one value of one row of any table, and nothing must pass unnoticed.
@Test(arguments: 1...60)
func anyValueThatIsChangedIsFound(_ seed: UInt64) throws {
  var random = SeededGenerator(seed: seed)
  let folder = try fullLedger()
  try sign(in: folder)
  let table =
    (Schema.appendOnly + ["chainEnd"]).filter { $0 != "ledger" }
    .randomElement(using: &random) ?? "trail"
  let column = try folder.ledger.read { try $0.columns(in: table).randomElement(using: &random) }
  let name = try #require(column?.name)
  // Numbers go far away from all others, texts and bytes get one more.
  let change = """
    CASE typeof(\(name)) WHEN 'integer' THEN \(name) + 1000 WHEN 'null' THEN zeroblob(16)
    WHEN 'blob' THEN CAST(\(name) || x'00' AS BLOB) ELSE \(name) || 'x' END
    """
  do {
    try folder.tamper(
      """
      UPDATE \(table) SET \(name) = \(change)
      WHERE (\(name)) IS (SELECT \(name) FROM \(table) LIMIT 1)
      """
    )
  } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
    return
  }
  #expect(try !folder.findings().isEmpty, "seed \(seed): \(table).\(name)")
}

@Suite struct CutTailTests {
  private let folder: LedgerFolder
  private let before: [String]

  init() throws {
    folder = try fullLedger()
    var hashes: [String] = []
    try folder.ledger.forEachEntry { hashes.append($0.hash) }
    let last = try folder.ledger.roster("XQ-2026-0003")
    before = [hashes[8], String(hashes[8].prefix(16)), last.check]
  }

  /// Cuts off the last roster with all that belongs to it, and mends what would tell of it.
  private func cut() throws {
    try folder.tamper(
      """
      DELETE FROM rosterRow WHERE roster = 'XQ-2026-0003';
      DELETE FROM roster WHERE number = 'XQ-2026-0003';
      DELETE FROM trail WHERE sequence = 9;
      UPDATE chainEnd SET (sequence, hash) = (SELECT sequence, hash FROM trail ORDER BY sequence DESC LIMIT 1)
      """
    )
  }

  @Test func aCutThatIsMendedIsFoundByAHashKeptElsewhere() throws {
    for hash in before { #expect(try folder.findings(expecting: [hash]) == []) }
    try cut()
    #expect(try folder.findings() == [])
    for hash in before { #expect(try folder.findings(expecting: [hash]) == ["ledger.expected"]) }
  }

  @Test(arguments: ["", "0", "ffffffffffffffff", "%", "________________"])
  func ahashThatWasNeverThereIsTold(_ hash: String) throws {
    #expect(try folder.findings(expecting: [hash]) == ["ledger.expected"])
  }
}
