/// Bytes in the zlib format of which only runs of zeros are told in fewer words.
///
/// The map of a small font program is sixty thousand bytes of which two hundred are not zero. To look for nothing else
/// that repeats takes a tenth of the time, and no more bytes.
struct SparseBlock {
  /// The zlib stream.
  let stream: [UInt8]

  /// The shortest and the longest repeat that a sign stands for (RFC 1951 §3.2.5).
  private static let (shortest, longest) = (3, 258)

  /// Creates the block of `bytes`.
  init(_ bytes: [UInt8]) {
    let words = SparseBlock.words(of: bytes)
    var counts = Array(repeating: 0, count: HuffmanCode.end)
    for case .byte(let byte) in words { counts[Int(byte)] += 1 }
    var lengthCounts = Array(repeating: 0, count: 29)
    for case .zeros(let length) in words { lengthCounts[RunLength(length).sign] += 1 }
    let code = HuffmanCode(counts: counts, lengths: lengthCounts)
    var block = CodedBlock(code, room: words.count * 2, runs: true)
    for word in words {
      switch word {
      case .byte(let byte): block.append(sign: Int(byte))
      case .zeros(let count):
        let length = RunLength(count)
        block.append(sign: HuffmanCode.end + 1 + length.sign)
        block.append(length.rest, length.restBits)
        // The one distance there is: the byte before.
        block.append(0, 1)
      }
    }
    stream = block.finish(of: bytes)
  }

  private enum Word {
    case byte(UInt8)
    /// So many zeros behind another.
    case zeros(Int)
  }

  private static func words(of bytes: [UInt8]) -> [Word] {
    var words: [Word] = []
    var place = 0
    while place < bytes.count {
      words.append(.byte(bytes[place]))
      place += 1
      guard bytes[place - 1] == 0 else { continue }
      let end = endOfZeros(in: bytes, from: place)
      while end - place >= shortest {
        let count = min(end - place, longest)
        words.append(.zeros(count))
        place += count
      }
    }
    return words
  }

  private static func endOfZeros(in bytes: [UInt8], from start: Int) -> Int {
    var end = start
    unsafe bytes.withUnsafeBytes { bytes in
      while end + 8 <= bytes.count,
        unsafe bytes.loadUnaligned(fromByteOffset: end, as: UInt64.self) == 0
      { end += 8 }
    }
    while end < bytes.count, bytes[end] == 0 { end += 1 }
    return end
  }
}

/// How deflate tells the length of a repeat: a sign, counted from the first for lengths, and bits for the rest (RFC 1951
/// §3.2.5).
private struct RunLength {
  let sign: Int
  let rest: UInt64
  let restBits: UInt64

  init(_ length: Int) {
    let beyond = length - 3
    switch length {
    case 258: (sign, rest, restBits) = (28, 0, 0)
    case ..<11: (sign, rest, restBits) = (beyond, 0, 0)
    default:
      // Four signs for each doubling of the length.
      let bits = (Int.bitWidth - 1 - beyond.leadingZeroBitCount) - 2
      sign = bits << 2 + beyond >> bits
      rest = UInt64(beyond & (1 << bits - 1))
      restBits = UInt64(bits)
    }
  }
}
