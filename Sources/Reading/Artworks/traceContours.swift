import Geometry

/// Returns the contours of what is inked, along the edges of pixels; a pixel is a millimetre.
///
/// Ink always lies to the right of the pen, so that holes run against what is around them.
func traceContours(of mask: PixelMask) throws(ArtworkFailure) -> Path {
  var edges = PixelEdges(of: mask)
  var steps: [Path.Step] = []
  while let contour = edges.takeContour() {
    steps += contour
    // Speckles of a bad scan would make the seal's contours longer than all else in the document.
    guard steps.count <= 30_000 else { throw .speckled }
  }
  return Path(steps: steps)
}

/// The edges between ink and paper that are not yet in a contour.
private struct PixelEdges {
  /// East, south, west, north: each is a right turn from the one before.
  private static let directions: [(x: Int, y: Int)] = [(1, 0), (0, 1), (-1, 0), (0, -1)]

  private let columns: Int
  /// For each corner of pixels, which directions edges leave it in, a bit each.
  private var leaving: [UInt8]
  /// No corner before this one has an edge left.
  private var first = 0

  init(of mask: PixelMask) {
    columns = mask.width + 1
    leaving = [UInt8](repeating: 0, count: columns * (mask.height + 1))
    for y in 0..<mask.height {
      for x in 0..<mask.width where mask[x, y] {
        if !mask[x, y - 1] { add(x, y, 0) }
        if !mask[x + 1, y] { add(x + 1, y, 1) }
        if !mask[x, y + 1] { add(x + 1, y + 1, 2) }
        if !mask[x - 1, y] { add(x, y + 1, 3) }
      }
    }
  }

  private mutating func add(_ x: Int, _ y: Int, _ direction: Int) {
    leaving[y * columns + x] |= 1 << direction
  }

  /// Takes a whole contour; nothing when no edge is left.
  mutating func takeContour() -> [Path.Step]? {
    while first < leaving.count, leaving[first] == 0 { first += 1 }
    guard first < leaving.count else { return nil }
    var corner = first
    var direction = leaving[corner].trailingZeroBitCount
    var steps = [Path.Step.move(to: point(corner))]
    repeat {
      leaving[corner] &= ~(1 << direction)
      let step = PixelEdges.directions[direction]
      corner += step.y * columns + step.x
      guard corner != first else { break }
      let next = turn(at: corner, from: direction)
      if next != direction { steps.append(.line(to: point(corner))) }
      direction = next
    } while true
    return steps + [.close]
  }

  /// The next direction: to the right where that is possible, so that pixels that touch at a corner stay apart.
  private func turn(at corner: Int, from direction: Int) -> Int {
    [direction + 1, direction, direction + 3].map { $0 % 4 }
      .first { leaving[corner] & 1 << $0 != 0 } ?? direction
  }

  private func point(_ corner: Int) -> Point {
    Point(x: .mm(Double(corner % columns)), y: .mm(Double(corner / columns)))
  }
}
