import Geometry

/// A real number of the file, exact to a thousandth (ISO 32000-1 §7.3.3).
///
/// It is printed in its shortest form: no exponent, no locale, no trailing zero, never a negative zero.
struct Number: Sendable, Hashable {
  /// The value in thousandths.
  var thousandths: Int

  /// Creates the number of `thousandths` thousandths.
  init(thousandths: Int) {
    self.thousandths = thousandths
  }

  /// Creates the length in points, rounded half away from zero in whole numbers alone.
  ///
  /// A nanometre is 72 ÷ 25,400,000 points, so 9 ÷ 3175 thousandths of one.
  init(_ length: Length) {
    let scaled = length.nanometres * 9
    let half = scaled < 0 ? -1587 : 1587
    thousandths = (scaled + half) / 3175
  }

  /// Creates the number nearest to `value`.
  init(_ value: Double) {
    thousandths = Int((value * 1000).rounded())
  }
}
