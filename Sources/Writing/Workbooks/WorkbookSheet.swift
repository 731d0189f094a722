/// A sheet to be written: its columns and what stands above and below their headings.
public struct WorkbookSheet: Sendable {
  /// The name on the tab, at most 31 characters.
  public var name: String
  /// A line over all columns above the headings, or nothing.
  public var title: String?
  /// The columns from left to right.
  public var columns: [WorkbookColumn]
  /// How many columns stay in sight when the sheet is moved to the side.
  public var frozenColumns: Int
  /// Up to which row drop-down lists are offered.
  public var lastChoiceRow: Int

  /// Creates a sheet.
  public init(
    name: String,
    title: String? = nil,
    columns: [WorkbookColumn],
    frozenColumns: Int = 0,
    lastChoiceRow: Int = 2000
  ) {
    self.name = name
    self.title = title
    self.columns = columns
    self.frozenColumns = frozenColumns
    self.lastChoiceRow = lastChoiceRow
  }

  /// How many rows of headings there are.
  var headingDepth: Int { max(1, columns.map(\.headings.count).max() ?? 1) }

  /// The first row below the headings, from 0.
  public var firstDataRow: Int { (title == nil ? 0 : 1) + headingDepth }
}

/// A column of a sheet; its cells are text, so that no program turns a number into another.
public struct WorkbookColumn: Sendable {
  /// The headings from the uppermost level down; equal neighbours become one cell.
  public var headings: [String]
  /// The width in characters of half a square.
  public var width: Double
  /// A note that shows over the heading, or nothing.
  public var note: String?
  /// What may be chosen from a list; empty for no list.
  public var choices: [String]
  /// Whether the heading is marked as one that must be filled.
  public var isRequired: Bool
  /// Whether the column is hidden.
  public var isHidden: Bool

  /// Creates a column.
  public init(
    _ headings: [String],
    width: Double = 14,
    note: String? = nil,
    choices: [String] = [],
    isRequired: Bool = false,
    isHidden: Bool = false
  ) {
    self.headings = headings
    self.width = width
    self.note = note
    self.choices = choices
    self.isRequired = isRequired
    self.isHidden = isHidden
  }
}
