import CZlib

/// Compresses a stream of any length by zlib: libdeflate takes a stream only as a whole, and the record of a long
/// roster is larger than all else.
@safe final class LongStreamDeflater {
  /// The bytes so far; all of them after `finish`.
  private(set) var bytes: [UInt8] = []
  private var stream = unsafe z_stream()
  private var room = [UInt8](repeating: 0, count: 1 << 16)

  /// Begins a stream, or fails when there is no memory for it.
  init() throws(PDFFailure) {
    let size = unsafe Int32(MemoryLayout<z_stream>.size)
    guard unsafe deflateInit_(&stream, 1, ZLIB_VERSION, size) == Z_OK else { throw .compression }
  }

  deinit {
    unsafe deflateEnd(&stream)
  }

  /// Adds a piece.
  func add(_ piece: [UInt8]) throws(PDFFailure) {
    try run(piece, Z_NO_FLUSH)
  }

  /// Ends the stream.
  func finish() throws(PDFFailure) {
    try run([], Z_FINISH)
  }

  private func run(_ piece: [UInt8], _ flush: Int32) throws(PDFFailure) {
    var input = piece
    let isSound = unsafe input.withUnsafeMutableBufferPointer { input in
      unsafe stream.next_in = input.baseAddress
      unsafe stream.avail_in = UInt32(input.count)
      return unsafe room.withUnsafeMutableBufferPointer { room in
        repeat {
          unsafe stream.next_out = room.baseAddress
          unsafe stream.avail_out = UInt32(room.count)
          guard unsafe deflate(&stream, flush) != Z_STREAM_ERROR else { return false }
          let count = unsafe room.count - Int(stream.avail_out)
          unsafe bytes += room[..<count]
        } while unsafe stream.avail_out == 0
        return true
      }
    }
    guard isSound else { throw .compression }
  }
}
