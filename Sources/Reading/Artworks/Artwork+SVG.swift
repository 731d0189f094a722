import Geometry

extension Artwork {
  /// The picture as an SVG file of nothing but its contours, which `readArtwork` reads; its longer side is 100.
  ///
  /// - Throws: `tooLarge` when it would be longer than what is read.
  public func svg() throws(ArtworkFailure) -> String {
    let picture = fitted(into: Size(width: .mm(100), height: .mm(100)))
    let paths = picture.paths.map { "<path d=\"\($0)\"/>" }
    let box = "0 0 \(picture.size.width) \(picture.size.height)"
    let head = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"\(box)\">"
    let file = "\(head)\(paths.joined())</svg>"
    guard file.utf8.count <= readLimit else { throw .tooLarge(bytes: file.utf8.count) }
    return file
  }
}
