import CDeflate

/// Streams that were compressed before: in a batch of files, standing pages and the maps of standing words recur.
struct KnownStreams {
  /// What was compressed, and how.
  struct Key: Hashable {
    private let bytes: [UInt8]
    private let effort: Deflater.Effort
    private let sum: UInt32

    /// Creates the key of `bytes`.
    init(_ bytes: [UInt8], _ effort: Deflater.Effort) {
      (self.bytes, self.effort) = (bytes, effort)
      sum = unsafe libdeflate_crc32(0, bytes, bytes.count)
    }

    /// The checksum tells keys apart nearly always, and takes a hundredth of the time that hashing each byte would.
    func hash(into hasher: inout Hasher) { hasher.combine(sum) }

    /// How many bytes it holds.
    var count: Int { bytes.count }
  }

  /// Longer streams, such as font programs, hardly ever recur.
  static let longest = 1 << 14
  private static let capacity = 1 << 21

  private var streams: [Key: [UInt8]] = [:]
  private var size = 0

  /// The stream of `key`; a full memory is emptied before it takes another.
  subscript(key: Key) -> [UInt8]? {
    get { streams[key] }
    set {
      let added = key.count + (newValue?.count ?? 0)
      if size + added > KnownStreams.capacity {
        streams.removeAll(keepingCapacity: true)
        size = 0
      }
      streams[key] = newValue
      size += added
    }
  }
}
