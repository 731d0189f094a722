import CHarfBuzz

/// Owns the mapping of one font file into memory.
@safe final class FontFile {
  /// The file's path.
  let path: String
  private let blob: OpaquePointer

  /// Maps the file at `path`; returns nothing when it cannot be read.
  init?(path: String) {
    guard let blob = unsafe hb_blob_create_from_file_or_fail(path) else { return nil }
    self.path = path
    unsafe self.blob = blob
  }

  deinit {
    unsafe hb_blob_destroy(blob)
  }

  /// How many faces the file holds; 0 when it is no font.
  var faceCount: Int { Int(unsafe hb_face_count(blob)) }

  /// Lends the blob to `body`, which must not keep it.
  func borrow<Result>(_ body: (OpaquePointer) -> Result) -> Result {
    unsafe body(blob)
  }

  /// Lends the mapped bytes to `body`, which must not keep them.
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    var length: UInt32 = 0
    let start = unsafe hb_blob_get_data(blob, &length)
    return unsafe body(UnsafeRawBufferPointer(start: start, count: Int(length)))
  }
}
