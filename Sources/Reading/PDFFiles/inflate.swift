import CZlib

/// Returns what `bytes` stand for in the zlib format, as long as that is at most `limit` bytes: a small file may swell
/// to a thousand times its size.
func inflate(_ bytes: [UInt8], limit: Int) throws(PDFFileFailure) -> [UInt8] {
  var stream = unsafe z_stream()
  let size = unsafe Int32(MemoryLayout<z_stream>.size)
  guard unsafe inflateInit_(&stream, ZLIB_VERSION, size) == Z_OK else { throw .damagedStream }
  defer { unsafe inflateEnd(&stream) }
  var (input, result) = (bytes, [UInt8]())
  var room = [UInt8](repeating: 0, count: 1 << 18)
  let status = unsafe input.withUnsafeMutableBufferPointer { input -> Int32 in
    unsafe stream.next_in = input.baseAddress
    unsafe stream.avail_in = UInt32(clamping: input.count)
    return unsafe room.withUnsafeMutableBufferPointer { room -> Int32 in
      while true {
        unsafe stream.next_out = room.baseAddress
        unsafe stream.avail_out = UInt32(room.count)
        let status = unsafe inflate(&stream, Z_NO_FLUSH)
        let count = unsafe room.count - Int(stream.avail_out)
        unsafe result += room[..<count]
        if status != Z_OK || result.count > limit { return status }
      }
    }
  }
  guard result.count <= limit else { throw .tooLong(limit: limit) }
  guard status == Z_STREAM_END else { throw .damagedStream }
  return result
}
