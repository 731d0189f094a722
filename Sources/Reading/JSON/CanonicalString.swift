extension [UInt8] {
  /// Appends a string of canonical JSON (RFC 8785 §3.2.2.2): quoted, with no escape that is not needed.
  public mutating func append(canonicalString text: String) {
    var text = text
    text.withUTF8 { unsafe append(quoting: $0) }
  }

  /// Appends the string whose UTF-8 form is `bytes`.
  public mutating func append(canonicalString bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append(quoting: $0) }
  }

  private mutating func append(quoting bytes: UnsafeBufferPointer<UInt8>) {
    append(UInt8(ascii: "\""))
    // A long roster's record has millions of strings, nearly all of which stand for themselves.
    if unsafe bytes.isPlain {
      unsafe append(contentsOf: bytes)
    } else {
      for index in bytes.indices { append(escaped: unsafe bytes[index]) }
    }
    append(UInt8(ascii: "\""))
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

extension UnsafeBufferPointer<UInt8> {
  /// Whether every byte of a string stands for itself; all are looked at, which takes no longer than stopping at one.
  fileprivate var isPlain: Bool {
    var isOther = false
    for index in indices {
      let byte = unsafe self[index]
      isOther = isOther || byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }
    return !isOther
  }
}

extension UInt8 {
  /// The small hexadecimal digit of a value below 16.
  fileprivate var hexDigit: UInt8 {
    self + (self < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
  }
}
