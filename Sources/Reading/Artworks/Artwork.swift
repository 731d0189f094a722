public import Geometry

/// A picture of filled contours, such as a seal or a name by hand that its owner had drawn.
public struct Artwork: Sendable, Hashable {
  /// Its extent; a unit of the file counts as a millimetre until it is scaled.
  public let size: Size
  /// Its contours, from its top left corner.
  public let paths: [Path]

  /// Returns the picture scaled so that it fills a room as far as its shape allows.
  public func fitted(into room: Size) -> Artwork {
    let scale = min(room.width / size.width, room.height / size.height)
    return Artwork(
      size: Size(width: size.width * scale, height: size.height * scale),
      paths: paths.map { path in
        path.mapped { Point(x: $0.x * scale, y: $0.y * scale) }
      }
    )
  }
}

/// Why a file is not taken as artwork.
public enum ArtworkFailure: Error, Sendable, Hashable {
  /// It is longer than a picture of this kind ever is.
  case tooLarge(bytes: Int)
  /// It is not well-formed XML, from this line on.
  case damaged(line: Int)
  /// It has no size, or one that cannot be.
  case size
  /// It has no filled contour.
  case empty
  /// It holds something else than filled paths: a script, a link, a text, a picture, a style.
  case forbidden(line: Int, what: String)
  /// The data of a path cannot be read.
  case path(line: Int, found: String)
}

extension ArtworkFailure: CustomStringConvertible {
  /// The reason as a Chinese sentence without a full stop.
  public var description: String {
    switch self {
    case .tooLarge(let bytes): "文件有 \(bytes) 字节，最多 \(readLimit) 字节"
    case .damaged(let line): "第\(line)行不是完好的 SVG"
    case .size: "没有写明大小（viewBox，或者 width 和 height）"
    case .empty: "里面没有填色的路径"
    case .forbidden(let line, let what):
      "第\(line)行有\(what)；只接受填色的路径（path），请在绘图软件里转成路径再导出"
    case .path(let line, let found): "第\(line)行的路径读不懂：“\(found)”"
    }
  }
}

/// How long a file may be.
let readLimit = 512 * 1024
