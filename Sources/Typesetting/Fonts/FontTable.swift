/// A copy of one table of a font file, read in big-endian order (OpenType 1.9, "Data Types").
struct FontTable {
  /// The table's bytes; empty when the font has no such table.
  let bytes: [UInt8]

  /// Returns the unsigned 16-bit number at `offset`, or nothing beyond the end.
  func uint16(at offset: Int) -> Int? {
    guard offset + 2 <= bytes.count else { return nil }
    return Int(bytes[offset]) << 8 | Int(bytes[offset + 1])
  }

  /// Returns the signed 16-bit number at `offset`, or nothing beyond the end.
  func int16(at offset: Int) -> Int? {
    uint16(at: offset).map { Int(Int16(truncatingIfNeeded: $0)) }
  }

  /// Returns the unsigned 32-bit number at `offset`, or nothing beyond the end.
  func uint32(at offset: Int) -> Int? {
    guard let high = uint16(at: offset), let low = uint16(at: offset + 2) else { return nil }
    return high << 16 | low
  }

  /// Returns the signed 16.16 number at `offset`, or nothing beyond the end.
  func fixed(at offset: Int) -> Double? {
    uint32(at: offset).map { Double(Int32(truncatingIfNeeded: $0)) / 65_536 }
  }
}

/// Returns the four-byte tag of `name`, which has four ASCII characters.
func fontTag(_ name: StaticString) -> UInt32 {
  precondition(name.utf8CodeUnitCount == 4, "a font tag has four characters")
  return name.withUTF8Buffer { bytes in
    unsafe bytes.reduce(0) { $0 << 8 | UInt32($1) }
  }
}
