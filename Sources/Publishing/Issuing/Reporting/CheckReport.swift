/// A way to write down a check, row after row, so that a long file needs no memory.
public protocol CheckReport {
  /// Returns what stands before the first row.
  mutating func begin() -> String
  /// Returns what is written of a row, or of the file as a whole; perhaps nothing.
  mutating func add(_ row: CheckedRow) -> String
  /// Returns what stands after the last row; `titles` names the rules that were told, by code.
  mutating func end(_ summary: CheckSummary, titles: [String: String]) -> String
}
