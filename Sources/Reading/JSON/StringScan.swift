/// A look along the strings and brackets of a text that simdjson has refused, to say where.
struct StringScan {
  /// The first control character inside a string.
  private(set) var rawControl: Int?
  /// The opening quote of a string that never closes.
  private(set) var openQuote: Int?
  /// How many more brackets open than close, outside strings.
  private(set) var depth = 0
  /// The brackets that have opened and not closed, of whichever kind.
  private var openBrackets: [Int] = []
  /// The first byte that is not white space.
  private(set) var first: Int?
  /// The last byte that is not white space.
  private(set) var last: Int?

  /// The quote that never closes, or else the innermost bracket.
  var opening: Int? { openQuote ?? openBrackets.last }

  init(_ source: UnsafeBufferPointer<UInt8>) {
    var isEscaped = false
    for index in source.indices {
      let byte = unsafe source[index]
      if ![0x20, 0x09, 0x0A, 0x0D].contains(byte) {
        first = first ?? index
        last = index
      }
      guard openQuote != nil else {
        passOutside(byte, index)
        continue
      }
      if byte < 0x20, rawControl == nil { rawControl = index }
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        openQuote = nil
      }
    }
  }

  private mutating func passOutside(_ byte: UInt8, _ index: Int) {
    switch byte {
    case UInt8(ascii: "\""): openQuote = index
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      depth += 1
      openBrackets.append(index)
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      depth -= 1
      _ = openBrackets.popLast()
    default: break
    }
  }
}

/// A look for the first byte that is not UTF-8.
enum Utf8Scan {
  /// Returns the offset of the first byte that cannot stand there in UTF-8.
  static func firstBadByte(_ source: UnsafeBufferPointer<UInt8>) -> Int? {
    var parser = Unicode.UTF8.ForwardParser()
    var bytes = unsafe source.makeIterator()
    var offset = 0
    while true {
      switch unsafe parser.parseScalar(from: &bytes) {
      case .valid(let scalar): offset += scalar.count
      case .emptyInput: return nil
      case .error: return unsafe isCutOff(source, at: offset) ? nil : offset
      }
    }
  }

  /// Returns whether the text ends inside the character at `offset`, so that only its end is lacking.
  private static func isCutOff(_ source: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    let rest = unsafe source[offset...]
    guard let lead = unsafe rest.first, (0xC2...0xF4).contains(lead) else { return false }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    return unsafe rest.count < length && rest.dropFirst().allSatisfy { $0 & 0xC0 == 0x80 }
  }
}
