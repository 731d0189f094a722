/// How lines of Chinese text are composed, as a form or a theme chooses (clreq #line_composition).
///
/// It holds for whole paragraphs: bold type, a filled field or a link inside changes nothing.
public struct LineComposition: Sendable, Hashable {
  /// Which characters may not start or end a line.
  public var prohibition: ProhibitionLevel
  /// How wide full-width marks are set.
  public var markWidth: MarkWidth
  /// Whether two marks in a row share their blank (clreq #h-adjustment_of_adjacent_punctuation_marks).
  public var compressesAdjacentMarks: Bool
  /// Whether an opening mark at the start of a line gives up its blank half.
  public var trimsLineStart: Bool
  /// What stands between Han and Latin.
  public var scriptGap: ScriptGap
  /// Whether a pause or stop may hang beyond the end of a justified line that cannot hold it.
  public var hangsMarks: Bool

  /// Creates a composition; the defaults are the house's, which GB/T 15834-2011 allows at every point.
  public init(
    prohibition: ProhibitionLevel = .strict,
    markWidth: MarkWidth = .halfAtLineEnd,
    compressesAdjacentMarks: Bool = true,
    trimsLineStart: Bool = true,
    scriptGap: ScriptGap = .elastic,
    hangsMarks: Bool = false
  ) {
    self.prohibition = prohibition
    self.markWidth = markWidth
    self.compressesAdjacentMarks = compressesAdjacentMarks
    self.trimsLineStart = trimsLineStart
    self.scriptGap = scriptGap
    self.hangsMarks = hangsMarks
  }
}

/// Which characters may not start or end a line (clreq #prohibition_rules_for_line_start_end).
public enum ProhibitionLevel: String, Sendable, Hashable, CaseIterable, Comparable {
  /// 不禁则: a line may end between any two squares, only double marks and numbers stay whole.
  case none
  /// 基本: pauses, stops, closing marks, connectors, interpuncts and solidi start no line, opening marks end none.
  case basic
  /// 国标: besides, no solidus ends a line (GB/T 15834-2011 5.1.8).
  case gb
  /// 严格: besides, neither dash nor ellipsis starts a line.
  case strict

  /// Returns whether `lhs` forbids less than `rhs`.
  public static func < (lhs: ProhibitionLevel, rhs: ProhibitionLevel) -> Bool {
    lhs.rank < rhs.rank
  }

  private var rank: Int {
    switch self {
    case .none: 0
    case .basic: 1
    case .gb: 2
    case .strict: 3
    }
  }
}

/// How wide full-width marks are set (clreq #punctuation_width_adjustment).
public enum MarkWidth: String, Sendable, Hashable, CaseIterable {
  /// 全角式: every mark keeps its square, at the end of a line too as long as there is room.
  case full
  /// 开明式: marks that end a sentence keep their square, all others are half a square.
  case kaiming
  /// 半角式: all marks are half a square.
  case half
  /// 行末半角式: every mark keeps its square, but half a square at the end of a line (GB/T 15834-2011 5.1.10).
  case halfAtLineEnd
}

/// What stands between Han and Latin (clreq #mixed_text_composition_in_horizontal_writing_mode).
public enum ScriptGap: String, Sendable, Hashable, CaseIterable {
  /// A quarter em, which shrinks to an eighth and grows to a third.
  case elastic
  /// A quarter em that only a line without other joints changes.
  case fixed
  /// Nothing.
  case none
}
