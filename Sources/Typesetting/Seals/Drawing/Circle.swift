import Geometry
import Glibc

/// A circle on the page, in millimetres.
struct Circle {
  var centre: SIMD2<Double>

  /// Axes at `angle` clockwise from the top, `radius` away, which stand upright outwards.
  func outward(_ angle: Double, radius: Double) -> Frame {
    let up = SIMD2(sin(angle), -cos(angle))
    return Frame(origin: centre + up * radius, right: [cos(angle), sin(angle)], up: up)
  }

  /// Axes at `angle` anticlockwise from the bottom, `radius` away, which stand upright inwards.
  func inward(_ angle: Double, radius: Double) -> Frame {
    let out = SIMD2(sin(angle), cos(angle))
    return Frame(origin: centre + out * radius, right: [cos(angle), -sin(angle)], up: -out)
  }

  /// A ring between two radii: the inner edge runs against the outer one, and so is left out.
  func ring(outer: Double, inner: Double) -> Path {
    Path(steps: contour(outer, turn: 1) + contour(inner, turn: -1))
  }

  /// A star of five points on `radius`, one of them at the top.
  func star(radius: Double) -> Path {
    let places = (0..<10).map { index in
      // The inner corners of a five-pointed star lie where its sides cross.
      let reach = index.isMultiple(of: 2) ? radius : radius * (3 - 5.0.squareRoot()) / 2
      return outward(Double(index) * .pi / 5, radius: reach).point(.zero)
    }
    return Path(steps: [.move(to: places[0])] + places.dropFirst().map { .line(to: $0) } + [.close])
  }

  /// A circle of four cubic curves, which lie within 0.03 % of the radius.
  private func contour(_ radius: Double, turn: Double) -> [Path.Step] {
    let bend = radius * 0.5522847498
    let quarters = (0...4).map { outward(turn * Double($0) * .pi / 2, radius: radius) }
    var steps: [Path.Step] = [.move(to: quarters[0].point(.zero))]
    for (from, to) in zip(quarters, quarters.dropFirst()) {
      steps.append(
        .curve(
          from.point([turn * bend, 0]),
          to.point([-turn * bend, 0]),
          to: to.point(.zero)
        )
      )
    }
    return steps + [.close]
  }
}
