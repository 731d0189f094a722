import Diagnostics
import Digests
import GRDB
import Records
import TestSupport
import Testing

@testable import Ledger

/// The trail of a few acts, to be read; every digit of it is fixed by the records, the salt and the stamp.
@Test func aTrailIsTheSameBytesWhereverItIsWritten() throws {
  let folder = try LedgerFolder()
  let people = try RecordSet(filings: (1...2).map { RecordFixtures.filing($0) })
  let roster = try folder.save(.new, people)
  try folder.ledger.reprint(roster, at: LedgerFolder.time()) { _ in .sample }
  try folder.ledger.voidRoster(roster.number, reason: "漏报一人", at: LedgerFolder.time())
  var text = ""
  try folder.ledger.forEachEntry { entry in
    text += "\(entry.sequence) \(entry.day) \(entry.stamp) \(entry.action) \(entry.subject)\n"
    text += "  \(entry.payload)\n  \(entry.payloadHash)\n  \(entry.hash)\n"
  }
  try expectGolden(text, "trail.txt")
}

@Test func netstringsTellListsApart() {
  #expect(String(decoding: netstrings(["ab", "", "张"]), as: UTF8.self) == "2:ab,0:,3:张,")
  #expect(netstrings(["a", "b"]) != netstrings(["ab"]))
  #expect(netstrings(["1:a,"]) != netstrings(["a"]))
}

@Test func anEntryIsHashedAsItsDocumentationSays() throws {
  let folder = try LedgerFolder()
  try folder.ledger.forEachEntry { entry in
    let text =
      "14:mingce-entry/1,1:1,10:2026-11-20,25:\(LedgerFolder.stamp),12:ledger.begin,6:mingce,"
      + "64:\(entry.payloadHash),64:\(TrailEntry.origin),"
    #expect(entry.hash == Digest(of: Array(text.utf8)).hex)
  }
}

@Test(arguments: Schema.appendOnly)
func aTableIsOnlyAddedTo(_ table: String) throws {
  let folder = try LedgerFolder()
  let people = try RecordSet(filings: [RecordFixtures.filing(1)])
  let roster = try folder.save(.new, people)
  try folder.ledger.voidRoster(roster.number, reason: "错", at: LedgerFolder.time())
  for sql in ["DELETE FROM \(table)", "UPDATE \(table) SET rowid = 7"] {
    let count = try folder.ledger.read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)")
    }
    guard let count, count > 0 else { continue }
    let column = try folder.ledger.read { try $0.columns(in: table)[0].name }
    let change = sql.replacing("rowid = 7", with: "\(column) = \(column)")
    #expect(throws: LedgerFailure.self) { try folder.ledger.change { try $0.execute(sql: change) } }
  }
}

@Test func entriesFollowOneAnother() throws {
  let folder = try LedgerFolder()
  #expect(throws: LedgerFailure.self) {
    try folder.ledger.change { db in
      try db.execute(
        sql: "INSERT INTO trail VALUES (7, '', '', '', '', '', '', '', 'x')"
      )
    }
  }
}
