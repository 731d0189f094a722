public import Diagnostics
public import Geometry

/// The texts of a table's row that stand on one line each: nearly all that a roster shows.
///
/// A page has one item for all of them, and what many rows say is held once.
public struct CellRow: Sendable {
  /// A text in its cell.
  public struct Cell: Sendable {
    /// What is shown.
    public var run: SharedRun
    /// The left end of the baseline, from the row's origin.
    public var place: Point
    /// The structure node, or decoration.
    public var mark: Mark
    /// Where the text came from.
    public var source: Origin

    /// Creates a cell.
    public init(_ run: SharedRun, at place: Point, mark: Mark, source: Origin) {
      self.run = run
      self.place = place
      self.mark = mark
      self.source = source
    }
  }

  /// Where the row stands on the page.
  public var origin: Point
  /// The cells with a text, in reading order.
  public var cells: [Cell]

  /// Creates a row.
  public init(_ cells: [Cell], at origin: Point = Point(x: .zero, y: .zero)) {
    self.origin = origin
    self.cells = cells
  }

  /// The texts as runs at their places on the page, for whoever need not be quick.
  public var runs: [GlyphRun] { cells.map { run(of: $0) } }

  /// Returns the text of a cell as a run at its place on the page.
  public func run(of cell: Cell) -> GlyphRun {
    var run = cell.run.run
    run.origin = Point(x: origin.x + cell.place.x, y: origin.y + cell.place.y)
    run.mark = cell.mark
    run.source = cell.source
    return run
  }
}

/// A run that stands in many places: their rows say where, what it belongs to and where it came from.
public final class SharedRun: Sendable {
  /// The run, at no place.
  public let run: GlyphRun

  /// Shares `run`.
  public init(_ run: GlyphRun) {
    self.run = run
  }
}
