/// A link's or picture's destination, judged before it is written.
struct Destination {
  /// The destination as the source has it.
  let text: String
  private let scheme: String?

  /// Judges `text` as a browser would read it.
  ///
  /// Browsers drop control characters and spaces at the start and tabs and line ends anywhere (WHATWG URL, basic
  /// URL parser), so `java\tscript:` is a scheme as well.
  init(_ text: String) {
    self.text = text
    var name = ""
    var found: String?
    for scalar in text.unicodeScalars where scalar.value > 0x20 {
      if scalar == ":" { found = name.lowercased() }
      if ":/?#\\".unicodeScalars.contains(scalar) { break }
      name.unicodeScalars.append(scalar)
    }
    scheme = found
  }

  /// Whether following the destination can run nothing in this page.
  var isSafeLink: Bool {
    guard let scheme else { return true }
    return ["http", "https", "mailto", "tel"].contains(scheme)
  }

  /// Whether the destination may be shown as a picture; embedded bitmaps run nothing.
  var isSafePicture: Bool {
    guard let scheme else { return true }
    guard scheme == "data" else { return ["http", "https"].contains(scheme) }
    return ["png", "jpeg", "gif", "webp"].contains { text.hasPrefix("data:image/\($0);base64,") }
  }

  /// Whether the destination lies on another site.
  var isExternal: Bool { scheme == "http" || scheme == "https" || text.hasPrefix("//") }
}
