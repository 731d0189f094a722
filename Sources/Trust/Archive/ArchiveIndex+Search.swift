import GRDB

extension ArchiveIndex {
  /// Returns at most `limit` documents that meet `query`, the last archived first, and whether there are more.
  ///
  /// A condition that holds no letter or digit finds nothing. Results are taken in the order of the full-text index and
  /// the search ends with the last one, so that what is asked for decides how long it takes, not what is kept.
  public func find(
    _ query: ArchiveQuery,
    limit: Int
  ) throws(IndexFailure) -> (matches: [ArchiveMatch], hasMore: Bool) {
    try find(query, limit: limit, few: ArchiveQuery.few)
  }

  /// Does the same, where `few` documents of the days are few enough to be looked up before the words.
  func find(
    _ query: ArchiveQuery,
    limit: Int,
    few: Int
  ) throws(IndexFailure) -> (matches: [ArchiveMatch], hasMore: Bool) {
    let matches = try read { db -> [ArchiveMatch] in
      let hasFewDays = try query.hasFewDays(in: db, few: few)
      guard let search = IndexSearch(query, salt: salt, hasFewDays: hasFewDays) else { return [] }
      let arguments = search.arguments + [limit + 1]
      let sql = "\(search.sql) ORDER BY \(search.order) DESC LIMIT ?"
      return try Row.fetchAll(db, sql: sql, arguments: arguments).map(ArchiveMatch.init)
    }
    return (Array(matches.prefix(limit)), matches.count > limit)
  }

  /// Returns the documents whose codes begin with `prefix`, at most two.
  public func find(code prefix: String) throws(IndexFailure) -> [ArchiveMatch] {
    try read { db in
      let sql = "SELECT * FROM holding WHERE code >= ? AND code < ? ORDER BY code LIMIT 2"
      // The letter g stands behind every digit.
      return try Row.fetchAll(db, sql: sql, arguments: [prefix, prefix + "g"])
        .map(ArchiveMatch.init)
    }
  }

  /// Returns the document `code`.
  public func match(_ code: String) throws(IndexFailure) -> ArchiveMatch? {
    try read { db in
      try Row.fetchOne(db, sql: "SELECT * FROM holding WHERE code = ?", arguments: [code])
        .map(ArchiveMatch.init)
    }
  }

  /// Returns the version that was derived from the document `code`.
  public func successor(of code: String) throws(IndexFailure) -> ArchiveMatch? {
    try read { db in
      try Row.fetchOne(db, sql: "SELECT * FROM holding WHERE derivedFrom = ?", arguments: [code])
        .map(ArchiveMatch.init)
    }
  }

  /// Returns the seals of all bags by their codes.
  public func seals() throws(IndexFailure) -> [String: String] {
    try read { db in
      let rows = try Row.fetchCursor(db, sql: "SELECT code, seal FROM holding")
      var seals: [String: String] = [:]
      while let row = try rows.next() { seals[row["code"]] = row["seal"] }
      return seals
    }
  }
}

extension ArchiveMatch {
  /// Reads a row of the table `holding`.
  init(_ row: Row) {
    let persons: String = row["persons"]
    self.init(
      code: row["code"],
      digest: row["digest"],
      seal: row["seal"],
      title: row["title"],
      number: row["number"],
      employer: row["employer"],
      persons: persons.split(separator: "\n").map(String.init),
      personCount: row["personCount"],
      day: row["day"],
      retention: row["retention"],
      disposal: row["disposal"],
      stampedUntil: row["stampedUntil"],
      version: row["version"],
      derivedFrom: row["derivedFrom"]
    )
  }
}
