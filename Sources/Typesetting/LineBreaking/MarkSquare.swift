import Geometry
import Styling

/// How a mark of Chinese punctuation fills its square: its ink in one half, blanks around it.
///
/// Fonts differ: some give “ a full square, some a third of it, and · anything between. Whatever the font, the ink of
/// a mark takes half an em (clreq #glyphs_sizes_and_positions_in_character_faces_of_punctuation_marks), and the rest
/// of the square is blank that belongs to the joints beside it.
struct MarkSquare {
  /// The width of the ink's half.
  let box: Length
  /// How far the glyph's origin lies to the right of the half's left edge.
  let shift: Length
  /// The blank before the ink as the composition sets it.
  let before: Length
  /// The blank after the ink.
  private(set) var after: Length

  /// Returns the square of a mark, or nothing for other characters.
  init?(_ cluster: TextCluster, _ kind: CharacterClass, _ composition: LineComposition) {
    guard kind.isCompressible || kind == .interpunct else { return nil }
    let half = cluster.em / 2
    let advance = cluster.advance
    let isNarrow = advance * 4 <= cluster.em * 3
    // A glyph narrower than its square is put in the middle of its half; a wide one has its ink where it belongs.
    let blank = isNarrow ? half : max(.zero, advance - half)
    box = isNarrow ? half : advance - blank
    switch kind {
    case .opening:
      shift = isNarrow ? (half - advance) / 2 : .zero - blank
      before = MarkSquare.kept(blank, kind, composition.markWidth)
      after = .zero
    case .interpunct:
      shift = (half - advance) / 2
      before = MarkSquare.kept(blank / 2, kind, composition.markWidth)
      after = before
    default:
      shift = isNarrow ? (half - advance) / 2 : .zero
      before = .zero
      after = MarkSquare.kept(blank, kind, composition.markWidth)
    }
  }

  /// The square without the blank after its ink.
  var closed: MarkSquare {
    var square = self
    square.after = .zero
    return square
  }

  /// The blank that a width scheme leaves; an interpunct is half a square by GB/T 15834-2011 wherever it may be.
  private static func kept(
    _ blank: Length,
    _ kind: CharacterClass,
    _ scheme: MarkWidth
  ) -> Length {
    switch scheme {
    case .full: blank
    case .halfAtLineEnd: kind == .interpunct ? .zero : blank
    case .kaiming: kind == .stop ? blank : .zero
    case .half: .zero
    }
  }
}
