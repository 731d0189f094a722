import Diagnostics
import Glibc
import Records

/// Records that are written once and then read, in a temporary file without a name.
final class SpoolFile {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var isHandedOver = false

  private static let bufferLimit = 1 << 18

  /// Opens the file, which is gone when nobody holds it any more.
  init(in world: World) throws(CommandFailure) {
    descriptor = try world.namelessFile()
  }

  deinit {
    if !isHandedOver { close(descriptor) }
  }

  /// Adds `bytes` to the end.
  func write(_ bytes: [UInt8]) throws(CommandFailure) {
    buffer += bytes
    if buffer.count >= Self.bufferLimit { try flush() }
  }

  /// Ends the writing, and returns the records under `name`.
  func source(named name: String) throws(CommandFailure) -> ByteSource {
    try flush()
    isHandedOver = true
    return try OpenFile(descriptor: descriptor, path: name).source(named: name)
  }

  private func flush() throws(CommandFailure) {
    if let reason = writeAll(buffer[...], to: descriptor) {
      throw .cannotWrite(path: World.spoolPlace, reason: systemReason(reason))
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
