/// A guess at what a row that is no JSON is about, only to speak of it in the report.
struct RowGuess {
  private let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    // What identifies a row stands at its beginning; a broken row may be long.
    self.bytes = bytes.prefix(4096)
  }

  /// Returns the first plain text that is written behind the name `key`.
  func text(of key: StaticString) -> String? {
    let opening = Array("\"\(key)\":\"".utf8)
    guard let start = bytes.firstRange(of: opening)?.upperBound,
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\"")),
      (1...150).contains(end - start), !bytes[start..<end].contains(UInt8(ascii: "\\"))
    else { return nil }
    return String(validating: bytes[start..<end], as: UTF8.self)
  }
}
