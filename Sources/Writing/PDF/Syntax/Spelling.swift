/// How syntax is spelt into room that is there already: a roster of a million cells has fifty million pieces of it.
extension OutputSpan<UInt8> {
  /// Appends an operator or another piece of syntax, spelt out in the source.
  @inline(__always)
  mutating func append(operation: StaticString) {
    unsafe append(operation.utf8Start, count: operation.utf8CodeUnitCount)
  }

  /// Appends what was spelt before.
  mutating func append(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { text in
      guard let start = text.baseAddress else { return }
      unsafe append(start, count: text.count)
    }
  }

  /// Appends the `count` bytes at `start`; a few whose number is known when the program is made take one instruction.
  @inline(__always)
  private mutating func append(_ start: UnsafePointer<UInt8>, count: Int) {
    unsafe withUnsafeMutableBufferPointer { room, filled in
      let end = filled + count
      precondition(end <= room.count, "what is spelt has its room")
      guard let base = room.baseAddress else { return }
      unsafe (base + filled).initialize(from: start, count: count)
      filled = end
    }
  }

  /// Appends the bytes of `word`, the lowest first, at one stroke.
  @inline(__always)
  private mutating func append(bytesOf word: UInt32) {
    unsafe withUnsafeMutableBufferPointer { room, filled in
      let end = filled + 4
      precondition(end <= room.count, "what is spelt has its room")
      let place = UnsafeMutableRawBufferPointer(room)
      unsafe place.storeBytes(of: word.littleEndian, toByteOffset: filled, as: UInt32.self)
      filled = end
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
  @inline(__always)
  mutating func append(hex value: UInt16) {
    // Each digit in a byte of its own, the first lowest; those above 9 are letters.
    let word = UInt32(value)
    let digits =
      word &>> 12 | (word & 0x0F00) | (word & 0x00F0) &<< 12 | (word & 0x000F) &<< 24
    let letters = (digits &+ 0x0606_0606) &>> 4 & 0x0101_0101
    append(bytesOf: digits &+ 0x3030_3030 &+ letters &* 7)
  }

  /// Appends two bytes of a literal string (ISO 32000-1 §7.3.4.2), at most four bytes.
  ///
  /// They take half the room of hexadecimal digits, and what is written is looked at byte by byte when it is deflated.
  /// Line ends are spelt out, so that each operation has a line of its own.
  @inline(__always)
  mutating func append(literalOf value: UInt16) {
    let (first, second) = (UInt8(value >> 8), UInt8(truncatingIfNeeded: value))
    guard first.standsForItself, second.standsForItself else {
      append(inString: first)
      return append(inString: second)
    }
    append(first)
    append(second)
  }

  private mutating func append(inString byte: UInt8) {
    guard !byte.standsForItself else { return append(byte) }
    append(UInt8(ascii: "\\"))
    switch byte {
    case 0x0A: append(UInt8(ascii: "n"))
    case 0x0D: append(UInt8(ascii: "r"))
    default: append(byte)
    }
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

extension UInt8 {
  /// Whether the byte needs no reverse solidus in a literal string: it is no parenthesis, reverse solidus or line end.
  fileprivate var standsForItself: Bool {
    self & 0xFE != 0x28 && self != 0x5C && self != 0x0A && self != 0x0D
  }
}
