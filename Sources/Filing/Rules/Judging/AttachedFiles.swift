/// The files that records name, as far as whoever reads the records can see them.
public struct AttachedFiles: Sendable {
  /// Returns the first bytes of a file, some of them at least; nothing where it is not to be seen.
  let beginning: @Sendable (_ file: String) -> [UInt8]?

  /// Creates the files of which `beginning` returns the first bytes.
  public init(beginning: @escaping @Sendable (_ file: String) -> [UInt8]?) {
    self.beginning = beginning
  }

  /// No file at all.
  public static let none = AttachedFiles { _ in nil }
}
