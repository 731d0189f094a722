/// A distance on the page, held as whole nanometres so that millimetres are exact and sums do not drift.
public struct Length: Sendable, Hashable, Comparable {
  /// The distance in nanometres.
  public var nanometres: Int

  /// Creates a length from whole nanometres.
  public init(nanometres: Int) {
    self.nanometres = nanometres
  }

  /// No distance at all: computed, since other modules would call for a stored one, and loops over glyphs need it.
  public static var zero: Length { Length(nanometres: 0) }

  /// Creates a length from millimetres, rounded to the nearest nanometre.
  public static func mm(_ value: Double) -> Length {
    Length(nanometres: Int((value * 1_000_000).rounded()))
  }

  /// Creates a length from typographic points of 1/72 inch, rounded to the nearest nanometre.
  public static func pt(_ value: Double) -> Length {
    Length(nanometres: Int((value * 25_400_000 / 72).rounded()))
  }

  /// The distance in points of 1/72 inch (ISO 32000-1 §8.3.2.3, default user space).
  public var points: Double { Double(nanometres) * 72 / 25_400_000 }

  /// The distance in millimetres.
  public var millimetres: Double { Double(nanometres) / 1_000_000 }

  /// Returns whether `lhs` is shorter than `rhs`.
  public static func < (lhs: Length, rhs: Length) -> Bool { lhs.nanometres < rhs.nanometres }

  /// Returns the sum of two lengths.
  public static func + (lhs: Length, rhs: Length) -> Length {
    Length(nanometres: lhs.nanometres + rhs.nanometres)
  }

  /// Returns `lhs` shortened by `rhs`.
  public static func - (lhs: Length, rhs: Length) -> Length {
    Length(nanometres: lhs.nanometres - rhs.nanometres)
  }

  /// Lengthens `lhs` by `rhs`.
  public static func += (lhs: inout Length, rhs: Length) { lhs.nanometres += rhs.nanometres }

  /// Shortens `lhs` by `rhs`.
  public static func -= (lhs: inout Length, rhs: Length) { lhs.nanometres -= rhs.nanometres }

  /// Returns `length` taken in the other direction.
  public static prefix func - (length: Length) -> Length { Length(nanometres: -length.nanometres) }

  /// Returns `length` scaled by `factor`, rounded to the nearest nanometre.
  public static func * (length: Length, factor: Double) -> Length {
    Length(nanometres: Int((Double(length.nanometres) * factor).rounded()))
  }

  /// Returns `length` taken `count` times, exactly.
  public static func * (length: Length, count: Int) -> Length {
    Length(nanometres: length.nanometres * count)
  }

  /// Returns `length` in `count` equal parts, rounded towards zero.
  public static func / (length: Length, count: Int) -> Length {
    Length(nanometres: length.nanometres / count)
  }

  /// Returns how many times `rhs` goes into `lhs`.
  public static func / (lhs: Length, rhs: Length) -> Double {
    Double(lhs.nanometres) / Double(rhs.nanometres)
  }
}

extension Length: CustomStringConvertible {
  /// The distance in millimetres with up to three decimals, as the text dumps print it.
  public var description: String {
    let micrometres = Int((Double(nanometres) / 1000).rounded())
    let sign = micrometres < 0 ? "-" : ""
    let (whole, part) = abs(micrometres).quotientAndRemainder(dividingBy: 1000)
    guard part != 0 else { return "\(sign)\(whole)" }
    var decimals = String(part + 1000).dropFirst()
    while decimals.last == "0" { decimals.removeLast() }
    return "\(sign)\(whole).\(decimals)"
  }
}
