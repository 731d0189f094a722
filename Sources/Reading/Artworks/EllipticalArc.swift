import Foundation

/// An arc of path data, as the standard describes it: by its end, its radii and two choices (SVG 1.1 §8.3.8, §F.6).
struct EllipticalArc {
  var radii: SIMD2<Double>
  /// How far the ellipse is turned, in degrees.
  var turn: Double
  /// Whether the longer of both ways is taken.
  var isLong: Bool
  /// Whether the arc is drawn clockwise on the page.
  var isClockwise: Bool

  /// The least radius that is drawn round, and the least distance, in radii, of its ends.
  private static let least = 0.000_001

  /// Returns the arc from `start` to `end` as curves, each of at most a quarter of the ellipse and within three
  /// ten-thousandths of its radius; a straight line where there is no ellipse.
  func curves(from start: SIMD2<Double>, to end: SIMD2<Double>) -> [PathCurve] {
    let radii = SIMD2(abs(radii.x), abs(radii.y))
    guard start != end else { return [] }
    guard radii.min() > EllipticalArc.least else { return [PathCurve(start, end, end)] }
    // On a circle of radius 1 the middle is found from the two ends; what is too small is made just large enough.
    let (from, to) = (unturned(start) / radii, unturned(end) / radii)
    let half = (to - from) / 2
    let distance = (half * half).sum()
    guard distance > EllipticalArc.least * EllipticalArc.least else {
      return [PathCurve(start, end, end)]
    }
    let scale = max(1, distance.squareRoot())
    let height = (max(0, scale * scale - distance) / distance).squareRoot()
    let side: Double = isLong == isClockwise ? -1 : 1
    let middle = (from + to) / 2 + SIMD2(-half.y, half.x) * (side * height)
    let first = angle(of: from - middle)
    var sweep = angle(of: to - middle) - first
    if isClockwise, sweep < 0 { sweep += 2 * .pi }
    if !isClockwise, sweep > 0 { sweep -= 2 * .pi }
    return quarters(from: first, sweep) { place in
      turned((middle + place * scale) * radii)
    }
  }

  /// Returns the curves of a circle of radius 1 from the angle `first` on, as `shown` puts them.
  private func quarters(
    from first: Double,
    _ sweep: Double,
    shown: (SIMD2<Double>) -> SIMD2<Double>
  ) -> [PathCurve] {
    let count = max(1, Int((abs(sweep) / (.pi / 2)).rounded(.up)))
    let step = sweep / Double(count)
    // How long the handles of a curve are that comes closest to an arc of this angle.
    let handle = 4 / 3 * tan(step / 4)
    return (0..<count).map { index in
      let (one, other) = (first + step * Double(index), first + step * Double(index + 1))
      let (begin, end) = (SIMD2(cos(one), sin(one)), SIMD2(cos(other), sin(other)))
      return PathCurve(
        shown(begin + SIMD2(-begin.y, begin.x) * handle),
        shown(end - SIMD2(-end.y, end.x) * handle),
        shown(end)
      )
    }
  }

  private func angle(of place: SIMD2<Double>) -> Double { atan2(place.y, place.x) }

  private func turned(_ place: SIMD2<Double>) -> SIMD2<Double> {
    let (sine, cosine) = (sin(turn * .pi / 180), cos(turn * .pi / 180))
    return [cosine * place.x - sine * place.y, sine * place.x + cosine * place.y]
  }

  private func unturned(_ place: SIMD2<Double>) -> SIMD2<Double> {
    let (sine, cosine) = (sin(turn * .pi / 180), cos(turn * .pi / 180))
    return [cosine * place.x + sine * place.y, cosine * place.y - sine * place.x]
  }
}

/// A cubic curve from where the pen is: two places that bend it, and its end.
struct PathCurve {
  var first, second, end: SIMD2<Double>

  init(_ first: SIMD2<Double>, _ second: SIMD2<Double>, _ end: SIMD2<Double>) {
    (self.first, self.second, self.end) = (first, second, end)
  }
}
