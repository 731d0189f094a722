import Diagnostics

/// A spreadsheet file, XLSX or CSV, opened for reading its sheets row by row.
///
/// Nothing in the file is trusted: formulas are not reckoned, links are not followed, and every part has a limit. It
/// belongs to one task.
public final class Spreadsheet {
  /// The sheets in their order; a CSV file is one sheet without a name.
  public let sheets: [SheetInfo]
  /// Whether parts of the workbook look into other files; what they say is the last value that was stored.
  public let hasExternalLinks: Bool
  private let source: Source

  private enum Source {
    case workbook(XLSXBook)
    case text(DelimitedText)
  }

  /// No honest sheet of records is larger; it has to be held in memory.
  private static let mostBytes = 200 << 20

  /// Opens the file in `bytes`, whose kind shows in its first bytes.
  public init(_ bytes: [UInt8]) throws(SpreadsheetFailure) {
    guard bytes.count <= Self.mostBytes else { throw .tooLarge(part: "文件", limit: "不超过200MB") }
    switch try FileKind(bytes) {
    case .workbook:
      let book = try XLSXBook(bytes)
      source = .workbook(book)
      sheets = book.sheets
      hasExternalLinks = book.hasExternalLinks
    case .text:
      source = .text(try DelimitedText(bytes))
      sheets = [SheetInfo(name: "", isHidden: false)]
      hasExternalLinks = false
    }
  }

  /// How the file counts days.
  public var dates: DateSystem {
    if case .workbook(let book) = source { book.dates } else { .from1900 }
  }

  /// Returns what stands around the rows of sheet number `index`, from 0.
  public func layout(ofSheet index: Int) throws(SpreadsheetFailure) -> SheetLayout {
    guard case .workbook(let book) = source else {
      return SheetLayout(merges: [], hiddenColumns: [])
    }
    return try SheetLayout(of: book.part(ofSheet: index))
  }

  /// Begins to read the rows of sheet number `index`, from 0.
  public func rows(ofSheet index: Int) throws(SpreadsheetFailure) -> SheetRows {
    switch source {
    case .workbook(let book): SheetRows(.workbook(try XLSXRows(book, sheet: index)))
    case .text(let text): SheetRows(.text(text.rows))
    }
  }
}

/// What a workbook says of a sheet.
public struct SheetInfo: Sendable, Hashable {
  /// Its name on the tab.
  public let name: String
  /// Whether the tab is hidden.
  public let isHidden: Bool
}

/// What stands around the rows of a sheet.
public struct SheetLayout: Sendable, Hashable {
  /// Cells merged into one.
  public let merges: [CellRange]
  /// Columns that are hidden.
  public let hiddenColumns: [ClosedRange<Int>]

  /// Creates a layout.
  public init(merges: [CellRange], hiddenColumns: [ClosedRange<Int>]) {
    self.merges = merges
    self.hiddenColumns = hiddenColumns
  }
}

/// The rows of a sheet, read from top to bottom; one row is in memory at a time.
public struct SheetRows {
  enum Source {
    case workbook(XLSXRows)
    case text(DelimitedRows)
  }

  private var source: Source

  init(_ source: Source) {
    self.source = source
  }

  /// Returns the next row, or nothing after the last; rows that the file leaves out are not given.
  public mutating func next() throws(SpreadsheetFailure) -> SheetRow? {
    switch source {
    case .workbook(let rows): return try rows.next()
    case .text(var rows):
      defer { source = .text(rows) }
      return try rows.next()
    }
  }
}
