import Calendar
import Diagnostics
import Digests
import Foundation
import GRDB
import Records
import TestSupport
import Testing

@testable import Ledger

/// A ledger of a test's own in a temporary folder.
final class LedgerFolder: Sendable {
  let folder: URL
  let path: String
  let ledger: Ledger

  /// The moment at which everything in tests is done.
  static let stamp = "2026-11-20T09:00:00+08:00"

  convenience init() throws {
    try self.init { path in
      try Ledger.create(at: path, salt: "0123456789abcdef", time: Self.time())
    }
  }

  /// Takes a copy of all that has been committed to `other`.
  convenience init(copyOf other: LedgerFolder) throws {
    try self.init { path in
      try other.ledger.queue.backup(to: DatabaseQueue(path: path))
    }
  }

  private init(make: (String) throws -> Void) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "ledger-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.appending(path: "mingce.sqlite").path
    try make(path)
    ledger = try Ledger(at: path, patience: 10)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  static func time(_ day: String = "2026-11-20") throws -> ActionTime {
    ActionTime(day: try #require(CivilDate(iso: day)), stamp: stamp)
  }

  /// Saves a roster of all that may enter from `records`, printing nothing; refuses as the program does.
  @discardableResult
  func save(
    _ kind: RosterKind,
    _ records: RecordSet,
    with ledger: Ledger? = nil,
    print: (RosterMark) throws -> PrintedRoster = { _ in .sample }
  ) throws -> SavedRoster {
    let draft = try records.draft(kind, ledger: ledger ?? self.ledger)
    return try (ledger ?? self.ledger).save(draft, at: Self.time(), print: print)
  }

  /// Changes the file behind the ledger's back, its triggers taken away and put back.
  func tamper(_ sql: String) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.writeWithoutTransaction { db in
      let triggers = try Row.fetchAll(
        db,
        sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
      )
      for trigger in triggers { try db.execute(sql: "DROP TRIGGER \(trigger["name"] as String)") }
      try db.execute(sql: sql)
      for trigger in triggers { try db.execute(sql: trigger["sql"]) }
    }
  }

  /// Returns the codes of what a search finds.
  func findings(expecting expected: [String] = []) throws -> [String] {
    var codes: [String] = []
    _ = try ledger.verify(expecting: expected) { codes.append($0.code) }
    return codes
  }
}

extension PrintedRoster {
  /// A file that nobody has printed.
  static let sample = PrintedRoster(pages: 1, digest: Digest(of: Array("%PDF".utf8)))
}

extension RosterKind {
  static let new = RosterKind(code: "new", label: "新签", letters: "XQ")
  static let renew = RosterKind(code: "renew", label: "续签", letters: "XU")
  static let terminate = RosterKind(code: "terminate", label: "解除（终止）", letters: "JC")
  static let insurance = RosterKind(code: "insurance", label: "参保", letters: "CB")

  /// The kinds of filing that enter the roster.
  var filingKinds: Set<FilingKind> {
    switch code {
    case "renew": [.renew]
    case "terminate": [.terminate]
    case "insurance": [.new, .renew, .import]
    default: [.new, .import]
    }
  }
}

/// A record file that a test has read.
struct RecordSet {
  let file: RecordFile
  let outcomes: [RowOutcome]

  init(_ text: String) throws {
    var outcomes: [RowOutcome] = []
    let source = ByteSource(name: "记录.json", bytes: Array(text.utf8))
    file = try openRecords(source) { outcomes.append($0) }
    self.outcomes = outcomes
  }

  /// Reads filings around which there is nothing special.
  init(filings: [String], profile: String = "CN-JL") throws {
    try self.init(RecordFixtures.document(filings, profile: profile))
  }

  var filings: [Filing] {
    outcomes.compactMap { if case .accepted(let filing) = $0 { filing } else { nil } }
  }

  /// Returns row `row` as canonical JSON.
  func content(_ row: Int) throws -> [UInt8] {
    try #require(try RowReader(file).canonicalJSON(of: row))
  }

  /// Returns what a judgement says of a roster of `kind`.
  func judged(_ kind: RosterKind, _ ledger: Ledger?) throws -> RosterEntrants.Judgement {
    var entrants = RosterEntrants(kind: kind, of: kind.filingKinds, ledger: ledger)
    for outcome in outcomes { entrants.visit(outcome, in: file.batch) }
    return try entrants.judged()
  }

  /// Returns the draft of a roster of all filings of its kinds.
  func draft(_ kind: RosterKind, ledger: Ledger) throws -> RosterDraft {
    let priors = try judged(kind, ledger).rowsWithPrior
    let traces = ledger.traceMaker()
    var rest = try filings.filter { kind.filingKinds.contains($0.kind) }.map { filing in
      FrozenRow(
        trace: traces.trace(of: filing, in: file.batch),
        content: try content(filing.row),
        sourceRow: filing.row,
        hasPrior: priors.contains(filing.row)
      )
    }[...]
    return RosterDraft(
      kind: kind,
      format: .standard,
      form: FormTexts(name: "roster-\(kind.code)", settings: "a: 1", body: "# 名册", theme: ""),
      title: "\(kind.label)名册",
      batch: file.batch,
      head: file.canonicalHead
    ) { rest.popFirst() }
  }
}

/// Returns the codes with which `body` is refused.
func refusal(_ body: () throws -> Void) throws -> [Diagnostic] {
  do {
    try body()
  } catch LedgerFailure.refused(let diagnostics) {
    return diagnostics
  }
  return []
}
