/// The commands and numbers of path data, one after another (SVG 1.1 §8.3.9).
struct PathNumbers {
  private var bytes: ArraySlice<UInt8>

  init(_ text: String) {
    bytes = Array(text.utf8)[...]
  }

  /// Whether nothing but spaces is left.
  var isAtEnd: Bool { bytes.allSatisfy(\.isSeparator) }

  /// The beginning of what is left.
  var rest: String { String(decoding: bytes.prefix(20), as: UTF8.self) }

  /// Whether a number is next.
  var hasNumber: Bool {
    bytes.first { !$0.isSeparator }.map { $0.isDigit || $0.isSign || $0 == UInt8(ascii: ".") }
      ?? false
  }

  /// Takes the next command; nothing when something else is next.
  mutating func command() -> Character? {
    skipSeparators()
    guard let byte = bytes.first, byte.isLetter else { return nil }
    bytes.removeFirst()
    return Character(UnicodeScalar(byte))
  }

  /// Takes the next number; nothing when something else is next.
  mutating func number() -> Double? {
    skipSeparators()
    var (end, hasPoint, hasExponent) = (bytes.startIndex, false, false)
    while end < bytes.endIndex {
      let byte = bytes[end]
      let isFirst = end == bytes.startIndex || bytes[end - 1].isExponent
      if byte == UInt8(ascii: "."), !hasPoint, !hasExponent {
        hasPoint = true
      } else if byte.isExponent, !hasExponent, !isFirst {
        hasExponent = true
      } else if !byte.isDigit, !(byte.isSign && isFirst) {
        break
      }
      end += 1
    }
    guard let number = Double(String(decoding: bytes[..<end], as: UTF8.self)) else { return nil }
    bytes = bytes[end...]
    return number
  }

  /// Takes the next 0 or 1, which may stand close to what follows; nothing when something else is next.
  mutating func flag() -> Bool? {
    skipSeparators()
    guard let byte = bytes.first, byte == UInt8(ascii: "0") || byte == UInt8(ascii: "1") else {
      return nil
    }
    bytes.removeFirst()
    return byte == UInt8(ascii: "1")
  }

  private mutating func skipSeparators() { bytes = bytes.drop(while: \.isSeparator) }
}

extension UInt8 {
  fileprivate var isSeparator: Bool {
    self == UInt8(ascii: " ") || self == UInt8(ascii: ",") || (0x09...0x0D).contains(self)
  }

  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }

  fileprivate var isSign: Bool { self == UInt8(ascii: "-") || self == UInt8(ascii: "+") }

  fileprivate var isExponent: Bool { self == UInt8(ascii: "e") || self == UInt8(ascii: "E") }

  fileprivate var isLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
}
