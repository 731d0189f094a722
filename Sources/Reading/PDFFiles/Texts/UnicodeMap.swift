/// What the codes of a font mean, as its ToUnicode CMap says (ISO 32000-1 §9.10.3); codes are two bytes long.
struct UnicodeMap {
  private var texts: [UInt16: String] = [:]

  /// Reads the single codes and ranges of a CMap.
  init(_ map: [UInt8]) {
    var scanner = ContentScanner(map)
    var strings: [[UInt8]] = []
    while let piece = scanner.next() {
      switch piece {
      case .string(let bytes): strings.append(bytes)
      case .word("beginbfchar"), .word("beginbfrange"): strings = []
      case .word("endbfchar"): addCodes(strings)
      case .word("endbfrange"): addRanges(strings)
      case .word, .name, .bracket: continue
      }
    }
  }

  /// Returns the text of `codes`; nothing when one of them has none.
  func text(of codes: [UInt8]) -> String? {
    guard codes.count.isMultiple(of: 2) else { return nil }
    var text = ""
    for index in stride(from: 0, to: codes.count, by: 2) {
      guard let part = texts[UInt16(codes[index]) << 8 | UInt16(codes[index + 1])] else {
        return nil
      }
      text += part
    }
    return text
  }

  private mutating func addCodes(_ strings: [[UInt8]]) {
    for index in stride(from: 0, to: strings.count - 1, by: 2) {
      guard let code = code(strings[index]) else { continue }
      texts[code] = utf16Text(strings[index + 1])
    }
  }

  private mutating func addRanges(_ strings: [[UInt8]]) {
    for index in stride(from: 0, to: strings.count - 2, by: 3) {
      guard let first = code(strings[index]), let last = code(strings[index + 1]), first <= last,
        let unit = code(strings[index + 2])
      else { continue }
      for code in first...last {
        let scalar = Unicode.Scalar(UInt32(unit) + UInt32(code - first)) ?? "\u{FFFD}"
        texts[code] = String(Character(scalar))
      }
    }
  }

  private func code(_ bytes: [UInt8]) -> UInt16? {
    bytes.count == 2 ? UInt16(bytes[0]) << 8 | UInt16(bytes[1]) : nil
  }
}

/// Text in UTF-16BE, without or behind its mark.
func utf16Text(_ bytes: [UInt8]) -> String {
  let bytes = bytes.starts(with: [0xFE, 0xFF]) ? bytes.dropFirst(2) : bytes[...]
  let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map {
    UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
  }
  return String(decoding: units, as: UTF16.self)
}
