public import Calendar

/// One row of a sheet: its number and its cells that hold something, from left to right.
public struct SheetRow: Sendable, Hashable {
  /// The row, from 1, as spreadsheet programs show it.
  public let number: Int
  /// Whether the row is hidden.
  public let isHidden: Bool
  /// The cells, in the order of their columns.
  public let cells: [SheetCell]

  /// Creates a row.
  public init(number: Int, isHidden: Bool = false, cells: [SheetCell]) {
    self.number = number
    self.isHidden = isHidden
    self.cells = cells
  }

  /// Returns the cell in `column`, or nothing when that is empty.
  public subscript(column: Int) -> SheetCell? {
    // Rows are short and mostly full, so the cell is near its column's place.
    if column <= cells.count, cells[column - 1].column == column { return cells[column - 1] }
    return cells.first { $0.column == column }
  }
}

/// One cell that holds something.
public struct SheetCell: Sendable, Hashable {
  /// The column, from 1.
  public let column: Int
  /// What it holds.
  public let value: SheetValue
  /// Whether a formula made the value.
  public let formula: FormulaUse

  /// Creates a cell.
  public init(column: Int, value: SheetValue, formula: FormulaUse = .none) {
    self.column = column
    self.value = value
    self.formula = formula
  }
}

/// What a cell holds, as far as the file itself tells.
public enum SheetValue: Sendable, Hashable {
  /// Text, with no change but that formatting and phonetic readings are left out.
  case text(String)
  /// A number in its exact digits as the file writes them, such as `44208` or `1.35E+10`.
  case number(String)
  /// A number that is shown as a day.
  case date(CivilDate, serial: String)
  /// A yes or no.
  case flag(Bool)
  /// An error such as `#N/A`.
  case error(String)
  /// Nothing: a formula whose result was never stored.
  case nothing
}

/// Whether a formula made a cell's value.
public enum FormulaUse: Sendable, Hashable {
  /// No formula.
  case none
  /// A formula over this workbook.
  case own
  /// A formula that looks into another file; it is never followed.
  case external
}
