/// Bytes of a font program in the making, in big-endian order (OpenType 1.9, "Data Types").
struct FontBytes {
  /// What was appended so far.
  private(set) var bytes: [UInt8] = []

  /// The number of bytes appended so far.
  var count: Int { bytes.count }

  /// Appends the lowest `size` bytes of `number`.
  mutating func append(_ number: Int, size: Int) {
    for place in (0..<size).reversed() {
      bytes.append(UInt8(truncatingIfNeeded: number >> (8 * place)))
    }
  }

  /// Writes the lowest `size` bytes of `number` over what stands at `offset`.
  mutating func put(_ number: Int, size: Int, at offset: Int) {
    for place in 0..<size {
      bytes[offset + place] = UInt8(truncatingIfNeeded: number >> (8 * (size - 1 - place)))
    }
  }

  /// Appends `other` as it stands.
  mutating func append(_ other: some Sequence<UInt8>) {
    bytes += other
  }

  /// Appends zeros until the count is a multiple of `alignment`.
  mutating func pad(to alignment: Int) {
    while !bytes.count.isMultiple(of: alignment) { bytes.append(0) }
  }

  /// Makes room for `count` bytes.
  mutating func reserve(_ count: Int) {
    bytes.reserveCapacity(count)
  }
}
