import Calendar
import GRDB

/// A document that was destroyed, as the index finds it.
public struct DestructionMatch: Sendable, Hashable {
  /// What is left of it.
  public var document: Destruction
  /// When it was destroyed, `YYYY-MM-DD`.
  public var destroyedOn: String
  /// The number of the register.
  public var register: Int
}

extension ArchiveIndex {
  /// Enters what the registers tell; a document that was destroyed twice stands as it was destroyed last.
  public func add(_ registers: [DestructionRegister]) throws(IndexFailure) {
    try change { db in
      for register in registers {
        for document in register.documents { try self.add(document, of: register, to: db) }
      }
    }
  }

  /// Returns the destroyed documents whose codes begin with `prefix`, at most two.
  public func destroyed(code prefix: String) throws(IndexFailure) -> [DestructionMatch] {
    try read { db in
      let sql = "SELECT * FROM destruction WHERE code >= ? AND code < ? ORDER BY code LIMIT 2"
      // The letter g stands behind every digit.
      return try Row.fetchAll(db, sql: sql, arguments: [prefix, prefix + "g"])
        .map(DestructionMatch.init)
    }
  }

  /// Returns which of `codes` are of documents that were destroyed.
  public func destroyed(among codes: [String]) throws(IndexFailure) -> Set<String> {
    try read { db in
      try Set(
        codes.filter { code in
          let sql = "SELECT EXISTS (SELECT 1 FROM destruction WHERE code = ?)"
          return try Bool.fetchOne(db, sql: sql, arguments: [code]) ?? false
        }
      )
    }
  }

  /// Returns the codes of documents that were destroyed and are in the index all the same.
  public func returned() throws(IndexFailure) -> [String] {
    try read { db in
      try String.fetchAll(
        db,
        sql: "SELECT code FROM destruction JOIN holding USING (code) ORDER BY code"
      )
    }
  }

  private func add(
    _ document: Destruction,
    of register: DestructionRegister,
    to db: Database
  ) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO destruction VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        document.code, document.digest, document.title, document.number, document.employer,
        document.day, document.retention, document.approver, document.approvedOn,
        "\(register.destroyedOn)", register.number,
      ]
    )
  }
}

extension DestructionMatch {
  fileprivate init(_ row: Row) {
    self.init(
      document: Destruction(
        code: row["code"],
        digest: row["digest"],
        title: row["title"],
        number: row["number"],
        employer: row["employer"],
        day: row["day"],
        retention: row["retention"],
        approver: row["approver"],
        approvedOn: row["approvedOn"]
      ),
      destroyedOn: row["destroyedOn"],
      register: row["register"]
    )
  }
}
