import Geometry
import Pages
import Styling
import Testing

@testable import PDF

@Test func aShapeIsFilledWithItsContours() throws {
  func point(_ x: Double, _ y: Double) -> Point { Point(x: .pt(x), y: Written.a4.height - .pt(y)) }
  let path = Path(steps: [
    .move(to: point(10, 20)), .line(to: point(30, 20)),
    .curve(point(31, 21), point(32, 22), to: point(30, 40)), .close,
  ])
  let content = try Written.content(of: [.shape(path, .sealRed)])
  let expected = """
    q
    /Artifact BMC
    0.847 0 0.094 rg
    10 20 m
    30 20 l
    31 21 32 22 30 40 c
    h
    f
    EMC
    Q

    """
  #expect(content == expected)
}
