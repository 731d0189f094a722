import GRDB

/// A query as SQL.
struct IndexSearch {
  private(set) var sql: String
  private(set) var arguments = StatementArguments()
  /// What orders the results: the number under which each came in.
  let order: String

  /// Translates `query`; nothing where one of its texts holds nothing that can be found.
  ///
  /// Where few documents are of its days (`hasFewDays`), those are looked up first and held against the words: the words
  /// may be the employer's, which all documents have.
  init?(_ query: ArchiveQuery, salt: String, hasFewDays: Bool) {
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
    if hasFewDays {
      // Without the plus SQLite would search the words once for each of the days' documents.
      let id = texts.isEmpty ? "h.id" : "+w.rowid"
      conditions.append("\(id) IN (SELECT id FROM holding WHERE day BETWEEN ? AND ?)")
      arguments += query.days
    } else {
      arguments += add("h.day >= ?", query.from.map { "\($0)" }, to: &conditions)
      arguments += add("h.day <= ?", query.through.map { "\($0)" }, to: &conditions)
    }
    for (condition, day) in [
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
  /// How many documents are few enough to be looked up by their days.
  static let few = 10_000

  /// The first and the last day, as texts that order as days do.
  fileprivate var days: StatementArguments {
    [from.map { "\($0)" } ?? "0000", through.map { "\($0)" } ?? "9999-12-31"]
  }

  /// Returns whether days are asked for, and fewer than `few` documents in `db` are of them.
  func hasFewDays(in db: Database, few: Int) throws -> Bool {
    guard from != nil || through != nil else { return false }
    let sql = "SELECT count(*) FROM (SELECT 1 FROM holding WHERE day BETWEEN ? AND ? LIMIT ?)"
    let count = try Int.fetchOne(db, sql: sql, arguments: days + [few])
    return count ?? 0 < few
  }

  /// The texts that are looked for, with the columns in which they may stand.
  fileprivate var texts: [(text: String, columns: String)] {
    let named = [
      (name, "name"), (number, "number"), (employer, "employer"), (kind, "kind title"),
    ]
    return words.map { ($0, "name number employer kind title") }
      + named.compactMap { text, columns in text.map { ($0, columns) } }
  }
}
