public import Diagnostics
import Spreadsheets

/// What became of a sheet.
public struct ImportOutcome: Sendable {
  /// How many rows hold data.
  public let rowCount: Int
  /// How many of them cannot be used.
  public let refusedCount: Int
  /// The record file of the rows that can be used, `mingce/1` as one JSON document.
  public let records: [UInt8]
  /// Everything that was found, by rows, then what concerns whole columns.
  public let diagnostics: [Diagnostic]

  /// Whether something is wrong that belongs to no row.
  public let hasFileErrors: Bool

  /// Whether every row can be used.
  public var isWhole: Bool { refusedCount == 0 && !hasFileErrors }
}

/// A sheet of a spreadsheet with the template that it fills.
public struct MatchedSheet {
  /// The template.
  public let template: ImportTemplate
  /// The number of the sheet, from 0.
  public let sheet: Int
  let match: HeadingMatch
  let layout: SheetLayout
}
