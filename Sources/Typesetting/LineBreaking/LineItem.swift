public import Geometry

/// A piece of a paragraph as the line breaker sees it: a box that never changes and the joint to the next.
///
/// The blank halves of punctuation marks belong to the joints, so that they vanish at the ends of a line and
/// shrink between marks by one mechanism.
public struct LineItem: Sendable, Hashable {
  /// The width that stays wherever the item stands.
  public var box: Length
  /// How far the origin of the cluster lies to the right of the box's left edge; negative for opening marks.
  public var shift: Length
  /// Whether the item leaves no ink, so that it takes no width at the end of a line.
  public var isSpace: Bool
  /// What lies between this item and the next.
  public var joint: Joint
  /// What lies between the start of the line and this item when it begins a line.
  public var startBlank: Length
  /// What lies between this item and the end of the line when it ends a line, all of which can be taken away.
  public var endBlank: Length
  /// Whether the item may stand beyond the end of a line that cannot hold it.
  public var mayHang: Bool

  /// Creates an item.
  public init(
    box: Length,
    shift: Length = .zero,
    isSpace: Bool = false,
    joint: Joint = Joint(),
    startBlank: Length = .zero,
    endBlank: Length = .zero,
    mayHang: Bool = false
  ) {
    self.box = box
    self.shift = shift
    self.isSpace = isSpace
    self.joint = joint
    self.startBlank = startBlank
    self.endBlank = endBlank
    self.mayHang = mayHang
  }
}

/// What lies between two neighbours of a line; it vanishes where the line ends.
public struct Joint: Sendable, Hashable {
  /// The distance when nothing presses or pulls.
  public var natural: Length
  /// How much of it can be taken away.
  public var shrink: Length
  /// When it is taken away: joints of a lower step give first.
  public var shrinkStep: ShrinkStep
  /// How much can be added before a reader notices.
  public var stretch: Length
  /// Which joints are widened first.
  public var stretchStep: StretchStep
  /// Whether a line may end here.
  public var lineEnd: LineEnd

  /// Creates a joint.
  public init(
    natural: Length = .zero,
    shrink: Length = .zero,
    shrinkStep: ShrinkStep = .wordSpace,
    stretch: Length = .zero,
    stretchStep: StretchStep = .never,
    lineEnd: LineEnd = .forbidden
  ) {
    self.natural = natural
    self.shrink = shrink
    self.shrinkStep = shrinkStep
    self.stretch = stretch
    self.stretchStep = stretchStep
    self.lineEnd = lineEnd
  }
}

/// The order in which a line that is too wide is narrowed (clreq #procedures_for_inter-character_spacing_reduction).
///
/// Before all of them, a mark at the end of the line gives up its blank.
public enum ShrinkStep: Int, Sendable, Hashable, CaseIterable {
  /// Spaces between Latin words, down to a quarter em.
  case wordSpace
  /// The blanks on both sides of an interpunct.
  case interpunct
  /// The blank halves of brackets and quotation marks.
  case bracket
  /// The blank halves of ，、；：.
  case pause
  /// The gap between Han and Latin.
  case scriptGap
  /// The blank halves of 。？！.
  case stop
}

/// The order in which a line that is too narrow is widened (clreq #procedures_for_inter-character_space_expansion).
public enum StretchStep: Int, Sendable, Hashable, Comparable, CaseIterable {
  /// Spaces between Latin words, first up to their stretch, later with the others.
  case wordSpace
  /// The gap between Han and Latin, first up to its stretch, later with the others.
  case scriptGap
  /// Between two characters, evenly and without limit, once the first two have given their stretch.
  case anywhere
  /// Next to a mark that should stay with its text; only when a line has no better place.
  case reluctant
  /// Inside numbers, words and double marks.
  case never

  /// Returns whether `lhs` is widened before `rhs`.
  public static func < (lhs: StretchStep, rhs: StretchStep) -> Bool { lhs.rawValue < rhs.rawValue }
}

/// Whether a line may end at a joint.
public enum LineEnd: Int, Sendable, Hashable, Comparable {
  /// Must end here.
  case forced
  /// May end here.
  case allowed
  /// May end here, but better not.
  case discouraged
  /// Only when a piece is wider than a line.
  case emergency
  /// Only when a piece is wider than a line, and then last of all: a forbidden mark would start or end a line.
  case forbidden

  /// Returns whether `lhs` is the better place.
  public static func < (lhs: LineEnd, rhs: LineEnd) -> Bool { lhs.rawValue < rhs.rawValue }
}
