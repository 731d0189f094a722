/// Bytes of the file in the making.
struct ByteBuffer {
  /// What was appended so far.
  private(set) var bytes: [UInt8] = []

  /// The number of bytes appended so far.
  var count: Int { bytes.count }

  /// Whether nothing was appended yet.
  var isEmpty: Bool { bytes.isEmpty }

  /// Appends the UTF-8 form of `text` as it stands.
  mutating func append(_ text: String) {
    bytes += text.utf8
  }

  /// Appends an operator or another piece of syntax, spelt out in the source.
  mutating func append(operation: StaticString) {
    unsafe bytes.append(
      contentsOf: UnsafeBufferPointer(
        start: operation.utf8Start,
        count: operation.utf8CodeUnitCount
      )
    )
  }

  /// Appends `other` as it stands.
  mutating func append(_ other: [UInt8]) {
    bytes += other
  }

  /// Appends one byte.
  mutating func append(byte: UInt8) {
    bytes.append(byte)
  }

  /// Appends the decimal digits of `value` (ISO 32000-1 §7.3.3).
  mutating func append(_ value: Int) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    append(digitsOf: value.magnitude)
  }

  /// Appends `number` in its shortest form.
  mutating func append(_ number: Number) {
    if number.thousandths < 0 { bytes.append(UInt8(ascii: "-")) }
    let (whole, part) = number.thousandths.magnitude.quotientAndRemainder(dividingBy: 1000)
    append(digitsOf: whole)
    guard part != 0 else { return }
    bytes.append(UInt8(ascii: "."))
    var (rest, scale) = (part, UInt(100))
    while rest != 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(rest / scale))
      (rest, scale) = (rest % scale, scale / 10)
    }
  }

  /// Appends two numbers, which is what most operators take.
  mutating func append(operands first: Number, _ second: Number) {
    append(first)
    bytes.append(UInt8(ascii: " "))
    append(second)
    bytes.append(UInt8(ascii: " "))
  }

  /// Appends `numbers` with a space after each, as operands stand before their operator.
  mutating func append(operands numbers: Number...) {
    for number in numbers {
      append(number)
      bytes.append(UInt8(ascii: " "))
    }
  }

  /// Appends four hexadecimal digits.
  mutating func append(hex value: UInt16) {
    let nibbles = SIMD4(value >> 12, value >> 8 & 0xF, value >> 4 & 0xF, value & 0xF)
    let letters = SIMD4<UInt16>(repeating: UInt16(UInt8(ascii: "A") - 10))
    let digits = SIMD4<UInt16>(repeating: UInt16(UInt8(ascii: "0")))
    // All four at once: a page has thousands of glyphs.
    let codes = nibbles &+ letters.replacing(with: digits, where: nibbles .< 10)
    unsafe withUnsafeBytes(of: SIMD4<UInt8>(truncatingIfNeeded: codes)) { unsafe bytes += $0 }
  }

  /// Appends two hexadecimal digits.
  mutating func append(hex value: UInt8) {
    append(hexDigit: value >> 4)
    append(hexDigit: value & 0xF)
  }

  /// Puts a byte before the one at `index`.
  mutating func insert(byte: UInt8, at index: Int) {
    bytes.insert(byte, at: index)
  }

  private mutating func append(hexDigit digit: UInt8) {
    bytes.append(digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "A") - 10))
  }

  private mutating func append(digitsOf magnitude: UInt) {
    if magnitude >= 10 { append(digitsOf: magnitude / 10) }
    bytes.append(UInt8(ascii: "0") + UInt8(magnitude % 10))
  }
}
