import Remaking
import TestSupport
import Testing

/// What is packed comes out again, and nothing comes out of other bytes.
@Suite struct PackerTests {
  private static let numbers: [UInt64] = [0, 1, 127, 128, 300, 1 << 40, .max]

  private var packed: [UInt8] {
    var packer = Packer()
    for number in Self.numbers { packer.put(number) }
    packer.put("续签\u{0}\n")
    packer.put(["", "甲"])
    packer.put(ascending: [3, 3, 900, 1 << 50])
    return packer.bytes
  }

  /// Returns whether `bytes` hold what `packed` does.
  private func isWhole(_ bytes: [UInt8]) -> Bool {
    var unpacker = Unpacker(bytes)
    return Self.numbers.allSatisfy { unpacker.number() == $0 } && unpacker.text() == "续签\u{0}\n"
      && unpacker.texts() == ["", "甲"]
      && unpacker.ascendingNumbers() == [3, 3, 900, 1 << 50] && unpacker.isAtEnd
  }

  @Test func whatIsPackedComesOutAgain() {
    #expect(isWhole(packed))
  }

  @Test func nothingComesOutOfAPart() {
    for length in packed.indices { #expect(!isWhole(Array(packed.prefix(length))), "\(length)") }
    #expect(!isWhole(packed + [0]))
  }

  @Test func anyBytesAreTakenApartWithoutACrash() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<500 {
      let bytes = (0..<40).map { _ in UInt8.random(in: 0...255, using: &random) }
      var unpacker = Unpacker(bytes)
      while let text = unpacker.text() { #expect(text.utf8.count <= 120) }
      _ = unpacker.ascendingNumbers()
    }
  }

  @Test func aCountBeyondTheBytesIsRefused() {
    var packer = Packer()
    packer.put(UInt64.max)
    var unpacker = Unpacker(packer.bytes + [1, 2, 3])
    #expect(unpacker.texts() == nil)
  }
}
