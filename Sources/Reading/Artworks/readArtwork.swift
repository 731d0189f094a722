import Geometry

/// Reads an SVG file of filled paths, or the dark parts of a PNG file as paths.
///
/// Of SVG only `svg`, `g` and `path` are read, with the rule of non-zero winding; titles, descriptions and metadata are passed
/// over. Everything else is refused, since a seal must not look other here than where it was drawn: scripts, links,
/// styles, texts, pictures, strokes, transformations and arcs.
public func readArtwork(_ bytes: [UInt8]) throws(ArtworkFailure) -> Artwork {
  guard bytes.count <= readLimit else { throw .tooLarge(bytes: bytes.count) }
  if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return try readPicture(bytes) }
  let elements = try SVGElements(bytes)
  var reading = ArtworkReading()
  while let depth = try elements.next() { try reading.take(elements, depth) }
  return try reading.finish()
}

private func readPicture(_ bytes: [UInt8]) throws(ArtworkFailure) -> Artwork {
  let mask = try PixelMask(png: bytes)
  let path = try traceContours(of: mask)
  guard !path.steps.isEmpty else { throw .empty }
  let size = Size(width: .mm(Double(mask.width)), height: .mm(Double(mask.height)))
  return Artwork(size: size, paths: [path])
}

/// How many times as long as wide a picture may be.
private let longestShape = 20.0

/// An SVG file as far as it was read.
private struct ArtworkReading {
  private var box: (corner: Point, size: Size)?
  private var paths: [Path] = []
  /// The depth of an element that is passed over with all inside it.
  private var skipped: Int?

  /// Elements that only say what the picture is.
  private static let words: Set = ["title", "desc", "metadata"]

  mutating func take(_ element: SVGElements, _ depth: Int) throws(ArtworkFailure) {
    if let skipped, depth > skipped { return }
    skipped = nil
    guard depth > 0 || element.name == "svg" else { throw .damaged(line: element.line) }
    switch element.name {
    case "svg" where depth == 0: box = try ArtworkReading.box(of: element)
    case "g": try element.refuseForbidden()
    case "path":
      try element.refuseForbidden()
      paths.append(try readPathData(element.attribute("d") ?? "", line: element.line))
    case let name where ArtworkReading.words.contains(name): skipped = depth
    case let name: throw .forbidden(line: element.line, what: "“\(name)”")
    }
  }

  func finish() throws(ArtworkFailure) -> Artwork {
    guard let box else { throw .size }
    guard paths.contains(where: { !$0.steps.isEmpty }) else { throw .empty }
    let moved = paths.map { path in
      path.mapped { Point(x: $0.x - box.corner.x, y: $0.y - box.corner.y) }
    }
    guard moved.allSatisfy({ lies($0, around: box.size) }) else { throw .outside }
    return Artwork(size: box.size, paths: moved)
  }

  /// Whether a path reaches over the edges of the picture by no more than half its sides, as bends of curves may.
  private func lies(_ path: Path, around size: Size) -> Bool {
    let room = Rectangle(
      x: -(size.width / 2),
      y: -(size.height / 2),
      width: size.width * 2,
      height: size.height * 2
    )
    return path.bounds.map(room.contains) ?? true
  }

  private static func box(
    of element: SVGElements
  ) throws(ArtworkFailure) -> (corner: Point, size: Size) {
    let numbers: [Double]
    if let text = element.attribute("viewBox") {
      numbers = text.split { $0 == " " || $0 == "," }.compactMap { Double($0) }
    } else {
      let sides = [element.attribute("width"), element.attribute("height")]
      numbers = [0, 0] + sides.compactMap { $0.flatMap { Double($0.replacing("px", with: "")) } }
    }
    guard numbers.count == 4, numbers.allSatisfy({ abs($0) <= pathReach }),
      min(numbers[2], numbers[3]) * longestShape >= max(numbers[2], numbers[3]),
      min(numbers[2], numbers[3]) > 0
    else { throw .size }
    return (
      Point(x: .mm(numbers[0]), y: .mm(numbers[1])),
      Size(width: .mm(numbers[2]), height: .mm(numbers[3]))
    )
  }
}

extension SVGElements {
  /// Refuses what would make the picture look other than its bare contours.
  fileprivate func refuseForbidden() throws(ArtworkFailure) {
    if attribute("transform") != nil { throw .forbidden(line: line, what: "变换（transform）") }
    if attribute("style") != nil || attribute("class") != nil {
      throw .forbidden(line: line, what: "样式（style）")
    }
    if let stroke = attribute("stroke"), stroke != "none" {
      throw .forbidden(line: line, what: "描边（stroke）")
    }
    if attribute("fill") == "none" { throw .forbidden(line: line, what: "没有填色的路径") }
    if attribute("fill-rule") == "evenodd" {
      throw .forbidden(line: line, what: "奇偶填充（fill-rule=\"evenodd\"）")
    }
  }
}
