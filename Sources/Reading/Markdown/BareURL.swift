/// A URL that stands in text without any markup.
///
/// It ends at the first character that is not ASCII, because Chinese sentences go on without a space
/// (`网址 https://example.cn/a，点击`); closing punctuation of the sentence stays outside.
struct BareURL {
  /// The bytes of the text that it takes up.
  var range: Range<Int>
  /// Where it leads.
  var destination: String

  /// Whether a URL may begin with `byte`, as few bytes of a text do.
  static func mayBegin(with byte: UInt8) -> Bool { byte == 0x68 || byte == 0x77 }

  /// Whether a URL may begin anywhere in `text`.
  static func mayStand(in text: String) -> Bool {
    let bytes = text.utf8.span
    var index = 0
    while index < bytes.count {
      if mayBegin(with: bytes[index]) { return true }
      // None begins within a character.
      index += bytes[index] < 0xE0 ? 1 : 3
    }
    return false
  }

  private static let schemes: [[UInt8]] = ["https://", "http://", "www."].map { Array($0.utf8) }

  /// Returns the URL that begins at byte `index`, or nothing.
  static func read(_ bytes: [UInt8], at index: Int) -> BareURL? {
    guard mayBegin(with: bytes[index]), index == 0 || !isWordByte(bytes[index - 1]),
      let scheme = schemes.first(where: { bytes[index...].starts(with: $0) })
    else { return nil }
    var end = index + scheme.count
    while end < bytes.count, isURLByte(bytes[end]) { end += 1 }
    end = trimmedEnd(bytes[index..<end])
    guard end > index + scheme.count, isWordByte(bytes[index + scheme.count]) else { return nil }
    let text = String(decoding: bytes[index..<end], as: UTF8.self)
    guard scheme.count > 4 else {
      guard text.dropFirst(scheme.count).contains(".") else { return nil }
      return BareURL(range: index..<end, destination: "http://" + text)
    }
    return BareURL(range: index..<end, destination: text)
  }

  /// Returns where the URL in `bytes` ends once the sentence's own punctuation is left out.
  private static func trimmedEnd(_ bytes: ArraySlice<UInt8>) -> Int {
    var rest = bytes
    while let last = rest.last {
      let isOpenEnded =
        last == 0x29
        && rest.count(where: { $0 == 0x29 }) > rest.count(where: { $0 == 0x28 })
      guard isOpenEnded || ".,:;!?'*_~".utf8.contains(last) else { break }
      rest.removeLast()
    }
    return rest.endIndex
  }

  private static func isURLByte(_ byte: UInt8) -> Bool {
    (0x21...0x7E).contains(byte) && !"<>\"`{}|\\^[]".utf8.contains(byte)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
