public import GRDB

/// Returns how SQLite files are opened whose changes outlast a `kill -9` and a power cut once a transaction has
/// committed them (`synchronous=FULL`), and which may come from anybody.
///
/// Whoever finds another process writing waits up to `patience` seconds; of the pages that were read up to `cache` KiB
/// stay at hand, as many as SQLite thinks right where nothing is said.
public func durableDatabase(patience: Double, cache: Int? = nil) -> Configuration {
  var configuration = Configuration()
  configuration.busyMode = .timeout(patience)
  configuration.prepareDatabase { db in
    try db.execute(sql: "PRAGMA synchronous = FULL")
    try db.execute(sql: "PRAGMA trusted_schema = OFF")
    try db.execute(sql: "PRAGMA cell_size_check = ON")
    if let cache { try db.execute(sql: "PRAGMA cache_size = -\(cache)") }
  }
  return configuration
}
