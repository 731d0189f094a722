public import Calendar
public import Digests
import GRDB

/// A bag as the index takes it.
public struct IndexEntry: Sendable {
  let holding: Holding
  let identities: [String]
  let seal: Digest

  /// Where it stands among others: as they came into the archive.
  public var order: (CivilDate, String) { (holding.archivedOn, holding.code) }

  /// Takes what the bag tells, the records in it, and the digest of its last manifest.
  public init(_ holding: Holding, records: [[UInt8]], seal: Digest) {
    self.holding = holding
    identities = records.flatMap { RecordFacts($0).identities }
    self.seal = seal
  }
}

extension ArchiveIndex {
  /// How many persons of a document are kept to be shown; all are found.
  private static let shownPersons = 3

  /// Adds all of `entries` that are not there yet, or none.
  public func add(_ entries: [IndexEntry]) throws(IndexFailure) {
    var tokens = PairTokens()
    try change { db in
      for entry in entries { try self.add(entry, to: db, &tokens) }
    }
  }

  private func add(_ entry: IndexEntry, to db: Database, _ tokens: inout PairTokens) throws {
    let holding = entry.holding
    try db.execute(
      sql: """
        INSERT INTO holding VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (code) DO NOTHING
        """,
      arguments: [
        holding.code, holding.digest.hex, entry.seal.hex, holding.title, holding.form,
        holding.numbers.first, holding.employer,
        holding.persons.prefix(Self.shownPersons).joined(separator: "\n"), holding.persons.count,
        "\(holding.day)", "\(holding.archivedOn)", holding.retention.label,
        holding.disposal.map { "\($0)" }, holding.stampedUntil.map { "\($0)" }, holding.version,
        holding.derivedFrom,
      ]
    )
    guard db.changesCount > 0 else { return }
    let id = db.lastInsertedRowID
    try db.execute(
      sql: """
        INSERT INTO words(rowid, name, number, employer, kind, title) VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        id, tokens.tokens(of: holding.persons), tokens.tokens(of: holding.numbers),
        tokens.tokens(of: [holding.employer, holding.employerCode].compactMap { $0 }),
        tokens.tokens(of: [holding.form].compactMap { $0 }),
        tokens.tokens(of: [holding.title] + holding.keywords),
      ]
    )
    for number in entry.identities {
      try db.execute(
        sql: "INSERT OR IGNORE INTO identity VALUES (?, ?)",
        arguments: [Int64(identityKey(of: number, salt: salt)), id]
      )
    }
  }
}
