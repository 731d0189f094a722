import Calendar

/// A run of neighbouring rows in which something grows by one from row to row, as dragging a cell of a sheet makes it.
///
/// The hall's own list shows what comes of it: the template of 2018 became those of 2019 to 2030, and every date moved
/// on by a day (V-28).
public struct DragFill: Sendable {
  /// A value that may grow: the words before its number, which stay, and the number; of a date the number of the day.
  public typealias Value = (head: Substring, number: Int)

  /// So many rows in a run are no chance.
  public static let least = 5

  private var last: Value?
  private var rows = 0...0

  /// Begins before the first row.
  public init() {}

  /// The first row of the run that the last row belongs to.
  public var firstRow: Int { rows.lowerBound }

  /// Takes notice of the value of `row`; returns the rows of a run that has ended.
  public mutating func take(_ value: Value?, row: Int) -> ClosedRange<Int>? {
    if let last, let value, row == rows.upperBound + 1, value.number == last.number + 1,
      value.head == last.head
    {
      (self.last, rows) = (value, rows.lowerBound...row)
      return nil
    }
    defer { (last, rows) = (value, row...row) }
    return ended
  }

  /// Takes notice that `row` has the value of the row before; returns the rows of a run that has ended with that row.
  public mutating func takeSame(row: Int) -> ClosedRange<Int>? {
    defer { rows = row...row }
    return ended
  }

  /// The rows of the run that the end of the file ends.
  public var ended: ClosedRange<Int>? { last != nil && rows.count >= Self.least ? rows : nil }

  /// Returns what may grow in `text`: a day, or a number at its end.
  public static func value(of text: String) -> Value? {
    if let day = CivilDate(iso: text) { return ("", day.dayNumber) }
    let utf8 = text.utf8
    let digits = utf8.reversed().prefix { (48...57).contains($0) }.count
    guard (1...15).contains(digits) else { return nil }
    let start = utf8.index(utf8.endIndex, offsetBy: -digits)
    guard let number = Int(text[start...]) else { return nil }
    return (text[..<start], number)
  }
}
