import GRDB

/// The tables of a ledger, and how older ones become those of today.
///
/// Every table but `chainEnd` is only ever added to; triggers refuse anything else, so that a mistake of ours cannot
/// rewrite history. Against a person who edits the file they are no guard: that is what the trail's hashes are for.
enum Schema {
  /// What `PRAGMA application_id` tells of a ledger: `MCLG`.
  static let applicationID = 0x4D43_4C47

  /// The steps that lead from an empty file to the tables of today; a step is never changed once released.
  static let steps = [version1, version2]

  /// The version that this program makes and reads.
  static var version: Int { steps.count }

  /// Brings the tables up to `steps`, in a transaction of the caller.
  static func migrate(_ db: Database, steps: [String] = Schema.steps) throws {
    let found = try version(of: db)
    guard found <= steps.count else { throw LedgerFailure.newer(version: found) }
    for step in steps[found...] { try db.execute(sql: step) }
    try db.execute(sql: "PRAGMA application_id = \(applicationID)")
    try db.execute(sql: "PRAGMA user_version = \(steps.count)")
  }

  /// Returns the version of the tables in `db`, which must be a ledger.
  static func version(of db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
  }

  /// Returns whether `db` says of itself that it is a ledger.
  static func isLedger(_ db: Database) throws -> Bool {
    try Int.fetchOne(db, sql: "PRAGMA application_id") == applicationID
  }

  /// Returns the definition of every table, index, trigger and view in `db`, by name.
  static func definitions(in db: Database) throws -> [String: String] {
    let sql = "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL"
    return try Row.fetchAll(db, sql: sql).reduce(into: [:]) { $0[$1["name"]] = $1["sql"] }
  }

  /// The tables that are only added to.
  static var appendOnly: [String] { appendOnly1 + appendOnly2 }

  private static let appendOnly1 = [
    "ledger", "trail", "formText", "roster", "rosterRow", "rosterVoid", "imported", "filingEnd",
  ]
  private static let appendOnly2 = ["signing", "signingEnd"]

  private static let version1 = tables1 + guards(of: appendOnly1)
  private static let version2 = tables2 + guards(of: appendOnly2)

  /// The triggers that refuse all but additions.
  private static func guards(of tables: [String]) -> String {
    tables.map { table in
      """
      CREATE TRIGGER \(table)Update BEFORE UPDATE ON \(table)
      BEGIN SELECT RAISE(ABORT, 'ledger is append-only'); END;
      CREATE TRIGGER \(table)Delete BEFORE DELETE ON \(table)
      BEGIN SELECT RAISE(ABORT, 'ledger is append-only'); END;

      """
    }.joined()
  }

  private static let traceColumns = """
    filing BLOB NOT NULL,
      kind TEXT NOT NULL,
      opensNumber BLOB,
      opensStart BLOB,
      followsNumber BLOB,
      followsStart BLOB,
      contentHash BLOB NOT NULL
    """

