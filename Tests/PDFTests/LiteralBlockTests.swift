import TestSupport
import Testing

@testable import PDF

@Suite struct HuffmanCodeTests {
  @Test("commoner bytes have shorter signs, none begins like another, and no sign is wasted")
  func prefixCode() {
    var counts = [Int](repeating: 0, count: 256)
    (counts[10], counts[20], counts[30], counts[40]) = (100, 50, 25, 20)
    let code = HuffmanCode(counts: counts)
    #expect([10, 20, 30, 40].map { code.lengths[$0] } == [1, 2, 3, 4])
    #expect(code.lengths[HuffmanCode.end] == 4)
    #expect(code.lengths.count { $0 > 0 } == 5)
    #expect(kraft(code) == 1 << HuffmanCode.longest)
  }

  @Test("signs rise in their lengths and the bytes, as deflate counts them, first bit lowest")
  func canonical() {
    var counts = [Int](repeating: 0, count: 256)
    (counts[1], counts[2], counts[3]) = (8, 4, 2)
    let code = HuffmanCode(counts: counts)
    // 0, 10, 110 and 111, read from the right.
    #expect([1, 2, 3, HuffmanCode.end].map { code.signs[$0] } == [0b0, 0b01, 0b011, 0b111])
  }

  @Test("counts that grow like Fibonacci's numbers give no sign of more than 15 bits")
  func limited() {
    var (counts, last) = ([Int](repeating: 0, count: 256), (1, 1))
    for byte in 0..<40 {
      counts[byte] = last.0
      last = (last.1, last.0 + last.1)
    }
    let code = HuffmanCode(counts: counts)
    #expect(code.lengths.allSatisfy { $0 <= HuffmanCode.longest })
    #expect(code.lengths.count { $0 > 0 } == 41)
    #expect(kraft(code) == 1 << HuffmanCode.longest)
  }

  /// The room that the signs take of all signs of the longest kind (Kraft's sum).
  private func kraft(_ code: HuffmanCode) -> Int {
    code.lengths.filter { $0 > 0 }.reduce(0) { $0 + 1 << (HuffmanCode.longest - Int($1)) }
  }
}

@Suite struct LiteralBlockTests {
  @Test("any bytes come back from a block of literals")
  func roundTrip() throws {
    var random = SeededGenerator(seed: 5)
    for count in [0, 1, 2, 3, 4, 100, 257, 70_000] {
      for kinds in [1, 2, 30, 256] {
        let bytes = (0..<count).map { _ in
          // The lesser of two is oftener small, so signs differ in length.
          UInt8(
            min(
              Int.random(in: 0..<kinds, using: &random),
              Int.random(in: 0..<kinds, using: &random)
            )
          )
        }
        #expect(
          try Scanner.inflate(LiteralBlock(bytes).stream) == bytes,
          "seed 5, \(count) bytes of \(kinds)"
        )
      }
    }
  }

  @Test("bytes whose signs are as long as they can be come back")
  func longSigns() throws {
    var (bytes, last) = ([UInt8](), (1, 1))
    for byte in 0..<22 {
      bytes += repeatElement(UInt8(byte), count: last.0)
      last = (last.1, last.0 + last.1)
    }
    #expect(try Scanner.inflate(LiteralBlock(bytes).stream) == bytes)
  }

  @Test("bytes of a few kinds take fewer bits than eight each")
  func shorter() {
    let bytes = (0..<4000).map { UInt8($0 % 4) }
    #expect(LiteralBlock(bytes).stream.count < 4000 / 3)
  }
}

@Suite struct SparseBlockTests {
  @Test("any bytes come back, with runs of zeros of every length")
  func roundTrip() throws {
    var random = SeededGenerator(seed: 11)
    for run in Array(0...600) + [70_000] {
      let zeros = [UInt8](repeating: 0, count: run)
      let ends = (0..<4).map { _ in UInt8.random(in: 0...3, using: &random) }
      for bytes in [zeros, [7] + zeros, [7] + zeros + [9, 0, 0, 9], ends + zeros + ends] {
        #expect(try Scanner.inflate(SparseBlock(bytes).stream) == bytes, "\(run) zeros")
      }
    }
  }

  @Test("bytes without a zero come back")
  func noZeros() throws {
    let bytes = (0..<3000).map { UInt8($0 % 255 + 1) }
    #expect(try Scanner.inflate(SparseBlock(bytes).stream) == bytes)
  }

  @Test("long runs take next to nothing")
  func small() {
    #expect(SparseBlock([UInt8](repeating: 0, count: 131_072)).stream.count < 400)
  }
}

@Suite struct KnownStreamsTests {
  @Test("a deflater for many files gives the bytes of one for a single file")
  func sameBytes() throws {
    let (deflater, plain) = (Deflater(forManyFiles: true), Deflater())
    var random = SeededGenerator(seed: 3)
    let streams = (0..<40).map { length in
      (0..<length * 500).map { _ in UInt8.random(in: 0..<4, using: &random) }
    }
    for effort in [Deflater.Effort.usual, .least, .sparse, .little] {
      for stream in streams + streams {
        let bytes = try plain.deflate(stream, effort)
        #expect(try deflater.deflate(stream, effort) == bytes)
        #expect(try deflater.deflate(stream, effort, recurs: true) == bytes)
      }
    }
  }

  @Test("a stream is known by all its bytes and by the effort it was made with")
  func keys() {
    var known = KnownStreams()
    known[KnownStreams.Key([1, 2, 3], .usual)] = [7]
    #expect(known[KnownStreams.Key([1, 2, 3], .usual)] == [7])
    #expect(known[KnownStreams.Key([1, 2, 3], .least)] == nil)
    #expect(known[KnownStreams.Key([1, 2, 4], .usual)] == nil)
  }

  @Test("a full memory forgets, and goes on")
  func forgets() {
    var known = KnownStreams()
    let first = KnownStreams.Key([0], .usual)
    known[first] = [9]
    for number in 0..<200 {
      let key = KnownStreams.Key([UInt8](repeating: UInt8(number), count: 16_000), .usual)
      known[key] = [UInt8(number)]
      #expect(known[key] == [UInt8(number)])
    }
    #expect(known[first] == nil)
  }
}
