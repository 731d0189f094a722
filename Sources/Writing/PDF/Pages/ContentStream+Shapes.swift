import Geometry
import Styling

extension ContentStream {
  /// Fills what a path encloses, by the rule of non-zero winding (ISO 32000-1 §8.5.3.3.2).
  mutating func fill(_ path: Path, _ ink: Ink) {
    setFill(ink)
    for step in path.steps {
      switch step {
      case .move(let place):
        append(place)
        content.append("m\n")
      case .line(let place):
        append(place)
        content.append("l\n")
      case .curve(let first, let second, let place):
        append(first)
        append(second)
        append(place)
        content.append("c\n")
      case .close: content.append("h\n")
      }
    }
    content.append("f\n")
  }

  private mutating func append(_ place: Point) {
    content.append(operands: Number(place.x), y(place.y))
  }
}
