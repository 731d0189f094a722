/// What the file system says of a file without reading it; a file that was written, replaced or renamed has another.
///
/// The time of change cannot be set by programs, unlike that of modification, so a stamp is as good as the clock is fine.
public struct FileStamp: Sendable, Hashable {
  /// The size in bytes.
  public var size: Int
  /// The number of the file in its file system.
  public var node: UInt64
  /// When the content was last written, in nanoseconds since 1970.
  public var modified: Int
  /// When content, name or rights were last changed, in nanoseconds since 1970.
  public var changed: Int

  /// Creates a stamp.
  public init(size: Int, node: UInt64, modified: Int, changed: Int) {
    (self.size, self.node, self.modified, self.changed) = (size, node, modified, changed)
  }
}

extension FileStamp {
  /// The stamp as one word.
  public var text: String { "\(size),\(node),\(modified),\(changed)" }

  /// Reads a stamp from one word.
  init?(_ text: Substring) {
    let parts = text.split(separator: ",")
    guard parts.count == 4, let size = Int(parts[0]), let node = UInt64(parts[1]),
      let modified = Int(parts[2]), let changed = Int(parts[3])
    else { return nil }
    self.init(size: size, node: node, modified: modified, changed: changed)
  }
}
