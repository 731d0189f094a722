/// A way to write a table row by row, in flat memory: the names of the columns first, the end last.
///
/// A format takes the rows as they come and gives the bytes that are ready, which may be none until the end.
public protocol RowWriting {
  /// Returns the bytes before the first row, for columns of these names.
  mutating func begin(_ columns: [String]) throws(TableFailure) -> [UInt8]
  /// Returns the bytes that are ready when the row `values` is added, one value for each column.
  mutating func add(_ values: [TableValue]) throws(TableFailure) -> [UInt8]
  /// Returns the bytes behind the last row.
  mutating func end() throws(TableFailure) -> [UInt8]
}

/// A format could not take a row, as a workbook that is full; text formats take every row.
public struct TableFailure: Error, Sendable, Hashable {
  /// Why, in Chinese and without a full stop.
  public let reason: String
  /// Whether there was no room to work in, rather than something wrong with the list.
  public var lacksRoom = false

  /// Creates a failure for `reason`.
  public init(_ reason: String) {
    self.reason = reason
  }
}
