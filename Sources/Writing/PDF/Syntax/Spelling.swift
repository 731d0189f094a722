/// How syntax is spelt into room that is there already: a roster of a million cells has fifty million pieces of it.
extension OutputSpan<UInt8> {
  /// Appends an operator or another piece of syntax, spelt out in the source.
  @inline(__always)
  mutating func append(operation: StaticString) {
    unsafe withUnsafeMutableBufferPointer { room, count in
      let end = count + operation.utf8CodeUnitCount
      precondition(end <= room.count, "what is spelt has its room")
      let text = unsafe UnsafeBufferPointer(
        start: operation.utf8Start,
        count: operation.utf8CodeUnitCount
      )
      _ = unsafe UnsafeMutableBufferPointer(rebasing: room[count..<end]).initialize(from: text)
      count = end
    }
  }

  /// Appends what was spelt before.
  mutating func append(_ bytes: Span<UInt8>) {
    unsafe withUnsafeMutableBufferPointer { room, count in
      let end = count + bytes.count
      precondition(end <= room.count, "what is spelt has its room")
      unsafe bytes.withUnsafeBufferPointer { text in
        _ = unsafe UnsafeMutableBufferPointer(rebasing: room[count..<end]).initialize(from: text)
      }
      count = end
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
    // Nearly all numbers of a file have one to four digits; the greatest objects have seven.
    if magnitude < 10 { return append(digit: magnitude) }
    if magnitude < 100 { return append(twoDigits: magnitude) }
    if magnitude < 1000 {
      append(digit: magnitude / 100)
      return append(twoDigits: magnitude % 100)
    }
    if magnitude < 10_000 { return append(fourDigits: magnitude) }
    append(digitsOf: magnitude / 10_000)
    append(fourDigits: magnitude % 10_000)
  }

  @inline(__always)
  private mutating func append(fourDigits value: UInt) {
    append(twoDigits: value / 100)
    append(twoDigits: value % 100)
  }

  @inline(__always)
  private mutating func append(twoDigits value: UInt) {
    append(digit: value / 10)
    append(digit: value % 10)
  }

  @inline(__always)
  private mutating func append(digit value: UInt) {
    append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: value))
  }
}
