/// What the preview answers to a request.
public enum PreviewAnswer: Sendable, Hashable {
  /// A file, with its media type.
  case content(status: Int, type: String, bytes: [UInt8])
  /// The way to another path.
  case moved(to: String)
  /// The line of events that tells of each new edition.
  case events
}

/// Returns the media type of the file at `path`, by its ending; pages and scripts are all UTF-8.
func mediaType(of path: String) -> String {
  let ending = path.split(separator: "/").last?.split(separator: ".").last.map { $0.lowercased() }
  return switch ending {
  case "html": "text/html; charset=utf-8"
  case "css": "text/css; charset=utf-8"
  case "js": "text/javascript; charset=utf-8"
  case "json": "application/json; charset=utf-8"
  case "txt": "text/plain; charset=utf-8"
  case "xml": "application/xml; charset=utf-8"
  case "svg": "image/svg+xml"
  case "png": "image/png"
  case "jpg", "jpeg": "image/jpeg"
  case "gif": "image/gif"
  case "webp": "image/webp"
  case "pdf": "application/pdf"
  default: "application/octet-stream"
  }
}
