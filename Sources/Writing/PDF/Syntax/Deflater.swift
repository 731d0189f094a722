import CDeflate

/// The owner of one libdeflate compressor.
///
/// It is used from the one task that writes the file.
@safe final class Deflater {
  private let compressor: OpaquePointer
  private var room: [UInt8] = []

  /// Creates a compressor of the middle level, or fails when there is no memory for it.
  init() throws(PDFFailure) {
    guard let compressor = unsafe libdeflate_alloc_compressor(6) else { throw .compression }
    unsafe self.compressor = compressor
  }

  deinit {
    unsafe libdeflate_free_compressor(compressor)
  }

  /// Returns `bytes` in the zlib format (ISO 32000-1 §7.4.4).
  func deflate(_ bytes: [UInt8]) throws(PDFFailure) -> [UInt8] {
    let bound = unsafe libdeflate_zlib_compress_bound(compressor, bytes.count)
    if room.count < bound { room = [UInt8](repeating: 0, count: bound) }
    let count = unsafe libdeflate_zlib_compress(compressor, bytes, bytes.count, &room, room.count)
    guard count > 0 else { throw .compression }
    return Array(room[..<count])
  }
}
