/// How far a face reaches above and below the baseline, in millionths of an em.
public struct FontMetrics: Sendable, Hashable {
  /// The distance from the baseline up to the top of the em box.
  public var ascent: Int
  /// The distance from the baseline down to the bottom of the em box, positive.
  public var descent: Int

  /// Creates metrics.
  public init(ascent: Int, descent: Int) {
    self.ascent = ascent
    self.descent = descent
  }

  /// The em box of most Chinese faces, for a family without any face.
  static let ideographic = FontMetrics(ascent: 880_000, descent: 120_000)
}
