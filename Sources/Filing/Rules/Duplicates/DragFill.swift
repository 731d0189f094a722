import Calendar
import Records

/// A run of neighbouring rows in which something grows by one from row to row, as dragging a cell of a sheet makes it.
struct DragFill {
  /// So many rows in a run are no chance.
  static let least = 5

  private var last: (head: Substring, number: Int)?
  private var firstRow = 0
  private var lastRow = 0

  /// Takes notice of the value of `row`; returns the first and the last row of a run that has ended.
  mutating func take(_ value: (head: Substring, number: Int)?, row: Int) -> (Int, Int)? {
    if let last, let value, row == lastRow + 1, value.number == last.number + 1,
      value.head == last.head
    {
      (self.last, lastRow) = (value, row)
      return nil
    }
    defer { (last, firstRow, lastRow) = (value, row, row) }
    return ended()
  }

  /// Takes notice that `row` has the value of the row before; returns a run that has ended with that row.
  mutating func takeSame(row: Int) -> (Int, Int)? {
    defer { (firstRow, lastRow) = (row, row) }
    return ended()
  }

  /// Returns the run that the end of the file ends.
  func ended() -> (Int, Int)? {
    last != nil && lastRow - firstRow + 1 >= Self.least ? (firstRow, lastRow) : nil
  }

  /// Returns a text that ends in a number as what stands before and the number.
  static func split(_ text: String) -> (head: Substring, number: Int)? {
    let utf8 = text.utf8
    let digits = utf8.reversed().prefix { (48...57).contains($0) }.count
    guard (1...15).contains(digits) else { return nil }
    let start = utf8.index(utf8.endIndex, offsetBy: -digits)
    guard let number = Int(text[start...]) else { return nil }
    return (text[..<start], number)
  }
}
