import Diagnostics
import Geometry

/// The texts of a document that were made so small for want of room that nobody can read them.
///
/// They are printed, since nothing may stand over, but never without a word about it. The text itself is not repeated:
/// it may be a number that no log may hold.
struct TinyTexts {
  /// The smallest size that a style may ask for.
  static let least = Length.pt(4)
  /// How many texts are told at most: the others stand in the same columns.
  private static let most = 20

  private(set) var complaints: [Diagnostic] = []

  /// Notes a text that is set at `size`, unless it can be read or was noted before.
  mutating func note(_ what: String = "文字", at size: Length, origin: Origin) {
    guard size < Self.least, complaints.count < Self.most else { return }
    let complaint = Diagnostic(
      "layout.tinyText",
      .warning,
      at: origin,
      "地方太窄，\(what)缩得看不清",
      found: "\(size.inPoints)磅",
      expected: "不小于4磅",
      advice: "请加宽这一列、减少文字，或者改用更大的纸张"
    )
    if !complaints.contains(complaint) { complaints.append(complaint) }
  }
}

extension Length {
  /// The length in points as messages show it, with at most two digits behind the point.
  fileprivate var inPoints: String {
    let hundredths = Int((points * 100).rounded())
    return "\(Double(hundredths) / 100)"
  }
}
