import CDeflate

/// The one block of a stream in the zlib format (RFC 1950), with a code of its own (RFC 1951 §3.2.7), in the making.
struct CodedBlock {
  /// The whole bytes so far.
  private(set) var stream: [UInt8] = [0x78, 0x01]
  private let code: HuffmanCode
  /// Bits that wait for a whole word, the first lowest, and how many they are.
  private var waiting: (bits: UInt64, count: UInt64) = (0, 0)

  /// How many signs of the greatest length fit in a word behind the bits of a byte that is not whole.
  private static let signsInWord = (64 - 7) / HuffmanCode.longest

  /// The order in which the lengths of the code for lengths stand; all 19 are given.
  private static let lengthOrder = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
  ]

  /// Begins the block with its code; of distances it knows none, or with `runs` the one that repeats the last byte.
  init(_ code: HuffmanCode, room: Int, runs: Bool = false) {
    self.code = code
    stream.reserveCapacity(room + 200)
    // The last block; its codes are its own; so many signs above 257, and one distance.
    let signs = UInt64(code.lengths.count - 257)
    for (number, size) in [(1, 1), (2, 2), (signs, 5), (0, 5), (15, 4)] as [(UInt64, UInt64)] {
      append(number, size)
    }
    // Lengths of 0 to 15 are given in four bits each: rarer and commoner ones would gain a few bytes.
    for length in CodedBlock.lengthOrder { append(length < 16 ? 4 : 0, 3) }
    for length in code.lengths { append(CodedBlock.reversedNibble(length), 4) }
    append(CodedBlock.reversedNibble(runs ? 1 : 0), 4)
  }

  private static func reversedNibble(_ nibble: UInt8) -> UInt64 {
    UInt64(nibble & 1) << 3 | UInt64(nibble & 2) << 1 | UInt64(nibble & 4) >> 1
      | UInt64(nibble & 8) >> 3
  }

  /// Appends a sign of the code.
  mutating func append(sign: Int) {
    append(UInt64(code.signs[sign]), UInt64(code.lengths[sign]))
  }

  /// Appends the lowest `count` bits of `bits`, at most 32.
  mutating func append(_ bits: UInt64, _ count: UInt64) {
    waiting.bits |= bits << waiting.count
    waiting.count += count
    closeWhole()
  }

  /// Appends the signs of `bytes`, which take at most `room` bytes.
  mutating func append(_ bytes: [UInt8], room: Int) {
    // The sign of a byte, and from bit 16 its length: one look for both.
    let signs = zip(code.signs, code.lengths).map { UInt32($0) | UInt32($1) << 16 }
    var place = stream.count
    stream += repeatElement(0, count: room)
    var line = BitLine(bits: waiting.bits, count: waiting.count)
    unsafe stream.withUnsafeMutableBytes { stream in
      unsafe signs.withUnsafeBufferPointer { signs in
        unsafe bytes.withUnsafeBytes { bytes in
          let whole = bytes.count & ~(CodedBlock.signsInWord - 1)
          for start in stride(from: 0, to: whole, by: CodedBlock.signsInWord) {
            let word = unsafe UInt32(
              littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt32.self)
            )
            unsafe line.put(signs[Int(word & 0xFF)])
            unsafe line.put(signs[Int(word &>> 8 & 0xFF)])
            unsafe line.put(signs[Int(word &>> 16 & 0xFF)])
            unsafe line.put(signs[Int(word &>> 24)])
            unsafe line.putDown(in: stream, at: &place)
          }
          for index in whole..<bytes.count {
            unsafe line.put(signs[Int(bytes[index])])
            unsafe line.putDown(in: stream, at: &place)
          }
        }
      }
    }
    waiting = (line.bits, line.count)
    stream.removeLast(stream.count - place)
  }

  /// Ends the block and the stream, which stand for `bytes`.
  mutating func finish(of bytes: [UInt8]) -> [UInt8] {
    append(sign: HuffmanCode.end)
    if waiting.count > 0 { append(0, 8 - waiting.count) }
    let sum = unsafe libdeflate_adler32(1, bytes, bytes.count)
    stream += (0..<4).map { UInt8(truncatingIfNeeded: sum >> (24 - 8 * $0)) }
    return stream
  }

  /// Appends the whole bytes that wait.
  private mutating func closeWhole() {
    while waiting.count >= 8 {
      stream.append(UInt8(truncatingIfNeeded: waiting.bits))
      waiting = (waiting.bits >> 8, waiting.count - 8)
    }
  }
}

/// Bits on their way into bytes, the first lowest.
private struct BitLine {
  var bits: UInt64
  var count: UInt64

  /// Adds a sign: its bits, and from bit 16 how many they are.
  @inline(__always)
  mutating func put(_ sign: UInt32) {
    bits |= UInt64(sign & 0xFFFF) &<< count
    count &+= UInt64(sign &>> 16)
  }

  /// Puts down what waits; the bits of a byte that is not whole are put down again with the next word.
  @inline(__always)
  mutating func putDown(in stream: UnsafeMutableRawBufferPointer, at place: inout Int) {
    unsafe stream.storeBytes(of: bits.littleEndian, toByteOffset: place, as: UInt64.self)
    place &+= Int(count &>> 3)
    bits &>>= count & ~7
    count &= 7
  }
}