  private static let tables1 = """
    CREATE TABLE ledger (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      salt TEXT NOT NULL
    ) STRICT;

    CREATE TABLE trail (
      sequence INTEGER PRIMARY KEY,
      day TEXT NOT NULL,
      stamp TEXT NOT NULL,
      action TEXT NOT NULL,
      subject TEXT NOT NULL,
      payload TEXT NOT NULL,
      payloadHash TEXT NOT NULL,
      previous TEXT NOT NULL,
      hash TEXT NOT NULL UNIQUE
    ) STRICT;
    CREATE INDEX trailSubject ON trail(subject);
    CREATE TRIGGER trailInsert BEFORE INSERT ON trail
    WHEN NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM trail)
    BEGIN SELECT RAISE(ABORT, 'entries follow one another'); END;

    CREATE TABLE chainEnd (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      sequence INTEGER NOT NULL,
      hash TEXT NOT NULL
    ) STRICT;

    CREATE TABLE formText (
      hash BLOB PRIMARY KEY,
      name TEXT NOT NULL,
      settings TEXT NOT NULL,
      body TEXT NOT NULL,
      theme TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE roster (
      number TEXT PRIMARY KEY,
      entry INTEGER NOT NULL UNIQUE REFERENCES trail,
      series TEXT NOT NULL,
      ordinal INTEGER NOT NULL,
      kind TEXT NOT NULL,
      label TEXT NOT NULL,
      form BLOB NOT NULL REFERENCES formText,
      head TEXT NOT NULL,
      title TEXT NOT NULL,
      employer TEXT NOT NULL,
      day TEXT NOT NULL,
      count INTEGER NOT NULL,
      pages INTEGER NOT NULL,
      content BLOB NOT NULL,
      checkCode TEXT NOT NULL,
      file BLOB NOT NULL,
      UNIQUE (series, ordinal)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE rosterRow (
      roster TEXT NOT NULL REFERENCES roster DEFERRABLE INITIALLY DEFERRED,
      position INTEGER NOT NULL,
      \(traceColumns),
      content TEXT NOT NULL,
      PRIMARY KEY (roster, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX rosterRowFiling ON rosterRow(filing);
    CREATE INDEX rosterRowOpensNumber ON rosterRow(opensNumber) WHERE opensNumber IS NOT NULL;
    CREATE INDEX rosterRowOpensStart ON rosterRow(opensStart) WHERE opensStart IS NOT NULL;
    CREATE INDEX rosterRowFollowsNumber ON rosterRow(followsNumber) WHERE followsNumber IS NOT NULL;
    CREATE INDEX rosterRowFollowsStart ON rosterRow(followsStart) WHERE followsStart IS NOT NULL;

    CREATE TABLE rosterVoid (
      roster TEXT PRIMARY KEY REFERENCES roster,
      entry INTEGER NOT NULL UNIQUE REFERENCES trail
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE imported (
      entry INTEGER NOT NULL REFERENCES trail DEFERRABLE INITIALLY DEFERRED,
      position INTEGER NOT NULL,
      \(traceColumns),
      rosterKind TEXT NOT NULL,
      roster TEXT NOT NULL,
      PRIMARY KEY (entry, position)
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX importedFiling ON imported(filing, rosterKind);
    CREATE INDEX importedOpensNumber ON imported(opensNumber) WHERE opensNumber IS NOT NULL;
    CREATE INDEX importedOpensStart ON imported(opensStart) WHERE opensStart IS NOT NULL;
    CREATE INDEX importedFollowsNumber ON imported(followsNumber) WHERE followsNumber IS NOT NULL;
    CREATE INDEX importedFollowsStart ON imported(followsStart) WHERE followsStart IS NOT NULL;

    CREATE TABLE filingEnd (
      filing BLOB PRIMARY KEY,
      state TEXT NOT NULL CHECK (state IN ('void', 'revoked')),
      entry INTEGER NOT NULL UNIQUE REFERENCES trail
    ) STRICT, WITHOUT ROWID;

    -- The filings that count as 已生成名册: those of rosters that are not void, and those taken over.
    CREATE VIEW standing AS
      SELECT w.filing, r.kind AS rosterKind, r.number AS roster,
        w.opensNumber, w.opensStart, w.followsNumber, w.followsStart
      FROM rosterRow w JOIN roster r ON r.number = w.roster
      WHERE NOT EXISTS (SELECT 1 FROM rosterVoid v WHERE v.roster = r.number)
      UNION ALL
      SELECT filing, rosterKind, roster, opensNumber, opensStart, followsNumber, followsStart
      FROM imported;

    """

  private static let tables2 = """
    CREATE TABLE signing (
      number TEXT PRIMARY KEY,
      entry INTEGER NOT NULL UNIQUE REFERENCES trail,
      series TEXT NOT NULL,
      ordinal INTEGER NOT NULL,
      title TEXT NOT NULL,
      person TEXT NOT NULL,
      filing BLOB,
      day TEXT NOT NULL,
      deadline TEXT NOT NULL,
      file BLOB NOT NULL UNIQUE,
      UNIQUE (series, ordinal)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE signingEnd (
      signing TEXT PRIMARY KEY REFERENCES signing,
      state TEXT NOT NULL CHECK (state IN ('signed', 'refused', 'void')),
      file BLOB,
      entry INTEGER NOT NULL UNIQUE REFERENCES trail
    ) STRICT, WITHOUT ROWID;

    """
}
