/// Takes a content stream apart into operands and operators (ISO 32000-1 §7.8.2), whatever bytes it is made of.
struct ContentScanner {
  /// A piece of a content stream.
  enum Piece: Equatable {
    /// A string, as its bytes.
    case string([UInt8])
    /// A name without its solidus.
    case name(String)
    /// The brackets of arrays and dictionaries: `[`, `]`, `<<`, `>>`.
    case bracket(String)
    /// A number or an operator.
    case word(String)
  }

  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Returns the next piece, or nothing at the end.
  mutating func next() -> Piece? {
    skipSpace()
    guard place < bytes.count else { return nil }
    switch bytes[place] {
    case UInt8(ascii: "("): return .string(literal())
    case UInt8(ascii: "<") where peek(1) == UInt8(ascii: "<"): return bracket("<<")
    case UInt8(ascii: ">") where peek(1) == UInt8(ascii: ">"): return bracket(">>")
    case UInt8(ascii: "<"): return .string(hexadecimal())
    case UInt8(ascii: "["): return bracket("[")
    case UInt8(ascii: "]"): return bracket("]")
    case UInt8(ascii: "/"):
      place += 1
      return .name(word())
    default:
      let word = word()
      guard word.isEmpty else { return .word(word) }
      // A byte that begins nothing, such as a lone bracket.
      place += 1
      return next()
    }
  }

  /// Skips the data of an inline image, which may look like anything, to its end (ISO 32000-1 §8.9.7).
  mutating func skipImage() {
    while place < bytes.count {
      if bytes[place...].starts(with: "EI".utf8), place > 0, isSpace(bytes[place - 1]),
        peek(2).map(isSpace) ?? true
      {
        place += 2
        return
      }
      place += 1
    }
  }

  private func peek(_ offset: Int) -> UInt8? {
    place + offset < bytes.count ? bytes[place + offset] : nil
  }

  private mutating func bracket(_ text: String) -> Piece {
    place += text.utf8.count
    return .bracket(text)
  }

  private mutating func skipSpace() {
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "%") {
        while place < bytes.count, bytes[place] != 0x0A, bytes[place] != 0x0D { place += 1 }
      } else if isSpace(bytes[place]) {
        place += 1
      } else {
        return
      }
    }
  }

  private mutating func word() -> String {
    let start = place
    while place < bytes.count, !isSpace(bytes[place]), !isDelimiter(bytes[place]) { place += 1 }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private mutating func hexadecimal() -> [UInt8] {
    place += 1
    var digits: [UInt8] = []
    while place < bytes.count, bytes[place] != UInt8(ascii: ">") {
      if let digit = Character(Unicode.Scalar(bytes[place])).hexDigitValue {
        digits.append(UInt8(digit))
      }
      place += 1
    }
    place += 1
    if !digits.count.isMultiple(of: 2) { digits.append(0) }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  /// A string in round brackets (ISO 32000-1 §7.3.4.2).
  private mutating func literal() -> [UInt8] {
    var (text, depth) = ([UInt8](), 0)
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      switch byte {
      case UInt8(ascii: "("):
        depth += 1
        if depth > 1 { text.append(byte) }
      case UInt8(ascii: ")"):
        depth -= 1
        guard depth > 0 else { return text }
        text.append(byte)
      case UInt8(ascii: "\\"): text += escaped()
      default: text.append(byte)
      }
    }
    return text
  }

  private mutating func escaped() -> [UInt8] {
    guard place < bytes.count else { return [] }
    let byte = bytes[place]
    place += 1
    switch byte {
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case 0x30...0x37:
      var value = Int(byte - 0x30)
      for _ in 0..<2 {
        guard let digit = peek(0), (0x30...0x37).contains(digit) else { break }
        value = value * 8 + Int(digit - 0x30)
        place += 1
      }
      return [UInt8(truncatingIfNeeded: value)]
    default: return [byte]
    }
  }
}

private func isSpace(_ byte: UInt8) -> Bool {
  [0x00, 0x09, 0x0A, 0x0C, 0x0D, 0x20].contains(byte)
}

private func isDelimiter(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x28, 0x29, 0x3C, 0x3E, 0x5B, 0x5D, 0x7B, 0x7D, 0x2F, 0x25: true
  default: false
  }
}
