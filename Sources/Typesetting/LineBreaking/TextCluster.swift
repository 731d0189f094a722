public import Geometry

/// The smallest piece of a paragraph's text that stands as one: its place in the text and its width.
public struct TextCluster: Sendable, Hashable {
  /// Where it begins in the text, as a UTF-8 offset; it reaches to the next cluster.
  public var offset: Int
  /// Its width as the font gives it.
  public var advance: Length
  /// The size of its em square.
  public var em: Length
  /// Room inside the cluster before its ink, such as the start of a fill-in rule.
  public var lead: Length
  /// Room inside the cluster after its ink.
  public var trail: Length
  /// The least distance from the cluster before it within a line.
  public var clearanceBefore: Length
  /// The least distance to the cluster after it within a line.
  public var clearanceAfter: Length
  /// Whether the cluster is a mark that Chinese and Latin share and that stands in Latin text here.
  public var isLatinMark: Bool
  /// Whether the cluster is not text but a thing of its own, such as a blank to write on.
  public var isObject: Bool
  /// How a line end right after the cluster is looked upon beyond what the text says.
  public var breakAfter: BreakWish

  /// Creates a cluster of plain text.
  public init(
    offset: Int,
    advance: Length,
    em: Length,
    lead: Length = .zero,
    trail: Length = .zero,
    clearanceBefore: Length = .zero,
    clearanceAfter: Length = .zero,
    isLatinMark: Bool = false,
    isObject: Bool = false,
    breakAfter: BreakWish = .asTextSays
  ) {
    self.offset = offset
    self.advance = advance
    self.em = em
    self.lead = lead
    self.trail = trail
    self.clearanceBefore = clearanceBefore
    self.clearanceAfter = clearanceAfter
    self.isLatinMark = isLatinMark
    self.isObject = isObject
    self.breakAfter = breakAfter
  }

  /// The whole width with the room inside.
  public var width: Length { lead + advance + trail }
}

/// How the author of a paragraph looks upon a line end at some place.
public enum BreakWish: Sendable, Hashable {
  /// As the characters on both sides say.
  case asTextSays
  /// Possible where the text allows it, but better not.
  case discouraged
  /// Only when the line cannot hold it otherwise.
  case forbidden
  /// Always.
  case forced
}
