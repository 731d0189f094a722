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
  /// The row under the rows of each sheet of paper, such as 本页小计.
  public var pageFoot: PageFoot<Hole>?
  /// The text of the row that closes the body, such as （以下空白）; dropped when the last page is exactly full.
  public var closing: String?
  /// What becomes of the rows that a sheet of paper leaves unused; nothing ends the table with its last row.
  public var unusedRows: UnusedRows?
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
    pageFoot: PageFoot<Hole>? = nil,
    closing: String? = nil,
    unusedRows: UnusedRows? = nil,
    foot: [TableRow<Hole>] = [],
    origin: Origin
  ) {
    self.caption = caption
    self.columns = columns
    self.head = head
    self.body = body
    self.pageFoot = pageFoot
    self.closing = closing
    self.unusedRows = unusedRows
    self.foot = foot
    self.origin = origin
  }
}

/// A column of a table.
public struct Column: Sendable, Hashable {
  /// The column's part of the table's width, relative to the other columns; nothing lets the content decide.
  public var share: Double?
  /// The column's width in millimetres; where it is given, the share does not count.
  public var millimetres: Double?
  /// How the cells are aligned.
  public var alignment: ColumnAlignment
  /// How many em a distributed text is spread over; nothing spreads it over the whole cell.
  public var spread: Double?
  /// How many places behind the decimal point there is room for, where cells are aligned on it.
  public var decimals: Int
  /// Whether header cells of the column alone are set from top to bottom (竖排).
  public var isHeadVertical: Bool
  /// Whether body cells are set from top to bottom.
  public var isVertical: Bool
  /// Whether equal cells of a group of rows are printed as one.
  public var isMerged: Bool
  /// Whether a line is drawn through body cells that have no value, so that none can be added.
  public var strikesEmpty: Bool

  /// Creates a column.
  public init(
    share: Double? = nil,
    millimetres: Double? = nil,
    alignment: ColumnAlignment = .start,
    spread: Double? = nil,
    decimals: Int = 2,
    isHeadVertical: Bool = false,
    isVertical: Bool = false,
    isMerged: Bool = false,
    strikesEmpty: Bool = false
  ) {
    self.share = share
    self.millimetres = millimetres
    self.alignment = alignment
    self.spread = spread
    self.decimals = decimals
    self.isHeadVertical = isHeadVertical
    self.isVertical = isVertical
    self.isMerged = isMerged
    self.strikesEmpty = strikesEmpty
  }

  /// Whether the content decides the width.
  public var isMeasured: Bool { share == nil && millimetres == nil }
}

/// How the cells of a column are aligned.
public enum ColumnAlignment: String, Sendable, Hashable, CaseIterable {
  /// At the left.
  case start
  /// In the middle.
  case centre
  /// At the right.
  case end
  /// Spread evenly, as names are (分散对齐; clreq #even_inter_character_spacing).
  case distributed
  /// With the decimal points one under another.
  case decimal
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
  /// Whether the row belongs to the same group as the one above, with which it stays as long as a page can hold both.
  public var joinsGroup: Bool
  /// What the row adds to the sums of its page, in the order in which the page's foot takes them.
  public var addends: [Int]
  /// Where it came from.
  public var origin: Origin

  /// Creates a row.
  public init(
    cells: [TableCell<Hole>],
    joinsGroup: Bool = false,
    addends: [Int] = [],
    origin: Origin
  ) {
    self.cells = cells
    self.joinsGroup = joinsGroup
    self.addends = addends
    self.origin = origin
  }
}

/// A cell of a table.
public struct TableCell<Hole: Sendable>: Sendable {
  /// Most cells hold a single text, which has no array of its own: a long roster has a million of them.
  @usableFromInline enum Held: Sendable {
    case one(Inline<Hole>)
    case line([Inline<Hole>])
  }

  @usableFromInline var held: Held
  /// How many columns the cell spans, at least 1.
  public var columnSpan: Int
  /// How many rows the cell spans, at least 1.
  public var rowSpan: Int
  /// Whether the cell is a header of its row.
  public var isHeader: Bool
  /// Whether the cell is one with the cell above, whose text it repeats; it is printed where a page begins with it.
  public var joinsAbove: Bool
  /// Whether the cell has no value and a line is drawn through it.
  public var isStruck: Bool

  /// Creates a cell.
  @inlinable public init(
    content: [Inline<Hole>],
    columnSpan: Int = 1,
    rowSpan: Int = 1,
    isHeader: Bool = false,
    joinsAbove: Bool = false,
    isStruck: Bool = false
  ) {
    held = .line(content)
    self.columnSpan = columnSpan
    self.rowSpan = rowSpan
    self.isHeader = isHeader
    self.joinsAbove = joinsAbove
    self.isStruck = isStruck
  }

  /// Creates a cell that holds one piece, or nothing.
  @inlinable public init(_ only: Inline<Hole>?, columnSpan: Int, rowSpan: Int, isHeader: Bool) {
    self.init(content: [], columnSpan: columnSpan, rowSpan: rowSpan, isHeader: isHeader)
    if let only { held = .one(only) }
  }

  /// The text.
  @inlinable public var content: [Inline<Hole>] {
    get {
      switch held {
      case .one(let inline): [inline]
      case .line(let content): content
      }
    }
    set { held = .line(newValue) }
  }

  /// The only piece of the text; nothing where there are several or none.
  @inlinable public var only: Inline<Hole>? {
    switch held {
    case .one(let inline): inline
    case .line(let content): content.count == 1 ? content[0] : nil
    }
  }

  /// Whether the cell holds nothing.
  @inlinable public var isEmpty: Bool {
    if case .line(let content) = held { content.isEmpty } else { false }
  }
}

/// The pattern of the rows that a form prints for each item of a collection.
public struct RowTemplate<Hole: Sendable>: Sendable {
  /// The collection, such as `filings`.
  public var subject: Hole
  /// The cells, their holes relative to one item.
  public var cells: [TableCell<Hole>]
  /// The field whose equal values make neighbouring rows a group.
  public var group: Hole?

  /// Creates a row template.
  public init(subject: Hole, cells: [TableCell<Hole>], group: Hole? = nil) {
    self.subject = subject
    self.cells = cells
    self.group = group
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
