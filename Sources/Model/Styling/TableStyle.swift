public import Geometry

/// How tables are ruled and sized on paper.
public struct TableStyle: Sendable, Hashable {
  /// The thickness of the outer frame.
  public var frame: Length
  /// The thickness of the inner rules.
  public var rule: Length
  /// The ground of header cells; nothing leaves them white.
  public var headGround: Ink?
  /// The least height of a body row.
  public var rowHeight: Length
  /// The least height of a header row.
  public var headHeight: Length
  /// The distance between a cell's rule and its text, left and right.
  public var cellPadding: Length
  /// How far a cell's text may shrink before it wraps, as a part of its size.
  public var leastScale: Double
  /// At most this many body rows stand on a page; nothing fills the page.
  public var rowsPerPage: Int?

  /// Creates a table style; the defaults are the house's rosters.
  public init(
    frame: Length = .mm(0.4),
    rule: Length = .mm(0.2),
    headGround: Ink? = Ink(grey: 235),
    rowHeight: Length = .mm(8),
    headHeight: Length = .mm(8),
    cellPadding: Length = .mm(1),
    leastScale: Double = 0.8,
    rowsPerPage: Int? = nil
  ) {
    self.frame = frame
    self.rule = rule
    self.headGround = headGround
    self.rowHeight = rowHeight
    self.headHeight = headHeight
    self.cellPadding = cellPadding
    self.leastScale = leastScale
    self.rowsPerPage = rowsPerPage
  }
}
