/// Bytes of the file in the making.
struct ByteBuffer {
  /// What was appended so far.
  private(set) var bytes: [UInt8] = []

  /// The number of bytes appended so far.
  var count: Int { bytes.count }

  /// Makes an empty buffer with room for `count` bytes.
  init(room count: Int = 0) {
    bytes.reserveCapacity(count)
  }

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

  /// Appends `byte` so many times.
  mutating func append(repeating byte: UInt8, count: Int) {
    bytes.append(contentsOf: repeatElement(byte, count: count))
  }

  /// The most bytes that a number takes, its sign and point included.
  static let longestNumber = 22

  /// Appends what `spell` spells, at most `count` bytes.
  ///
  /// Making room once for a whole line of syntax is many times faster than to append its pieces.
  mutating func append(atMost count: Int, _ spell: (inout OutputSpan<UInt8>) -> Void) {
    bytes.append(addingCapacity: count, initializingWith: spell)
  }

  /// Appends the decimal digits of `value` (ISO 32000-1 §7.3.3).
  mutating func append(_ value: Int) {
    append(atMost: Self.longestNumber) { $0.append(integer: value) }
  }

  /// Appends a reference to an indirect object (ISO 32000-1 §7.3.10).
  mutating func append(_ reference: Reference) {
    append(atMost: Self.longestNumber + 4) { $0.append(reference) }
  }

  /// Appends `number` in its shortest form.
  mutating func append(_ number: Number) {
    append(atMost: Self.longestNumber) { $0.append(number) }
  }

  /// Appends two numbers, which is what most operators take.
  mutating func append(operands first: Number, _ second: Number) {
    append(atMost: 2 * Self.longestNumber + 2) { $0.append(operands: first, second) }
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
    append(atMost: 4) { $0.append(hex: value) }
  }

  /// Appends two bytes of a literal string.
  mutating func append(literalOf value: UInt16) {
    append(atMost: 4) { $0.append(literalOf: value) }
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

  /// Takes back what was appended last.
  mutating func removeLast(_ count: Int) {
    bytes.removeLast(count)
  }

  /// Takes back everything, but keeps its room.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
  }

  private mutating func append(hexDigit digit: UInt8) {
    bytes.append(digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "A") - 10))
  }
}
