/// Compresses a stream that comes piece by piece into the zlib format (ISO 32000-1 §7.4.4), so that only what it comes
/// to is ever held.
///
/// Short streams are kept and compressed at once: libdeflate is faster, and its compressor serves all files of a batch.
struct StreamDeflater {
  /// The most bytes that are kept for that.
  private static let shortSize = 1 << 16

  private let deflater: Deflater
  private var kept: [UInt8] = []
  private var long: LongStreamDeflater?

  /// Begins a stream.
  init(_ deflater: Deflater) {
    self.deflater = deflater
  }

  /// Adds a piece.
  mutating func add(_ piece: [UInt8]) throws(PDFFailure) {
    if let long { return try long.add(piece) }
    kept += piece
    guard kept.count > Self.shortSize else { return }
    let begun = try LongStreamDeflater()
    try begun.add(kept)
    (long, kept) = (begun, [])
  }

  /// Ends the stream, and returns what it came to.
  func finish() throws(PDFFailure) -> [UInt8] {
    guard let long else { return try deflater.deflate(kept, .little) }
    try long.finish()
    return long.bytes
  }
}
