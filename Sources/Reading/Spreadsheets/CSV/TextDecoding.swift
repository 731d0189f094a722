import UnicodeText

/// The encodings that delimited text comes in.
public enum TextDecoding {
  /// Returns `bytes` as UTF-8 without a byte-order mark; GB 18030 holds GBK and is tried last.
  public static func utf8(_ bytes: [UInt8]) throws(SpreadsheetFailure) -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return try checked(Array(bytes.dropFirst(3))) }
    if bytes.starts(with: [0xFF, 0xFE]) { return try wide(bytes) { low, high in (low, high) } }
    if bytes.starts(with: [0xFE, 0xFF]) { return try wide(bytes) { high, low in (low, high) } }
    if isUTF8(bytes) { return bytes }
    switch UnicodeText.decodeGB18030(bytes) {
    case .text(let text): return text
    case .refused(let offset):
      let line = bytes.prefix(offset).count { $0 == 0x0A } + 1
      // The encoding that leads further is the one that was meant.
      throw .encoding(line: max(line, firstForeignLine(of: bytes)))
    }
  }

  private static func isUTF8(_ bytes: some Collection<UInt8>) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil
  }

  private static func checked(_ bytes: [UInt8]) throws(SpreadsheetFailure) -> [UInt8] {
    guard isUTF8(bytes) else { throw .encoding(line: firstForeignLine(of: bytes)) }
    return bytes
  }

  /// Returns the number of the first line that is no UTF-8, from 1.
  private static func firstForeignLine(of bytes: [UInt8]) -> Int {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    return (lines.firstIndex { !isUTF8($0) } ?? 0) + 1
  }

  /// Excel's “Unicode text” is UTF-16 with a mark.
  private static func wide(
    _ bytes: [UInt8],
    _ order: (UInt8, UInt8) -> (low: UInt8, high: UInt8)
  ) throws(SpreadsheetFailure) -> [UInt8] {
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
      let pair = order(bytes[index], bytes[index + 1])
      return UInt16(pair.high) << 8 | UInt16(pair.low)
    }
    guard let text = String(validating: units, as: UTF16.self) else { throw .encoding(line: 1) }
    return Array(text.utf8)
  }
}
