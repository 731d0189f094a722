import CHarfBuzz

/// Owns one table of a font file without copying it: glyph tables have tens of megabytes.
@safe final class MappedTable {
  private let blob: OpaquePointer?

  /// Finds the table `tag` of `face`; a face without it has an empty one.
  init(_ tag: UInt32, of face: FontFace) {
    unsafe blob = face.borrowFace { face in unsafe hb_face_reference_table(face, tag) }
  }

  deinit {
    unsafe hb_blob_destroy(blob)
  }

  /// Lends the table's bytes to `body`.
  func withBytes<Result, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var length: UInt32 = 0
    let start = unsafe hb_blob_get_data(blob, &length)
    let bytes = unsafe UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : Int(length))
    return try unsafe body(bytes.assumingMemoryBound(to: UInt8.self).span)
  }
}

extension Span<UInt8> {
  /// Returns the unsigned big-endian number of `size` bytes at `offset`, or nothing beyond the end.
  func number(at offset: Int, size: Int) -> Int? {
    guard offset >= 0, size >= 0, offset <= count - size else { return nil }
    return (offset..<offset + size).reduce(0) { $0 << 8 | Int(self[$1]) }
  }

  /// Returns a copy of the bytes at `range`, or nothing when some lie beyond the end.
  func copy(_ range: Range<Int>) -> [UInt8]? {
    guard range.lowerBound >= 0, range.upperBound <= count else { return nil }
    return range.map { self[$0] }
  }
}
