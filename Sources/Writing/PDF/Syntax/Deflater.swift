import CDeflate

/// The owner of the compressors of a file, or of many files one after another.
///
/// It is used from one task. Making one takes longer than to compress a page, so a batch of small files shares one.
@safe public final class Deflater {
  /// How hard to look for what repeats.
  enum Effort: Int32, Hashable {
    /// For small font programs: only single bytes repeat, see `LiteralBlock`.
    case least = 0
    /// For what is nearly all zeros, see `SparseBlock`.
    case sparse = -1
    /// For font programs, in which hardly anything repeats: half the time, a fortieth more bytes. And for whatever is
    /// small: to look hard for what repeats gains a few hundred bytes of a file.
    case little = 1
    /// For all else.
    case usual = 6
  }

  private var compressors: [Effort: OpaquePointer] = unsafe [:]
  private var room: [UInt8] = []
  private var known: KnownStreams?

  /// Creates the owner of no compressor yet.
  ///
  /// One for many small files does what they have in common once; the bytes are the same.
  public init(forManyFiles isForMany: Bool = false) {
    known = isForMany ? KnownStreams() : nil
  }

  deinit {
    unsafe compressors.values.forEach { unsafe libdeflate_free_compressor($0) }
  }

  /// The most bytes of a stream that is small: pages of letters are, those of rosters are not.
  private static let smallSize = 1 << 13

  /// Returns `bytes` in the zlib format (ISO 32000-1 §7.4.4), or fails when there is no memory for it.
  ///
  /// What `recurs`, such as a seal, is in nearly every one of many files, however long it is.
  func deflate(
    _ bytes: [UInt8],
    _ effort: Effort = .usual,
    recurs: Bool = false
  ) throws(PDFFailure) -> [UInt8] {
    let effort = effort == .usual && bytes.count <= Self.smallSize ? .little : effort
    let isKept = recurs || bytes.count <= KnownStreams.longest
    guard isKept, known != nil else { return try make(bytes, effort) }
    let key = KnownStreams.Key(bytes, effort)
    if let made = known?[key] { return made }
    let made = try make(bytes, effort)
    known?[key] = made
    return made
  }

  private func make(_ bytes: [UInt8], _ effort: Effort) throws(PDFFailure) -> [UInt8] {
    switch effort {
    case .least: return LiteralBlock(bytes).stream
    case .sparse: return SparseBlock(bytes).stream
    case .little, .usual: break
    }
    let compressor = unsafe try compressor(effort)
    let bound = unsafe libdeflate_zlib_compress_bound(compressor, bytes.count)
    if room.count < bound { room = [UInt8](repeating: 0, count: bound) }
    let count = unsafe libdeflate_zlib_compress(compressor, bytes, bytes.count, &room, room.count)
    guard count > 0 else { throw .compression }
    return Array(room[..<count])
  }

  private func compressor(_ effort: Effort) throws(PDFFailure) -> OpaquePointer {
    if let known = unsafe compressors[effort] { return unsafe known }
    guard let made = unsafe libdeflate_alloc_compressor(effort.rawValue) else {
      throw .compression
    }
    unsafe compressors[effort] = made
    return unsafe made
  }
}
