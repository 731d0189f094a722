/// Contours of straight lines and cubic curves; what they enclose by the rule of non-zero winding is inside.
public struct Path: Sendable, Hashable {
  /// One step of a pen.
  public enum Step: Sendable, Hashable {
    /// Begins a contour.
    case move(to: Point)
    /// Draws a straight line.
    case line(to: Point)
    /// Draws a cubic curve, bent by two places beside it.
    case curve(Point, Point, to: Point)
    /// Ends a contour where it began.
    case close
  }

  /// The steps in their order.
  public var steps: [Step]

  /// Creates a path.
  public init(steps: [Step] = []) {
    self.steps = steps
  }

  /// All places that the steps name, those that bend curves included; the path lies within their hull.
  public var places: [Point] {
    steps.flatMap { step -> [Point] in
      switch step {
      case .move(let place), .line(let place): [place]
      case .curve(let first, let second, let place): [first, second, place]
      case .close: []
      }
    }
  }

  /// The upright rectangle around all places; nothing when there are none.
  public var bounds: Rectangle? {
    let (across, down) = (places.map(\.x), places.map(\.y))
    guard let left = across.min(), let right = across.max(), let top = down.min(),
      let bottom = down.max()
    else { return nil }
    return Rectangle(x: left, y: top, width: right - left, height: bottom - top)
  }

  /// Returns the path with every place put where `move` says.
  public func mapped(_ move: (Point) -> Point) -> Path {
    Path(
      steps: steps.map { step in
        switch step {
        case .move(let place): .move(to: move(place))
        case .line(let place): .line(to: move(place))
        case .curve(let first, let second, let place):
          .curve(move(first), move(second), to: move(place))
        case .close: .close
        }
      }
    )
  }
}

extension Path: CustomStringConvertible {
  /// The path as path data in millimetres (SVG 1.1 §8.3), such as `M1,2L3,4Z`.
  public var description: String {
    steps.map { step in
      switch step {
      case .move(let place): "M\(place)"
      case .line(let place): "L\(place)"
      case .curve(let first, let second, let place): "C\(first) \(second) \(place)"
      case .close: "Z"
      }
    }
    .joined()
  }
}
