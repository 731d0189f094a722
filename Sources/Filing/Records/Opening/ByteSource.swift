public import Diagnostics

/// Bytes that can be read anywhere, such as a file; this module never touches the file system itself.
public struct ByteSource: Sendable {
  /// What messages call it: the path as the operator knows it, or `标准输入`.
  public let name: String
  /// How many bytes there are.
  public let count: Int
  /// Reads the bytes of a range that lies inside `0..<count`.
  public let read: @Sendable (Range<Int>) throws(ReadFailure) -> [UInt8]

  /// Creates a source of `count` bytes.
  public init(
    name: String,
    count: Int,
    read: @escaping @Sendable (Range<Int>) throws(ReadFailure) -> [UInt8]
  ) {
    self.name = name
    self.count = count
    self.read = read
  }

  /// Creates a source of bytes in memory.
  public init(name: String, bytes: [UInt8]) {
    self.init(name: name, count: bytes.count) { Array(bytes[$0]) }
  }
}

/// Why bytes could not be read.
public struct ReadFailure: Error, Sendable, Hashable {
  /// The reason in Chinese.
  public let message: Message

  /// Creates a failure with a reason.
  public init(_ message: Message) {
    self.message = message
  }
}

/// Why a record file could not be opened.
public enum RecordFailure: Error, Sendable {
  /// The bytes could not be read.
  case unreadable(ReadFailure)
  /// The bytes are no record file, or its head cannot be used; every reason found.
  ///
  /// What was read all the same serves to judge the rows and to give them back, never to make a document: of its head,
  /// members with errors are unread (`Batch.isRead`). Nothing where place or day are unknown.
  case unusable([Diagnostic], asRead: RecordFile? = nil)
}
