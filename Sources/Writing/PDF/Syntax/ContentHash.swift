/// A 128-bit FNV-1a hash: the same bytes give the same file identifier; it proves nothing against forgery.
struct ContentHash: Sendable, Hashable {
  /// The hash of what was taken in so far.
  private(set) var value: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D

  private static let prime: UInt128 = 0x0000_0000_0100_0000_0000_0000_0000_013B

  /// Takes in `bytes`.
  mutating func combine(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { value = (value ^ UInt128(byte)) &* ContentHash.prime }
  }

  /// Takes in `bytes` eight at a time, and the rest one by one: no FNV-1a any more, but as good for telling files
  /// apart, in an eighth of the time.
  mutating func combine(words bytes: [UInt8]) {
    let rest = bytes.count & ~7
    unsafe bytes.withUnsafeBytes { bytes in
      for start in stride(from: 0, to: rest, by: 8) {
        let word = unsafe bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)
        value = (value ^ UInt128(UInt64(littleEndian: word))) &* ContentHash.prime
      }
    }
    combine(bytes[rest...])
  }

  /// The hash as 16 bytes.
  var bytes: [UInt8] {
    (0..<16).map { UInt8(truncatingIfNeeded: value >> (120 - 8 * UInt128($0))) }
  }

  /// The hash as six capital letters, the tag of a font subset (ISO 32000-1 §9.6.4).
  var letters: String {
    var (rest, letters) = (value, "")
    for _ in 0..<6 {
      letters.unicodeScalars.append(Unicode.Scalar(UInt8(ascii: "A") + UInt8(rest % 26)))
      rest /= 26
    }
    return letters
  }
}
