/// A guess at what a row that is no JSON is about, only to speak of it in the report.
struct RowGuess {
  private let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    // What identifies a row stands at its beginning; a broken row may be long.
    self.bytes = bytes.prefix(4096)
  }

  /// Returns the first plain text that is written behind the name `key`.
  func text(of key: StaticString) -> String? {
    let name = Array("\"\(key)\"".utf8)
    var rest = bytes
    while let end = rest.firstRange(of: name)?.upperBound {
      rest = rest[end...]
      if let text = Self.value(in: rest) { return text }
    }
    return nil
  }

  private static func value(in text: ArraySlice<UInt8>) -> String? {
    let colon = text.drop(while: isBlank)
    guard colon.first == UInt8(ascii: ":") else { return nil }
    let quote = colon.dropFirst().drop(while: isBlank)
    guard quote.first == UInt8(ascii: "\"") else { return nil }
    let rest = quote.dropFirst()
    guard let end = rest.firstIndex(of: UInt8(ascii: "\"")) else { return nil }
    let value = rest[..<end]
    guard (1...150).contains(value.count), !value.contains(UInt8(ascii: "\\")) else { return nil }
    return String(validating: value, as: UTF8.self)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }
}
