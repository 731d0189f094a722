import Foundation

/// A file, or standard output, that is written in large pieces.
final class ByteFile {
  private let handle: FileHandle
  private var buffer = Data()
  private var failure: (any Error)?

  private static let pieceSize = 1 << 18

  private init(_ handle: FileHandle) {
    self.handle = handle
  }

  /// Opens `path`, or standard output, and lets `body` write it.
  static func write(to path: String?, _ body: (ByteFile) throws -> Void) throws {
    guard let path else { return try ByteFile(.standardOutput).fill(body) }
    try Data().write(to: URL(fileURLWithPath: path))
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    try ByteFile(handle).fill(body)
    try handle.close()
  }

  /// Adds `text` to the end.
  func append(_ text: String) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= ByteFile.pieceSize { flush() }
  }

  private func fill(_ body: (ByteFile) throws -> Void) throws {
    try body(self)
    flush()
    if let failure { throw failure }
  }

  private func flush() {
    do {
      if failure == nil { try handle.write(contentsOf: buffer) }
    } catch {
      failure = error
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
