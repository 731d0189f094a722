public import Diagnostics
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
  /// A contour lies far outside of it.
  case outside
  /// It has no filled contour.
  case empty
  /// It holds something else than filled paths: a script, a link, a text, a picture, a style.
  case forbidden(line: Int, what: String)
  /// It begins as a PNG file does, but is not one of 8 bits a colour.
  case picture
  /// It has too few or too many pixels.
  case pixels(width: Int, height: Int)
  /// It is a picture of so many specks that its contours would have no end.
  case speckled
  /// The data of a path cannot be read.
  case path(line: Int, found: String)
}

extension ArtworkFailure: Worded {
  /// The reason as a Chinese sentence without a full stop.
  public var message: Message {
    switch self {
    case .tooLarge(let bytes): "文件有 \(bytes) 字节，最多 \(readLimit) 字节"
    case .damaged(let line): "不是 PNG，也不是完好的 SVG（第\(line)行）"
    case .size: "没有写明大小（viewBox，或者 width 和 height），或者长宽相差20倍以上"
    case .outside: "有路径在画面（viewBox）之外"
    case .empty: "里面没有填色的路径"
    case .forbidden(let line, let what):
      "第\(line)行有\(term: what)；只接受填色的路径（path），请在绘图软件里转成路径再导出"
    case .picture: "不是完好的 PNG（每种颜色8位）"
    case .pixels(let width, let height):
      "图片是 \(width)×\(height) 点；长边要有300至2000点，裁去四周的空白"
    case .speckled: "图片里杂点太多，请换一张清楚的，背景要白或者透明"
    case .path(let line, let found): "第\(line)行的路径读不懂：“\(found)”"
    }
  }
}

/// How long a file may be.
let readLimit = 512 * 1024
