import Geometry
import Testing

private func point(_ x: Double, _ y: Double) -> Point { Point(x: .mm(x), y: .mm(y)) }

private let path = Path(steps: [
  .move(to: point(1, 2)), .line(to: point(5, 2)),
  .curve(point(6, 3), point(6, 7), to: point(5, 8)), .close,
])

@Test func theBoundsOfAPathHoldAllItsPlaces() {
  #expect(path.places.count == 5)
  #expect(path.bounds == Rectangle(x: .mm(1), y: .mm(2), width: .mm(5), height: .mm(6)))
  #expect(Path().bounds == nil)
}

@Test func everyPlaceOfAPathIsMapped() {
  let moved = path.mapped { Point(x: $0.x + .mm(10), y: $0.y - .mm(1)) }
  #expect(moved.bounds == Rectangle(x: .mm(11), y: .mm(1), width: .mm(5), height: .mm(6)))
  #expect(moved.steps.last == .close)
}

@Test func aPathIsDescribedAsPathData() {
  #expect(path.description == "M1,2L5,2C6,3 6,7 5,8Z")
}
