/// Bytes in the zlib format of which every one is written by itself, in fewer bits the more often it occurs.
///
/// In small font programs hardly anything repeats but single bytes. Not to look for more takes a quarter of the time
/// for a tenth more bytes.
struct LiteralBlock {
  /// The zlib stream.
  let stream: [UInt8]

  /// Creates the block of `bytes`.
  init(_ bytes: [UInt8]) {
    let counts = LiteralBlock.counts(of: bytes)
    let code = HuffmanCode(counts: counts)
    let room = zip(counts, code.lengths).reduce(0) { $0 + $1.0 * Int($1.1) } / 8 + 16
    var block = CodedBlock(code, room: room)
    block.append(bytes, room: room)
    stream = block.finish(of: bytes)
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
}
