import Geometry

/// Axes of its own on the page: where they meet, and a step along each, in millimetres with `y` downwards.
struct Frame {
  var origin: SIMD2<Double>
  var right: SIMD2<Double>
  var up: SIMD2<Double>

  /// Returns the place on the page that lies `place.x` steps to the right and `place.y` steps up.
  func point(_ place: SIMD2<Double>) -> Point {
    let sum = origin + right * place.x + up * place.y
    return Point(x: .mm(sum.x), y: .mm(sum.y))
  }

  /// The same axes with steps of other lengths.
  func scaled(_ width: Double, _ height: Double) -> Frame {
    Frame(origin: origin, right: right * width, up: up * height)
  }

  /// Axes as paper has them, around `origin`.
  static func upright(at origin: SIMD2<Double>) -> Frame {
    Frame(origin: origin, right: [1, 0], up: [0, -1])
  }
}
