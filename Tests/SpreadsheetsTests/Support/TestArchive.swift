import CDeflate

/// A ZIP file put together by hand, so that tests can lie in it as an attacker would.
struct TestArchive {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  /// Adds an entry; `method` 8 compresses, 0 does not.
  mutating func add(_ name: String, _ content: [UInt8], method: UInt16 = 8, flags: UInt16 = 0x800) {
    let packed = method == 8 ? Self.deflated(content) : content
    let name = Array(name.utf8)
    let facts =
      Self.two(flags) + Self.two(method) + Self.two(0) + Self.two(0x21)
      + Self.four(Self.crc(content)) + Self.four(packed.count) + Self.four(content.count)
      + Self.two(UInt16(name.count)) + Self.two(0)
    let offset = bytes.count
    bytes += [0x50, 0x4B, 3, 4] + Self.two(20) + facts + name + packed
    directory += [0x50, 0x4B, 1, 2] + Self.two(20) + Self.two(20) + facts
    directory += Self.two(0) + Self.two(0) + Self.two(0) + Self.four(0) + Self.four(offset) + name
    count += 1
  }

  /// The whole file.
  var file: [UInt8] {
    bytes + directory + [0x50, 0x4B, 5, 6] + Self.two(0) + Self.two(0) + Self.two(count)
      + Self.two(count) + Self.four(directory.count) + Self.four(bytes.count) + Self.two(0)
  }

  private static func two(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }

  private static func four(_ value: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  private static func crc(_ content: [UInt8]) -> Int {
    Int(unsafe libdeflate_crc32(0, content, content.count))
  }

  private static func deflated(_ content: [UInt8]) -> [UInt8] {
    let compressor = unsafe libdeflate_alloc_compressor(6)
    defer { unsafe libdeflate_free_compressor(compressor) }
    let bound = unsafe libdeflate_deflate_compress_bound(compressor, content.count)
    var packed = [UInt8](repeating: 0, count: bound)
    let count = unsafe libdeflate_deflate_compress(
      compressor,
      content,
      content.count,
      &packed,
      packed.count
    )
    return Array(packed[..<count])
  }
}
