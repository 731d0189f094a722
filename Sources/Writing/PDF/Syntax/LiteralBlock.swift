import CDeflate

/// Bytes in the zlib format of which every one is written by itself, in fewer bits the more often it occurs.
///
/// In small font programs hardly anything repeats but single bytes. Not to look for more takes a quarter of the time
/// for a tenth more bytes.
struct LiteralBlock {
  /// The zlib stream (RFC 1950): one final block with a code of its own (RFC 1951 §3.2.7).
  private(set) var stream: [UInt8]
  /// Bits that wait for a whole word, the first lowest, and how many they are.
  private var waiting: (bits: UInt64, count: UInt64) = (0, 0)

  /// How many signs of the greatest length fit in a word behind the bits of a byte that is not whole.
  private static let signsInWord = (64 - 7) / HuffmanCode.longest

  /// The order in which the lengths of the code for lengths stand; all 19 are given.
  private static let lengthOrder = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
  ]

  /// Creates the block of `bytes`.
  init(_ bytes: [UInt8]) {
    let counts = LiteralBlock.counts(of: bytes)
    let code = HuffmanCode(counts: counts)
    let bits = zip(counts, code.lengths).reduce(0) { $0 + $1.0 * Int($1.1) }
    stream = [0x78, 0x01]
    stream.reserveCapacity(bits / 8 + 200)
    begin(code)
    append(bytes, code, room: bits / 8 + 16)
    closeBytes()
    let sum = unsafe libdeflate_adler32(1, bytes, bytes.count)
    stream += (0..<4).map { UInt8(truncatingIfNeeded: sum >> (24 - 8 * $0)) }
  }

  private static func counts(of bytes: [UInt8]) -> [Int] {
    // Two tables, since a byte often follows its like, and would wait for its count.
    var (even, odd) = (InlineArray<256, Int>(repeating: 0), InlineArray<256, Int>(repeating: 0))
    let wordSize = MemoryLayout<UInt64>.size
    unsafe bytes.withUnsafeBytes { bytes in
      for start in stride(from: 0, to: bytes.count & ~(wordSize - 1), by: wordSize) {
        var word = unsafe UInt64(
          littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)
        )
        for _ in 0..<wordSize / 2 {
          even[Int(UInt8(truncatingIfNeeded: word))] &+= 1
          odd[Int(UInt8(truncatingIfNeeded: word &>> 8))] &+= 1
          word &>>= 16
        }
      }
    }
    for byte in bytes[(bytes.count & ~(wordSize - 1))...] { even[Int(byte)] &+= 1 }
    return even.indices.map { even[$0] + odd[$0] }
  }

  /// Appends the head of the block, which tells the code.
  private mutating func begin(_ code: HuffmanCode) {
    // The last block; its codes are its own; 257 signs, and one length without any distance, so literals only.
    for (number, size) in [(1, 1), (2, 2), (0, 5), (0, 5), (15, 4)] {
      append(UInt64(number), UInt64(size))
    }
    // Lengths of 0 to 15 are given in four bits each: rarer and commoner ones would gain a few bytes.
    for length in LiteralBlock.lengthOrder { append(length < 16 ? 4 : 0, 3) }
    for length in code.lengths + [0] { append(LiteralBlock.reversedNibble(length), 4) }
  }

  private static func reversedNibble(_ nibble: UInt8) -> UInt64 {
    UInt64(nibble & 1) << 3 | UInt64(nibble & 2) << 1 | UInt64(nibble & 4) >> 1
      | UInt64(nibble & 8) >> 3
  }

  /// Appends the signs of `bytes`, which take at most `room` bytes, and that of their end.
  private mutating func append(_ bytes: [UInt8], _ code: HuffmanCode, room: Int) {
    // The sign of a byte, and from bit 16 its length: one look for both.
    let signs = zip(code.signs, code.lengths).map { UInt32($0) | UInt32($1) << 16 }
    var place = stream.count
    stream += repeatElement(0, count: room)
    var line = BitLine(bits: waiting.bits, count: waiting.count)
    unsafe stream.withUnsafeMutableBytes { stream in
      unsafe signs.withUnsafeBufferPointer { signs in
        unsafe bytes.withUnsafeBytes { bytes in
          let whole = bytes.count & ~(LiteralBlock.signsInWord - 1)
          for start in stride(from: 0, to: whole, by: LiteralBlock.signsInWord) {
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
    let end = signs[HuffmanCode.end]
    append(UInt64(end & 0xFFFF), UInt64(end &>> 16))
  }

  private mutating func append(_ bits: UInt64, _ count: UInt64) {
    waiting.bits |= bits << waiting.count
    waiting.count += count
    closeWhole()
  }

  /// Appends the whole bytes that wait.
  private mutating func closeWhole() {
    while waiting.count >= 8 {
      stream.append(UInt8(truncatingIfNeeded: waiting.bits))
      waiting = (waiting.bits >> 8, waiting.count - 8)
    }
  }

  private mutating func closeBytes() {
    closeWhole()
    if waiting.count > 0 { append(0, 8 - waiting.count) }
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
