/// A cell or row of a sheet, as spreadsheet programs name it.
public struct CellLocation: Sendable, Hashable {
  /// The path as the operator knows it.
  public var file: String
  /// The sheet's name; empty for a text file, which has no sheets.
  public var sheet: String
  /// The row, from 1; 0 when the whole sheet is meant.
  public var row: Int
  /// The column's letters; empty when the whole row is meant.
  public var column: String

  /// Creates the location of a cell, a row or a sheet.
  public init(file: String, sheet: String, row: Int = 0, column: String = "") {
    self.file = file
    self.sheet = sheet
    self.row = row
    self.column = column
  }
}

extension CellLocation: CustomStringConvertible {
  /// The place as `名单.xlsx“新签”第 3 行 C 列`.
  public var place: Message {
    var place: Message = sheet.isEmpty ? "\(file)" : "\(file)“\(sheet)”"
    if row > 0 { place += "第 \(row) 行" }
    if !column.isEmpty { place += " \(column) 列" }
    return place
  }

  /// The place in Chinese.
  public var description: String { place.description }
}
