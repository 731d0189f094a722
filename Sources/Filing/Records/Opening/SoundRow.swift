/// A row that is sound to the eye, as nearly every row of every file is.
///
/// `RowSplitter` looks at each byte with all that may be wrong in mind. A row that holds nothing but what JSON has, whose
/// brackets fit, and that a comma or the end of the rows follows, needs none of that. Any other is left to the splitter.
struct SoundRow {
  /// What may stand outside strings beside brackets and quotes.
  ///
  /// It is white space, colon and comma, and what numbers, `true`, `false` and `null` are made of. After a lost quote it
  /// is the names of fields that stand there.
  private static let plain = ByteSet(" \t\n\r:,0123456789+-.Eetrufalsn")

  /// Whether each open bracket is that of an object, the innermost in the lowest bit.
  private var objects: UInt64 = 0
  private var depth = 0

  /// Returns the index after the row that begins at `start`; nothing when it is not sound, or not all of it is there.
  static func end(in bytes: [UInt8], from start: Int) -> Int? {
    guard bytes[start] == UInt8(ascii: "{") else { return nil }
    var row = SoundRow()
    return row.end(in: bytes.span, from: start)
  }

  private mutating func end(in bytes: Span<UInt8>, from start: Int) -> Int? {
    var index = start
    var isAfterComma = false
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let end = Self.endOfStrings(in: bytes, from: index) else { return nil }
        index = end
      case UInt8(ascii: "{"):
        // An object where a name should stand is the next row.
        guard !(isAfterComma && isInObject), open(isObject: true) else { return nil }
      case UInt8(ascii: "["):
        guard open(isObject: false) else { return nil }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard close(isObject: byte == UInt8(ascii: "}")) else { return nil }
        if depth == 0 { return Self.endsRow(in: bytes, at: index) ? index : nil }
      default:
        guard Self.plain.contains(byte) else { return nil }
        if byte <= 0x20 { continue }
      }
      isAfterComma = byte == UInt8(ascii: ",")
    }
    return nil
  }

  private var isInObject: Bool { objects & 1 == 1 }

  /// Opens a bracket, unless there are more than any record has.
  private mutating func open(isObject: Bool) -> Bool {
    guard depth < UInt64.bitWidth else { return false }
    objects = objects << 1 | (isObject ? 1 : 0)
    depth += 1
    return true
  }

  /// Closes the innermost bracket, unless it is another.
  private mutating func close(isObject: Bool) -> Bool {
    guard isInObject == isObject else { return false }
    objects >>= 1
    depth -= 1
    return true
  }

  /// Returns the index after the last of strings that only a colon or a comma parts, as names and texts mostly stand.
  private static func endOfStrings(in bytes: Span<UInt8>, from start: Int) -> Int? {
    var index = start
    while let end = endOfString(in: bytes, from: index) {
      guard end + 1 < bytes.count, bytes[end + 1] == UInt8(ascii: "\""),
        bytes[end] == UInt8(ascii: ":") || bytes[end] == UInt8(ascii: ",")
      else { return end }
      index = end + 2
    }
    return nil
  }

  /// Returns the index after the quote that ends a string; nothing when a line or the bytes end before.
  ///
  /// Most of a record stands in strings, so they are gone through eight bytes at a time; that fewer than eight bytes are
  /// left can only be at the end of what is there.
  private static func endOfString(in bytes: Span<UInt8>, from start: Int) -> Int? {
    var index = start
    while index + 8 <= bytes.count {
      let word = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
      let marks =
        (word.marks(of: UInt8(ascii: "\"")) | word.marks(of: UInt8(ascii: "\\"))
          | word.marks(of: 0x0A)) & 0x8080_8080_8080_8080
      guard marks != 0 else {
        index += 8
        continue
      }
      index += UInt64(littleEndian: marks).trailingZeroBitCount / 8
      switch bytes[index] {
      case UInt8(ascii: "\""): return index + 1
      case UInt8(ascii: "\\"): index += 2
      default: return nil
      }
    }
    return nil
  }

  /// Whether what stands at `start` follows a whole row.
  private static func endsRow(in bytes: Span<UInt8>, at start: Int) -> Bool {
    for index in start..<bytes.count where bytes[index] > 0x20 {
      return bytes[index] == UInt8(ascii: ",") || bytes[index] == UInt8(ascii: "]")
    }
    return false
  }
}

/// Some of the bytes of ASCII.
private struct ByteSet {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(_ characters: String) {
    for byte in characters.utf8 {
      if byte < 64 { low |= 1 << byte } else { high |= 1 << (byte - 64) }
    }
  }

  func contains(_ byte: UInt8) -> Bool {
    guard byte < 128 else { return false }
    return (byte < 64 ? low >> byte : high >> (byte - 64)) & 1 == 1
  }
}

extension UInt64 {
  /// The bytes that equal `byte`, by their highest bits; above the lowest such byte others may be marked too, and lower
  /// bits say nothing.
  fileprivate func marks(of byte: UInt8) -> UInt64 {
    let lows: UInt64 = 0x0101_0101_0101_0101
    let differences = self ^ (lows &* UInt64(byte))
    return (differences &- lows) & ~differences
  }
}
