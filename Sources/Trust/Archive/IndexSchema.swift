/// The tables of an index.
enum IndexSchema {
  /// What `PRAGMA application_id` tells of an index: `MCAR`.
  static let applicationID = 0x4D43_4152

  /// The version of the tables; an index of another one is made anew.
  static let version = 2

  /// `words` is found by pairs of characters (`PairTokens`), keeps no text of its own, and shares its numbers with
  /// `holding`, so that results come in their order without sorting.
  static let tables = """
    CREATE TABLE archive (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      salt TEXT NOT NULL
    ) STRICT;

    CREATE TABLE holding (
      id INTEGER PRIMARY KEY,
      code TEXT NOT NULL UNIQUE,
      digest TEXT NOT NULL,
      seal TEXT NOT NULL,
      title TEXT NOT NULL,
      form TEXT,
      number TEXT,
      employer TEXT,
      persons TEXT NOT NULL,
      personCount INTEGER NOT NULL,
      day TEXT NOT NULL,
      archivedOn TEXT NOT NULL,
      retention TEXT NOT NULL,
      disposal TEXT,
      stampedUntil TEXT,
      version INTEGER NOT NULL,
      derivedFrom TEXT
    ) STRICT;
    CREATE INDEX holdingDay ON holding(day);
    CREATE INDEX holdingDerived ON holding(derivedFrom) WHERE derivedFrom IS NOT NULL;

    CREATE TABLE identity (
      key INTEGER NOT NULL,
      holding INTEGER NOT NULL REFERENCES holding,
      PRIMARY KEY (key, holding)
    ) STRICT, WITHOUT ROWID;

    CREATE VIRTUAL TABLE words USING fts5(
      name, number, employer, kind, title, content='', columnsize=0, tokenize='ascii'
    );

    CREATE TABLE destruction (
      code TEXT PRIMARY KEY,
      digest TEXT NOT NULL,
      title TEXT NOT NULL,
      number TEXT,
      employer TEXT,
      day TEXT NOT NULL,
      retention TEXT NOT NULL,
      approver TEXT NOT NULL,
      approvedOn TEXT NOT NULL,
      destroyedOn TEXT NOT NULL,
      register INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    PRAGMA application_id = \(applicationID);
    PRAGMA user_version = \(version);
    """
}
