public import Geometry

/// One line of a paragraph.
public struct Line: Sendable, Hashable {
  /// The items of the line, spaces at its end included.
  public var items: Range<Int>
  /// How many of them count: those up to the last that leaves ink.
  public var inkCount: Int
  /// The width when nothing presses or pulls; a mark that hangs beyond the end does not count.
  public var natural: Length
  /// Whether its last mark hangs beyond the end.
  public var hangs: Bool
  /// Whether the line ends the paragraph or was ended by the author, so that it is not stretched.
  public var isLast: Bool

  /// Creates a line.
  public init(
    items: Range<Int>,
    inkCount: Int,
    natural: Length,
    hangs: Bool = false,
    isLast: Bool
  ) {
    self.items = items
    self.inkCount = inkCount
    self.natural = natural
    self.hangs = hangs
    self.isLast = isLast
  }
}

/// The measures of a paragraph's lines.
public struct LineWidths: Sendable, Hashable {
  /// The measure of the first line.
  public var first: Length
  /// The measure of all other lines.
  public var rest: Length

  /// Creates the measures of a paragraph; without `first` all lines are alike.
  public init(first: Length? = nil, rest: Length) {
    self.first = first ?? rest
    self.rest = rest
  }

  /// Returns the measure of the line at `index`, from 0.
  public subscript(index: Int) -> Length { index == 0 ? first : rest }
}
