extension ByteBuffer {
  /// The longest string in bytes (ISO 19005-3 §6.1.13; wider limits stand in ISO 32000-1 annex C).
  static let longestString = 32_767
  /// The longest name in bytes (ISO 32000-1 annex C).
  static let longestName = 127

  /// Appends a direct object, with line ends where a reader of the file would want them.
  mutating func append(_ value: Value) throws(PDFFailure) {
    switch value {
    case .boolean(let flag): append(flag ? "true" : "false")
    case .integer(let integer): append(integer)
    case .number(let number): append(number)
    case .bytes(let bytes): try append(string: bytes)
    case .text(let text): try append(text: text)
    case .name(let name): try append(name: name)
    case .array(let elements): try append(array: elements)
    case .dictionary(let entries): try append(dictionary: entries)
    case .null: append("null")
    case .reference(let reference):
      append(reference.number)
      append(" 0 R")
    case .spelt(let bytes): append(bytes)
    }
  }

  /// Appends a dictionary, one entry a line (ISO 32000-1 §7.3.7).
  mutating func append(dictionary entries: Entries) throws(PDFFailure) {
    append("<<")
    for (key, value) in entries.pairs {
      append(byte: UInt8(ascii: "\n"))
      try append(name: key)
      append(byte: UInt8(ascii: " "))
      try append(value)
    }
    append("\n>>")
  }

  /// Appends a name; what is not a regular printing character becomes `#hh` (ISO 32000-1 §7.3.5).
  mutating func append(name: String) throws(PDFFailure) {
    guard name.utf8.count <= ByteBuffer.longestName else {
      throw .violations([.tooLong(.name, bytes: name.utf8.count, limit: ByteBuffer.longestName)])
    }
    append(byte: UInt8(ascii: "/"))
    let start = count
    append(name)
    // Nearly all names are plain: it is sooner done to look at what was appended than at a string.
    guard !bytes[start...].allSatisfy(ByteBuffer.isLetterOrDigit) else { return }
    removeLast(count - start)
    for byte in name.utf8 {
      if (0x21...0x7E).contains(byte), !ByteBuffer.nameDelimiters.contains(byte) {
        append(byte: byte)
      } else {
        append(byte: UInt8(ascii: "#"))
        append(hex: byte)
      }
    }
  }

  /// Appends a text string: plain where it is ASCII, else UTF-16BE with its mark (ISO 32000-1 §7.9.2.2).
  mutating func append(text: String) throws(PDFFailure) {
    if TextString.isPlain(text) {
      try append(string: Array(text.utf8))
    } else {
      try append(string: TextString.utf16(text))
    }
  }

  /// Appends a string: literal where all of it prints, else hexadecimal (ISO 32000-1 §7.3.4).
  mutating func append(string: [UInt8]) throws(PDFFailure) {
    guard string.count <= ByteBuffer.longestString else {
      throw .violations([.tooLong(.string, bytes: string.count, limit: ByteBuffer.longestString)])
    }
    guard string.allSatisfy({ (0x20...0x7E).contains($0) }) else {
      append(byte: UInt8(ascii: "<"))
      for byte in string { append(hex: byte) }
      return append(byte: UInt8(ascii: ">"))
    }
    append(byte: UInt8(ascii: "("))
    for byte in string {
      if ByteBuffer.stringDelimiters.contains(byte) { append(byte: UInt8(ascii: "\\")) }
      append(byte: byte)
    }
    append(byte: UInt8(ascii: ")"))
  }

  private mutating func append(array elements: [Value]) throws(PDFFailure) {
    append(byte: UInt8(ascii: "["))
    for (index, element) in elements.enumerated() {
      // Lines stay readable, and far below the length at which old readers choke.
      if index > 0 {
        append(byte: index.isMultiple(of: 20) ? UInt8(ascii: "\n") : UInt8(ascii: " "))
      }
      try append(element)
    }
    append(byte: UInt8(ascii: "]"))
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  private static let nameDelimiters = Array("()<>[]{}/%#".utf8)
  private static let stringDelimiters = Array("()\\".utf8)
}
