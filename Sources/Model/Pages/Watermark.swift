public import Geometry

/// Large pale words across a page, under everything else, such as 样张 or 预览.
public struct Watermark: Sendable, Hashable {
  /// The words; the middle of their line is the origin of their coordinates.
  public var runs: [GlyphRun]
  /// The middle of the page, around which they are turned.
  public var centre: Point
  /// How far they are turned.
  public var turn: Turn

  /// How far words are turned to the left, as one who reads them sees it.
  public enum Turn: String, Sendable, Hashable {
    /// By 45 degrees, for a sheet that stands.
    case steep
    /// By 30 degrees, for a sheet that lies.
    case gentle
  }

  /// Creates a watermark.
  public init(runs: [GlyphRun], centre: Point, turn: Turn) {
    self.runs = runs
    self.centre = centre
    self.turn = turn
  }
}
