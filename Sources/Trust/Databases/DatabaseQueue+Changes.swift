public import GRDB

extension DatabaseQueue {
  /// Changes all that `body` changes, or nothing when it throws; other processes wait meanwhile (`BEGIN IMMEDIATE`).
  public func change<Value>(_ body: (Database) throws -> Value) throws -> Value {
    var value: Value?
    try inTransaction(.immediate) { db in
      value = try body(db)
      return .commit
    }
    guard let value else { preconditionFailure("a committed transaction has its value") }
    return value
  }
}
