import Glibc

/// An ellipse whose places are told by the way along it, in millimetres, clockwise from the top and from its middle.
///
/// There is no formula for the length of an elliptic arc, so it is added up over small steps: their error is below a
/// micrometre.
struct EllipticArc {
  /// Half the width and half the height.
  let axes: SIMD2<Double>
  /// The way from the top to each step.
  private let ways: [Double]

  /// How many steps half of the ellipse has.
  private static let steps = 2000

  init(axes: SIMD2<Double>) {
    self.axes = axes
    var (ways, last, way) = ([0.0], Self.place(0, axes), 0.0)
    for step in 1...Self.steps {
      let next = Self.place(Self.angle(of: step), axes)
      let distance = next - last
      way += (distance * distance).sum().squareRoot()
      ways.append(way)
      last = next
    }
    self.ways = ways
  }

  /// The way from the top to the bottom.
  var half: Double { ways[Self.steps] }

  /// The least radius of a circle that bends as the ellipse does, at the ends of its longer axis.
  var leastRadius: Double { axes.min() * axes.min() / axes.max() }

  /// Returns how far the place lies from the top that a line of `degrees` would meet if the ellipse were a circle.
  func way(to degrees: Double) -> Double { ways[Int(degrees / 180 * Double(Self.steps))] }

  /// Axes at `way` from the top, clockwise, or anticlockwise below zero, around `centre`; they stand upright outwards.
  func outward(_ way: Double, around centre: SIMD2<Double>) -> Frame {
    let angle = angle(at: way)
    let normal = SIMD2(sin(angle) / axes.x, -cos(angle) / axes.y)
    let up = normal / (normal * normal).sum().squareRoot()
    return Frame(
      origin: centre + Self.place(angle, axes),
      right: [-up.y, up.x],
      up: up
    )
  }

  /// Axes at `way` from the bottom, anticlockwise, around `centre`; they stand upright inwards.
  func inward(_ way: Double, around centre: SIMD2<Double>) -> Frame {
    let frame = outward(half - way, around: centre)
    return Frame(origin: frame.origin, right: -frame.right, up: -frame.up)
  }

  /// Returns the parameter of the place at `way`, between two steps by what is missing.
  private func angle(at way: Double) -> Double {
    let distance = min(abs(way), 2 * half - abs(way))
    let after = ways.firstIndex { $0 >= distance } ?? Self.steps
    guard after > 0 else { return 0 }
    let part = (distance - ways[after - 1]) / (ways[after] - ways[after - 1])
    let angle = Self.angle(of: after - 1) + part * .pi / Double(Self.steps)
    return (way < 0) == (abs(way) <= half) ? -angle : angle
  }

  private static func angle(of step: Int) -> Double { Double(step) * .pi / Double(steps) }

  private static func place(_ angle: Double, _ axes: SIMD2<Double>) -> SIMD2<Double> {
    SIMD2(sin(angle), -cos(angle)) * axes
  }
}
