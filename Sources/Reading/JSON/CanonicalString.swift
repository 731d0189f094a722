extension [UInt8] {
  /// Appends a string of canonical JSON (RFC 8785 §3.2.2.2): quoted, with no escape that is not needed.
  public mutating func append(canonicalString text: String) {
    var text = text
    text.withUTF8 { unsafe append(quoting: $0) }
  }

  /// Appends the string whose UTF-8 form is `bytes`.
  public mutating func append(canonicalString bytes: ArraySlice<UInt8>) { append(quoting: bytes) }

  private mutating func append(quoting bytes: some Collection<UInt8>) {
    guard bytes.allSatisfy({ $0.isPlain }) else {
      append(UInt8(ascii: "\""))
      bytes.forEach { append(escaped: $0) }
      return append(UInt8(ascii: "\""))
    }
    // Made room for once: a long roster's record has millions of strings.
    append(addingCapacity: bytes.count + 2) { (text: inout OutputSpan<UInt8>) in
      text.append(UInt8(ascii: "\""))
      for byte in bytes { text.append(byte) }
      text.append(UInt8(ascii: "\""))
    }
  }

  private mutating func append(escaped byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): self += #"\""#.utf8
    case UInt8(ascii: "\\"): self += #"\\"#.utf8
    case 0x08: self += #"\b"#.utf8
    case 0x09: self += #"\t"#.utf8
    case 0x0A: self += #"\n"#.utf8
    case 0x0C: self += #"\f"#.utf8
    case 0x0D: self += #"\r"#.utf8
    case 0..<0x20: self += #"\u00"#.utf8 + [(byte >> 4).hexDigit, (byte & 15).hexDigit]
    default: append(byte)
    }
  }
}

extension UInt8 {
  /// Whether a byte of a string stands for itself.
  fileprivate var isPlain: Bool {
    self >= 0x20 && self != UInt8(ascii: "\"") && self != UInt8(ascii: "\\")
  }

  /// The small hexadecimal digit of a value below 16.
  fileprivate var hexDigit: UInt8 {
    self + (self < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
  }
}
