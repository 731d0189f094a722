/// The shape of a glyph, in thousandths of an em around its origin on the baseline, upwards and to the right.
///
/// What lies inside by the rule of non-zero winding is inked, in CFF and in TrueType alike.
public struct GlyphOutline: Sendable, Hashable {
  /// A place: to the right, upwards.
  public typealias Place = SIMD2<Double>

  /// One step of a pen.
  public enum Step: Sendable, Hashable {
    /// Begins a contour.
    case move(to: Place)
    /// Draws a straight line.
    case line(to: Place)
    /// Draws a cubic curve, bent by two places beside it.
    case curve(Place, Place, to: Place)
    /// Ends a contour where it began.
    case close
  }

  /// The steps; none for a space.
  public internal(set) var steps: [Step] = []
}

extension GlyphOutline {
  /// Draws a TrueType curve of one control place as the cubic curve that it equals.
  mutating func addCurve(from start: Place, by control: Place, to end: Place) {
    let (first, second) = (start + (control - start) * (2 / 3), end + (control - end) * (2 / 3))
    steps.append(.curve(first, second, to: end))
  }
}
