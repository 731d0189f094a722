/// The place of a cell: its row and column, both from 1.
public struct CellAddress: Sendable, Hashable {
  /// The row, from 1.
  public let row: Int
  /// The column, from 1.
  public let column: Int

  /// The last row and column that a sheet can have (ECMA-376-1 §18.3.1.73, §18.3.1.13).
  static let limit = (rows: 1_048_576, columns: 16_384)

  /// Creates the address of a cell.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Reads an address such as `AB12`; anything beyond a sheet's edges gives nothing.
  init?(_ text: some StringProtocol) {
    var (row, column, digits) = (0, 0, 0)
    for byte in text.utf8 where byte != UInt8(ascii: "$") {
      switch byte {
      case 65...90 where digits == 0: column = column * 26 + Int(byte - 64)
      case 97...122 where digits == 0: column = column * 26 + Int(byte - 96)
      case 48...57:
        row = row * 10 + Int(byte - 48)
        digits += 1
      default: return nil
      }
      guard row <= Self.limit.rows, column <= Self.limit.columns else { return nil }
    }
    guard row > 0, column > 0 else { return nil }
    self.init(row: row, column: column)
  }

  /// Returns the letters of `column`, such as `AB`.
  public static func letters(ofColumn column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column
    while rest > 0 {
      letters.append(65 + UInt8((rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}

/// A rectangle of cells.
public struct CellRange: Sendable, Hashable {
  /// The rows, from 1.
  public let rows: ClosedRange<Int>
  /// The columns, from 1.
  public let columns: ClosedRange<Int>

  /// Creates the range over rows and columns.
  public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.rows = rows
    self.columns = columns
  }

  /// Reads a range such as `A1:C2`, whose corners may stand in any order.
  init?(_ text: String) {
    let corners = text.split(separator: ":", maxSplits: 1)
    guard let first = corners.first.flatMap({ CellAddress($0) }),
      let last = corners.last.flatMap({ CellAddress($0) })
    else { return nil }
    rows = min(first.row, last.row)...max(first.row, last.row)
    columns = min(first.column, last.column)...max(first.column, last.column)
  }
}
