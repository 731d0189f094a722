/// A file of the portal, ready to be written.
public struct OutputFile: Sendable, Hashable {
  /// The path below the portal's folder, its parts separated by `/`.
  public var path: String
  /// The whole content; empty where the file stands already.
  public var bytes: [UInt8]
  /// Whether the file is to be left as an earlier build wrote it.
  public var stands = false

  /// Creates a file from its bytes.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Creates a UTF-8 text file.
  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// Creates a file that is to be left as it is.
  init(standing path: String) {
    self.init(path: path, bytes: [])
    stands = true
  }
}
