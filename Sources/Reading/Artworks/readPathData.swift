import Geometry

/// The greatest coordinate that is read.
let pathReach = 100_000.0

/// Reads the data of a path (SVG 1.1 §8.3); a unit is a millimetre.
func readPathData(_ text: String, line: Int) throws(ArtworkFailure) -> Path {
  var pen = PathPen(line: line)
  var data = PathNumbers(text)
  while let command = data.command() {
    repeat {
      try pen.draw(command, &data)
    } while data.hasNumber && !"Zz".contains(command)
  }
  guard data.isAtEnd else { throw .path(line: line, found: data.rest) }
  return Path(steps: pen.steps)
}

/// A pen that follows the commands of path data.
private struct PathPen {
  let line: Int
  private(set) var steps: [Path.Step] = []
  private var place = SIMD2<Double>.zero
  private var start = SIMD2<Double>.zero
  /// The last place that bent a curve, for commands that go on smoothly.
  private var bend: (cubic: SIMD2<Double>?, quadratic: SIMD2<Double>?) = (nil, nil)
  private var hasMoved = false

  init(line: Int) {
    self.line = line
  }

  /// Draws one step of `command`; more numbers behind a move are lines.
  mutating func draw(
    _ command: Character,
    _ data: inout PathNumbers
  ) throws(ArtworkFailure) {
    let base = command.isLowercase ? place : .zero
    let known = bend
    bend = (nil, nil)
    switch command.lowercased() {
    case "m" where !hasMoved: move(to: base + (try pair(&data)))
    case "m", "l": lineTo(base + (try pair(&data)))
    case "h": lineTo([base.x + (try number(&data)), place.y])
    case "v": lineTo([place.x, base.y + (try number(&data))])
    case "c":
      curve(base + (try pair(&data)), base + (try pair(&data)), base + (try pair(&data)))
    case "s":
      let first = known.cubic.map { place * 2 - $0 } ?? place
      curve(first, base + (try pair(&data)), base + (try pair(&data)))
    case "q": quadratic(base + (try pair(&data)), base + (try pair(&data)))
    case "t":
      quadratic(known.quadratic.map { place * 2 - $0 } ?? place, base + (try pair(&data)))
    case "a": try arc(from: base, &data)
    case "z": close()
    default: throw .path(line: line, found: String(command))
    }
    hasMoved = hasMoved && data.hasNumber
  }

  private mutating func move(to end: SIMD2<Double>) {
    steps.append(.move(to: point(end)))
    (place, start, hasMoved) = (end, end, true)
  }

  private mutating func lineTo(_ end: SIMD2<Double>) {
    begin()
    steps.append(.line(to: point(end)))
    place = end
  }

  private mutating func curve(
    _ first: SIMD2<Double>,
    _ second: SIMD2<Double>,
    _ end: SIMD2<Double>
  ) {
    begin()
    steps.append(.curve(point(first), point(second), to: point(end)))
    bend.cubic = second
    place = end
  }

  private mutating func quadratic(_ control: SIMD2<Double>, _ end: SIMD2<Double>) {
    let first = place + (control - place) * (2 / 3)
    curve(first, end + (control - end) * (2 / 3), end)
    bend = (nil, control)
  }

  private mutating func arc(
    from base: SIMD2<Double>,
    _ data: inout PathNumbers
  ) throws(ArtworkFailure) {
    let arc = EllipticalArc(
      radii: try pair(&data),
      turn: try number(&data),
      isLong: try flag(&data),
      isClockwise: try flag(&data)
    )
    let end = base + (try pair(&data))
    for part in arc.curves(from: place, to: end) { curve(part.first, part.second, part.end) }
    // The sum of the steps may miss it by the width of a hair; and nothing goes on smoothly from an arc.
    (place, bend) = (end, (nil, nil))
  }

  private mutating func close() {
    if !steps.isEmpty, steps.last != .close { steps.append(.close) }
    place = start
  }

  /// A contour that goes on behind a closed one begins where that began.
  private mutating func begin() {
    if steps.isEmpty || steps.last == .close { steps.append(.move(to: point(place))) }
  }

  private func point(_ place: SIMD2<Double>) -> Point { Point(x: .mm(place.x), y: .mm(place.y)) }

  private func pair(_ data: inout PathNumbers) throws(ArtworkFailure) -> SIMD2<Double> {
    [try number(&data), try number(&data)]
  }

  private func flag(_ data: inout PathNumbers) throws(ArtworkFailure) -> Bool {
    guard let flag = data.flag() else { throw .path(line: line, found: data.rest) }
    return flag
  }

  private func number(_ data: inout PathNumbers) throws(ArtworkFailure) -> Double {
    guard let number = data.number(), abs(number) <= pathReach else {
      throw .path(line: line, found: data.rest)
    }
    return number
  }
}
