public import Diagnostics

/// A table.
public struct Table<Hole: Sendable>: Sendable {
  /// The caption; empty for none.
  public var caption: [Inline<Hole>]
  /// The columns from left to right.
  public var columns: [Column]
  /// The header rows, repeated on every page.
  public var head: [TableRow<Hole>]
  /// The body rows.
  public var body: TableBody<Hole>
  /// The text of the row that closes the body, such as （以下空白）; dropped when the last page is exactly full.
  public var closing: String?
  /// The rows under the body, such as 合计.
  public var foot: [TableRow<Hole>]
  /// Where it stands in the source.
  public var origin: Origin

  /// Creates a table.
  public init(
    caption: [Inline<Hole>] = [],
    columns: [Column],
    head: [TableRow<Hole>],
    body: TableBody<Hole>,
    closing: String? = nil,
    foot: [TableRow<Hole>] = [],
    origin: Origin
  ) {
    self.caption = caption
    self.columns = columns
    self.head = head
    self.body = body
    self.closing = closing
    self.foot = foot
    self.origin = origin
  }
}

/// A column of a table.
public struct Column: Sendable, Hashable {
  /// The column's part of the table's width, relative to the other columns; nothing lets the content decide.
  public var share: Double?
  /// How the cells are aligned.
  public var alignment: ColumnAlignment

  /// Creates a column.
  public init(share: Double? = nil, alignment: ColumnAlignment = .start) {
    self.share = share
    self.alignment = alignment
  }
}

/// How the cells of a column are aligned.
public enum ColumnAlignment: String, Sendable, Hashable, CaseIterable {
  /// At the left.
  case start
  /// In the middle.
  case centre
  /// At the right.
  case end
}

/// The body rows of a table.
public enum TableBody<Hole: Sendable>: Sendable {
  /// All rows at hand.
  case rows([TableRow<Hole>])
  /// One row for each item of a collection of the record; only a form has it.
  case each(RowTemplate<Hole>)
  /// Rows that are made one by one as they are asked for, so that a long roster is never held whole.
  case pulled(RowSource)
}

/// A row of a table.
public struct TableRow<Hole: Sendable>: Sendable {
  /// The cells from left to right.
  public var cells: [TableCell<Hole>]
  /// Where it came from.
  public var origin: Origin

  /// Creates a row.
  public init(cells: [TableCell<Hole>], origin: Origin) {
    self.cells = cells
    self.origin = origin
  }
}

/// A cell of a table.
public struct TableCell<Hole: Sendable>: Sendable {
  /// The text.
  public var content: [Inline<Hole>]
  /// How many columns the cell spans, at least 1.
  public var columnSpan: Int
  /// How many rows the cell spans, at least 1.
  public var rowSpan: Int
  /// Whether the cell is a header of its row.
  public var isHeader: Bool

  /// Creates a cell.
  public init(
    content: [Inline<Hole>],
    columnSpan: Int = 1,
    rowSpan: Int = 1,
    isHeader: Bool = false
  ) {
    self.content = content
    self.columnSpan = columnSpan
    self.rowSpan = rowSpan
    self.isHeader = isHeader
  }
}

/// The pattern of the rows that a form prints for each item of a collection.
public struct RowTemplate<Hole: Sendable>: Sendable {
  /// The collection, such as `filings`.
  public var subject: Hole
  /// The cells, their holes relative to one item.
  public var cells: [TableCell<Hole>]

  /// Creates a row template.
  public init(subject: Hole, cells: [TableCell<Hole>]) {
    self.subject = subject
    self.cells = cells
  }
}

/// Rows that are made one by one as they are asked for.
public struct RowSource: Sendable {
  /// Why no further row can be had.
  public struct Failure: Error, Sendable {
    /// What a person can do about it.
    public var diagnostic: Diagnostic

    /// Creates a failure.
    public init(_ diagnostic: Diagnostic) {
      self.diagnostic = diagnostic
    }
  }

  /// Gives the next row, or nothing after the last.
  public typealias Pull = () throws(Failure) -> TableRow<Never>?

  /// How many rows there are.
  public let count: Int
  private let begin: @Sendable () throws(Failure) -> Pull

  /// Creates a source of `count` rows; `begin` starts a fresh pass from the first row.
  public init(count: Int, begin: @escaping @Sendable () throws(Failure) -> Pull) {
    self.count = count
    self.begin = begin
  }

  /// Starts a pass from the first row; the caller owns what it returns, in one task.
  public func start() throws(Failure) -> Pull {
    try begin()
  }
}
