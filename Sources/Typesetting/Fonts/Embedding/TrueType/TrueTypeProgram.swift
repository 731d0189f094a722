/// A small TrueType file in the making: the tables that a PDF reader needs and no more (ISO 32000-1 §9.9).
struct TrueTypeProgram {
  private var head, hhea, maxp: [UInt8]
  private var glyf = FontBytes()
  private var offsets = [0]
  private var hmtx = FontBytes()

  /// Begins a file without glyphs, with the facts of the face that they come from.
  init(head: [UInt8], hhea: [UInt8], maxp: [UInt8]) {
    (self.head, self.hhea, self.maxp) = (head, hhea, maxp)
  }

  /// Adds the next glyph with its advance and bearing.
  mutating func add(_ glyph: [UInt8], metric: [UInt8]) {
    glyf.append(glyph)
    glyf.pad(to: 2)
    offsets.append(glyf.count)
    hmtx.append(metric)
  }

  /// The file: the directory, and the tables in the order of their tags.
  var bytes: [UInt8] {
    let tables: [(tag: UInt32, bytes: [UInt8])] = [
      (fontTag("glyf"), glyf.bytes), (fontTag("head"), plainHead), (fontTag("hhea"), countedHhea),
      (fontTag("hmtx"), hmtx.bytes), (fontTag("loca"), loca), (fontTag("maxp"), countedMaxp),
    ]
    var directory = FontBytes()
    directory.append(0x0001_0000, size: 4)
    // The number of tables, and what helps a search by halves (OpenType 1.9, "Table directory").
    for number in [tables.count, 64, 2, tables.count * 16 - 64] {
      directory.append(number, size: 2)
    }
    let start = directory.count + tables.count * 16
    var (offset, sum) = (start, UInt32(0))
    for table in tables {
      let tableSum = checksum(of: table.bytes)
      sum &+= tableSum
      directory.append(Int(table.tag), size: 4)
      directory.append(Int(tableSum), size: 4)
      directory.append(offset, size: 4)
      directory.append(table.bytes.count, size: 4)
      offset += (table.bytes.count + 3) / 4 * 4
    }
    sum &+= checksum(of: directory.bytes)
    var file = directory
    file.reserve(offset)
    for table in tables {
      file.append(table.bytes)
      file.pad(to: 4)
    }
    // What head says of the sum of the whole file stands behind glyf (OpenType 1.9, head, checksumAdjustment).
    let place = start + (glyf.count + 3) / 4 * 4 + 8
    file.put(Int(0xB1B0_AFBA &- sum), size: 4, at: place)
    return file.bytes
  }

  private var hasLongOffsets: Bool { glyf.count > 0x1_FFFE }

  private var loca: [UInt8] {
    var loca = FontBytes()
    for offset in offsets {
      loca.append(hasLongOffsets ? offset : offset / 2, size: hasLongOffsets ? 4 : 2)
    }
    return loca.bytes
  }

  /// The head with the form of loca, and without the checksum of the whole file.
  private var plainHead: [UInt8] {
    var head = Array(head[..<54])
    head.replaceSubrange(8..<12, with: [0, 0, 0, 0])
    head.replaceSubrange(50..<52, with: [0, hasLongOffsets ? 1 : 0])
    return head
  }

  private var countedHhea: [UInt8] { Array(hhea[..<34]) + glyphCount }

  /// The maxp without what instructions would need: one zone, and no storage, functions and stack.
  private var countedMaxp: [UInt8] {
    var maxp = Array(maxp[..<32])
    maxp.replaceSubrange(4..<6, with: glyphCount)
    maxp.replaceSubrange(14..<28, with: [0, 1] + [UInt8](repeating: 0, count: 12))
    return maxp
  }

  private var glyphCount: [UInt8] {
    [
      UInt8(truncatingIfNeeded: (offsets.count - 1) >> 8),
      UInt8(truncatingIfNeeded: offsets.count - 1),
    ]
  }

  /// Returns the sum of 32-bit numbers, zeros behind the last (OpenType 1.9, "Calculating checksums").
  private func checksum(of bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0
    unsafe bytes.withUnsafeBytes { bytes in
      for start in stride(from: 0, to: bytes.count & ~3, by: 4) {
        sum &+= unsafe UInt32(
          bigEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt32.self)
        )
      }
    }
    for (place, byte) in bytes[(bytes.count & ~3)...].enumerated() {
      sum &+= UInt32(byte) << UInt32(24 - 8 * place)
    }
    return sum
  }
}
