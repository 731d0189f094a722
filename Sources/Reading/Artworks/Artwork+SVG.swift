import Geometry

extension Artwork {
  /// The picture as an SVG file of nothing but its contours, which `readArtwork` reads; its longer side is 100.
  ///
  /// - Throws: `tooLarge` when it would be longer than what is read.
  public func svg() throws(ArtworkFailure) -> String {
    let picture = fitted(into: Size(width: .mm(100), height: .mm(100)))
    let paths = picture.paths.map { path in
      "<path d=\"\(path.steps.map(\.data).joined())\"/>"
    }
    let box = "0 0 \(picture.size.width) \(picture.size.height)"
    let head = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"\(box)\">"
    let file = "\(head)\(paths.joined())</svg>"
    guard file.utf8.count <= readLimit else { throw .tooLarge(bytes: file.utf8.count) }
    return file
  }
}

extension Path.Step {
  /// The step as path data (SVG 1.1 §8.3).
  fileprivate var data: String {
    switch self {
    case .move(let place): "M\(place)"
    case .line(let place): "L\(place)"
    case .curve(let first, let second, let place): "C\(first) \(second) \(place)"
    case .close: "Z"
    }
  }
}
