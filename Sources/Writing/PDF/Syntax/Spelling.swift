/// How syntax is spelt into room that is there already: a roster of a million cells has fifty million pieces of it.
extension OutputSpan<UInt8> {
  /// Appends an operator or another piece of syntax, spelt out in the source.
  mutating func append(operation: StaticString) {
    for index in 0..<operation.utf8CodeUnitCount {
      append(unsafe operation.utf8Start[index])
    }
  }

  /// Appends the decimal digits of `value` (ISO 32000-1 §7.3.3).
  mutating func append(integer value: Int) {
    if value < 0 { append(UInt8(ascii: "-")) }
    append(digitsOf: value.magnitude)
  }

  /// Appends `number` in its shortest form: thousandths without trailing zeros.
  mutating func append(_ number: Number) {
    if number.thousandths < 0 { append(UInt8(ascii: "-")) }
    let (whole, part) = number.thousandths.magnitude.quotientAndRemainder(dividingBy: 1000)
    append(digitsOf: whole)
    guard part != 0 else { return }
    append(UInt8(ascii: "."))
    append(UInt8(ascii: "0") + UInt8(part / 100))
    guard !part.isMultiple(of: 100) else { return }
    append(UInt8(ascii: "0") + UInt8(part / 10 % 10))
    guard !part.isMultiple(of: 10) else { return }
    append(UInt8(ascii: "0") + UInt8(part % 10))
  }

  /// Appends two numbers with a space after each, which is what most operators take.
  mutating func append(operands first: Number, _ second: Number) {
    append(first)
    append(UInt8(ascii: " "))
    append(second)
    append(UInt8(ascii: " "))
  }

  /// Appends a reference to an indirect object (ISO 32000-1 §7.3.10).
  mutating func append(_ reference: Reference) {
    append(integer: reference.number)
    append(operation: " 0 R")
  }

  /// Appends four hexadecimal digits.
  mutating func append(hex value: UInt16) {
    append(hexDigit: value >> 12)
    append(hexDigit: value >> 8 & 0xF)
    append(hexDigit: value >> 4 & 0xF)
    append(hexDigit: value & 0xF)
  }

  private mutating func append(hexDigit digit: UInt16) {
    append(
      UInt8(truncatingIfNeeded: digit)
        &+ (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "A") &- 10)
    )
  }

  private mutating func append(digitsOf magnitude: UInt) {
    // Divided by constants, which processors do by multiplying.
    if magnitude >= 10 { append(digitsOf: magnitude / 10) }
    append(UInt8(ascii: "0") + UInt8(magnitude % 10))
  }
}
