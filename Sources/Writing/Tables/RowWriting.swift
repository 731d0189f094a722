/// A way to write a table row by row, in flat memory: the names of the columns first, the end last.
///
/// A format takes the rows as they come and gives the bytes that are ready, which may be none for a while.
public protocol RowWriting {
  /// Returns the bytes before the first row, for columns of these names.
  mutating func begin(_ columns: [String]) -> [UInt8]
  /// Returns the bytes that are ready when the row `values` is added, one value for each column.
  mutating func add(_ values: [TableValue]) -> [UInt8]
  /// Returns the bytes behind the last row.
  mutating func end() -> [UInt8]
}
