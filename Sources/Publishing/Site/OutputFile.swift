/// A file of the portal, ready to be written.
public struct OutputFile: Sendable, Hashable {
  /// The path below the portal's folder, its parts separated by `/`.
  public var path: String
  /// The whole content.
  public var bytes: [UInt8]

  /// Creates a file from its bytes.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Creates a UTF-8 text file.
  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }
}
