import TestSupport
import Testing

@testable import PDF

@Suite struct ContentHashTests {
  @Test(
    "the hash is FNV-1a of 128 bits, by its published values",
    arguments: [
      ("", "6c62272e07bb014262b821756295c58d"), ("a", "d228cb696f1a8caf78912b704e4a8964"),
      ("foobar", "343e1662793c64bf6f0d3597ba446f18"),
    ]
  )
  func published(text: String, hexadecimal: String) {
    var hash = ContentHash()
    hash.combine(text.utf8)
    let digits = hash.bytes.map { String(Int($0) + 256, radix: 16).dropFirst() }.joined()
    #expect(digits == hexadecimal)
  }
}

@Suite struct WordHashTests {
  @Test("a change of any one byte of a text changes its hash, wherever it stands in its word")
  func everyByteCounts() {
    let text = Array("0123456789abcdefghi".utf8)
    var seen: Set<ContentHash> = []
    for place in text.indices {
      var (changed, hash) = (text, ContentHash())
      changed[place] ^= 0x80
      hash.combine(words: changed)
      #expect(seen.insert(hash).inserted, "byte \(place)")
    }
    var hash = ContentHash()
    hash.combine(words: text)
    #expect(!seen.contains(hash))
  }
}

@Suite struct DeflaterTests {
  @Test("what is deflated comes back, whatever came before it")
  func roundTrip() throws {
    let deflater = Deflater()
    var random = SeededGenerator(seed: 11)
    for count in [0, 1, 100_000, 3, 5000] {
      let bytes = (0..<count).map { _ in UInt8.random(in: 0..<8, using: &random) }
      let data = try deflater.deflate(bytes)
      #expect(try Scanner.inflate(data) == bytes, "seed 11, \(count) bytes")
    }
  }
}

@Suite struct CrossReferenceTests {
  @Test("rows are as wide as the offsets need, and say how they differ from the row above")
  func rows() throws {
    var crossReference = CrossReference()
    let stream = try crossReference.allocate()
    let inside = try crossReference.allocate()
    crossReference.place(stream, at: .offset(0x012345))
    crossReference.place(inside, at: .inside(stream: stream, index: 258))
    var rows: [UInt8] = []
    crossReference.forEachPieceOfRows(offsetBytes: 3) { rows += $0 }
    #expect(
      rows == [
        2, 0, 0, 0, 0, 0xFF, 0xFF,
        2, 1, 0x01, 0x23, 0x45, 1, 1,
        2, 1, 0xFF, 0xDD, 0xBC, 1, 2,
      ]
    )
  }

  @Test("rows of many objects in streams, undone again, say where each object is")
  func manyRows() throws {
    var crossReference = CrossReference()
    var expected: [[UInt8]] = [[0, 0, 0, 0xFF, 0xFF]]
    // Indices beyond a byte, streams that break off anywhere, and more objects than are kept in one block.
    for count in [1, 255, 256, 257, 700, 2, 70_000] {
      let stream = try crossReference.allocate()
      crossReference.place(stream, at: .offset(stream.number % 0xFFFF))
      expected.append([1] + bigEndian(stream.number % 0xFFFF) + [0, 0])
      let first = try crossReference.allocate(count)
      for index in 0..<count {
        // A stream holds less than 65,536 objects; here every second thousand begins another, ahead of its turn.
        let place = Reference(number: first.number + index)
        let (number, within) = (stream.number + index / 1500, index % 1500)
        crossReference.place(
          place,
          at: .inside(stream: Reference(number: number), index: within)
        )
        expected.append([2] + bigEndian(number) + bigEndian(within))
      }
    }
    var rows: [UInt8] = []
    crossReference.forEachPieceOfRows(offsetBytes: 2) { rows += $0 }
    #expect(undone(rows, columns: 5).elementsEqual(expected, by: ==))
  }

  private func bigEndian(_ number: Int) -> [UInt8] {
    [UInt8(truncatingIfNeeded: number >> 8), UInt8(truncatingIfNeeded: number)]
  }

  /// Undoes PNG's Up predictor, whose number begins each row (§7.4.4.4).
  private func undone(_ bytes: [UInt8], columns: Int) -> [[UInt8]] {
    var above = [UInt8](repeating: 0, count: columns)
    return stride(from: 0, to: bytes.count, by: columns + 1).map { start in
      above = zip(above, bytes[(start + 1)...(start + columns)]).map(&+)
      return bytes[start] == 2 ? above : []
    }
  }

  @Test("a table's lines are twenty bytes each")
  func table() throws {
    var crossReference = CrossReference()
    crossReference.place(try crossReference.allocate(), at: .offset(1234))
    let table = String(decoding: crossReference.table(), as: UTF8.self)
    #expect(table == "xref\n0 2\n0000000000 65535 f \n0000001234 00000 n \n")
  }

  @Test("an object is written once")
  func contracts() async {
    await #expect(processExitsWith: .failure) {
      var crossReference = CrossReference()
      let reference = try crossReference.allocate()
      crossReference.place(reference, at: .offset(1))
      crossReference.place(reference, at: .offset(2))
    }
  }
}
