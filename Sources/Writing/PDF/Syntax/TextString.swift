/// The forms in which the file holds text for people.
enum TextString {
  /// Returns how many bytes the text takes in the form that the file gives it (ISO 32000-1 §7.9.2.2).
  static func byteCount(of text: String) -> Int {
    isPlain(text) ? text.utf8.count : 2 + 2 * text.utf16.count
  }

  /// Whether the text is written as it is.
  static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
  }

  /// Returns the UTF-16BE form with its byte order mark (ISO 32000-1 §7.9.2.2).
  static func utf16(_ text: some StringProtocol) -> [UInt8] {
    [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
  }
}
