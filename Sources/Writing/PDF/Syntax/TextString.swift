/// The forms in which the file holds text for people.
enum TextString {
  /// Returns the UTF-16BE form with its byte order mark (ISO 32000-1 §7.9.2.2).
  static func utf16(_ text: some StringProtocol) -> [UInt8] {
    [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
  }
}
