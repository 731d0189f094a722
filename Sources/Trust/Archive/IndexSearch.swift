import GRDB

/// A query as SQL.
struct IndexSearch {
  private(set) var sql: String
  private(set) var arguments = StatementArguments()
  /// What orders the results: the number under which each came in.
  let order: String

  /// Translates `query`; nothing where one of its texts holds nothing that can be found.
  init?(_ query: ArchiveQuery, salt: String) {
    var tokens = PairTokens()
    var texts: [String] = []
    for (word, columns) in query.texts {
      guard let condition = tokens.condition(word, in: columns) else { return nil }
      texts.append(condition)
    }
    var conditions: [String] = []
    func add(_ condition: String, _ value: (any DatabaseValueConvertible)?, to list: inout [String])
      -> StatementArguments
    {
      guard let value else { return [] }
      list.append(condition)
      return [value]
    }
    if texts.isEmpty {
      (sql, order) = ("SELECT h.* FROM holding h", "h.id")
    } else {
      // CROSS makes SQLite begin with the words, whatever other conditions there are.
      sql = "SELECT h.* FROM words w CROSS JOIN holding h ON h.id = w.rowid"
      order = "w.rowid"
      arguments += add("words MATCH ?", texts.joined(separator: " AND "), to: &conditions)
    }
    let key = query.identity.map { Int64(identityKey(of: $0, salt: salt)) }
    arguments += add(
      "h.id IN (SELECT holding FROM identity WHERE key = ?)",
      key,
      to: &conditions
    )
    for (condition, day) in [
      ("h.day >= ?", query.from), ("h.day <= ?", query.through),
      ("h.disposal <= ?", query.expiredOn), ("h.stampedUntil <= ?", query.stampedThrough),
    ] {
      arguments += add(condition, day.map { "\($0)" }, to: &conditions)
    }
    if !query.includesFormerVersions {
      conditions.append("NOT EXISTS (SELECT 1 FROM holding s WHERE s.derivedFrom = h.code)")
    }
    if !conditions.isEmpty { sql += " WHERE " + conditions.joined(separator: " AND ") }
  }
}

extension ArchiveQuery {
  /// The texts that are looked for, with the columns in which they may stand.
  fileprivate var texts: [(text: String, columns: String)] {
    let named = [
      (name, "name"), (number, "number"), (employer, "employer"), (kind, "kind title"),
    ]
    return words.map { ($0, "name number employer kind title") }
      + named.compactMap { text, columns in text.map { ($0, columns) } }
  }
}
