import Diagnostics
import Foundation
import GRDB
import Records
import TestSupport
import Testing

@testable import Ledger

/// Returns the code that opening the file at `path` ends with.
private func code(_ path: String, patience: Double = 0) -> String? {
  do throws(LedgerFailure) {
    _ = try Ledger(at: path, patience: patience)
    return nil
  } catch {
    return error.diagnostics(at: path).first?.code
  }
}

@Suite struct OpeningTests {
  private let folder: LedgerFolder

  init() throws {
    folder = try LedgerFolder()
  }

  private func file(_ name: String, _ bytes: Data) throws -> String {
    let place = folder.folder.appending(path: name)
    try bytes.write(to: place)
    return place.path
  }

  @Test func aLedgerIsKeptAsSafelyAsSQLiteCan() throws {
    let found = try folder.ledger.read { db in
      [
        try String.fetchOne(db, sql: "PRAGMA journal_mode"),
        try String.fetchOne(db, sql: "PRAGMA synchronous"),
        try String.fetchOne(db, sql: "PRAGMA foreign_keys"),
        try String.fetchOne(db, sql: "PRAGMA user_version"),
      ]
    }
    #expect(found == ["wal", "2", "1", "\(Schema.version)"])
  }

  @Test func whatIsNoLedgerIsLeftAsItIs() throws {
    let empty = try file("空", Data())
    let text = try file("文字", Data(String(repeating: "不是账本", count: 400).utf8))
    for path in [empty, text] {
      let before = try Data(contentsOf: URL(filePath: path))
      #expect(code(path) == "ledger.foreign")
      #expect(try Data(contentsOf: URL(filePath: path)) == before)
    }
    let other = folder.folder.appending(path: "other.sqlite").path
    try DatabaseQueue(path: other).write { try $0.execute(sql: "CREATE TABLE a (b)") }
    #expect(code(other) == "ledger.foreign")
  }

  @Test func aNewerLedgerIsRefused() throws {
    try DatabaseQueue(path: folder.path).write { try $0.execute(sql: "PRAGMA user_version = 9") }
    #expect(code(folder.path) == "ledger.newer")
    let failure = LedgerFailure.newer(version: 9)
    #expect(failure.diagnostics(at: "a")[0].message.contains("第 9 版"))
  }

  @Test func anOlderLedgerIsBroughtUpStepByStep() throws {
    try DatabaseQueue(path: folder.path).write { db in
      try Schema.migrate(
        db,
        steps: Schema.steps + ["CREATE TABLE later (a) STRICT".replacing("(a)", with: "(a INT)")]
      )
      #expect(try Schema.version(of: db) == Schema.version + 1)
      #expect(try db.tableExists("later") && db.tableExists("trail"))
    }
    #expect(throws: LedgerFailure.self) {
      try DatabaseQueue(path: folder.path).write { try Schema.migrate($0) }
    }
  }

  @Test func aLedgerThatAnotherHoldsIsWaitedForAndThenTold() throws {
    let other = try DatabaseQueue(path: folder.path)
    let time = try LedgerFolder.time()
    try other.inTransaction(.immediate) { _ in
      do throws(LedgerFailure) {
        let ledger = try Ledger(at: folder.path, patience: 0.1)
        try ledger.voidRoster("1", reason: "", at: time)
        Issue.record("the ledger was not locked")
      } catch {
        #expect(error.diagnostics(at: "a").map(\.code) == ["ledger.locked"])
      }
      return .rollback
    }
  }

  @Test func aFullDiskChangesNothing() throws {
    try folder.ledger.queue.writeWithoutTransaction { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      try db.execute(sql: "PRAGMA max_page_count = \(pages)")
    }
    let people = try RecordSet(filings: (1...60).map { RecordFixtures.filing($0) })
    do {
      try folder.save(.new, people)
      Issue.record("the disk was not full")
    } catch let failure as LedgerFailure {
      #expect(failure.diagnostics(at: "a").map(\.code) == ["ledger.full"])
    }
    try folder.ledger.queue.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA max_page_count = 1000000")
    }
    #expect(try folder.findings() == [])
    #expect(try folder.save(.new, people).number == "XQ-2026-0001")
  }

  @Test(arguments: [
    (ResultCode.SQLITE_BUSY, "ledger.locked"), (.SQLITE_LOCKED, "ledger.locked"),
    (.SQLITE_READONLY, "ledger.readOnly"), (.SQLITE_CANTOPEN, "ledger.readOnly"),
    (.SQLITE_READONLY_DIRECTORY, "ledger.readOnly"), (.SQLITE_FULL, "ledger.full"),
    (.SQLITE_NOTADB, "ledger.foreign"), (.SQLITE_CORRUPT, "ledger.damaged"),
    (.SQLITE_IOERR_WRITE, "ledger.full"), (.SQLITE_IOERR_SHMOPEN, "ledger.full"),
    (.SQLITE_IOERR_READ, "ledger.failed"),
    (.SQLITE_CONSTRAINT, "ledger.failed"),
  ])
  func everyErrorOfTheDatabaseIsToldInChineseWithACure(_ result: ResultCode, _ code: String) {
    let failure = LedgerFailure(DatabaseError(resultCode: result))
    let found = failure.diagnostics(at: "账本")
    #expect(found.map(\.code) == [code])
    #expect(found[0].message.contains("“账本”"))
    #expect(found[0].advice?.isEmpty == false)
  }

  @Test func onlyFrozenContentHoldsWhatAPersonIsKnownBy() throws {
    let people = try RecordSet(filings: (1...3).map { RecordFixtures.filing($0, name: "欧阳示例") })
    let roster = try folder.save(.new, people)
    try folder.ledger.voidRoster(roster.number, reason: "错", at: LedgerFolder.time())
    let numbers = people.filings.map(\.employee.idNumber)
    try folder.ledger.read { db in
      for table in Schema.appendOnly {
        for row in try Row.fetchAll(db, sql: "SELECT * FROM \(table)") {
          for (column, value) in row where (table, column) != ("rosterRow", "content") {
            let text = String.fromDatabaseValue(value) ?? ""
            #expect(!numbers.contains { text.contains($0) }, "\(table).\(column)")
            #expect(!text.contains("欧阳示例"), "\(table).\(column)")
          }
        }
      }
    }
  }
}
