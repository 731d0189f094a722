import Foundation
import Glibc

/// A file that appears under its name only when it is whole.
///
/// Bytes go to a temporary name in the same folder; `commit` moves it into place. An uncommitted file removes
/// itself, so a failed run leaves the old file as it was.
final class AtomicFile {
  let path: String
  private let temporary: String
  private var descriptor: Int32
  private var buffer: [UInt8] = []
  private(set) var byteCount = 0

  private static let bufferLimit = 1 << 18

  /// Starts the file at `path`, making the folders above it.
  init(_ path: String) throws(CommandFailure) {
    self.path = path
    let folder = (path as NSString).deletingLastPathComponent
    try makeFolder(folder)
    temporary = "\(path).\(getpid()).part"
    descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw .cannotWrite(path: path, reason: systemReason(errno))
    }
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    unsafe unlink(temporary)
  }

  /// Adds `bytes` to the end.
  func write(_ bytes: [UInt8]) throws(CommandFailure) {
    buffer.append(contentsOf: bytes)
    byteCount += bytes.count
    if buffer.count >= AtomicFile.bufferLimit { try flush() }
  }

  /// Adds the UTF-8 bytes of `text` to the end.
  func write(_ text: String) throws(CommandFailure) {
    try write(Array(text.utf8))
  }

  /// Finishes the file and gives it its name.
  func commit() throws(CommandFailure) {
    try flush()
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw failure() }
    let closed = close(descriptor)
    descriptor = -1
    guard closed == 0, unsafe rename(temporary, path) == 0 else {
      let reason = errno
      unsafe unlink(temporary)
      throw .cannotWrite(path: path, reason: systemReason(reason))
    }
  }

  private func flush() throws(CommandFailure) {
    var offset = 0
    while offset < buffer.count {
      let written = unsafe buffer.withUnsafeBytes { bytes in
        unsafe Glibc.write(
          descriptor,
          bytes.baseAddress?.advanced(by: offset),
          bytes.count - offset
        )
      }
      if written < 0 {
        if errno == EINTR { continue }
        throw failure()
      }
      offset += written
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private func failure() -> CommandFailure {
    .cannotWrite(path: path, reason: systemReason(errno))
  }
}

/// Makes `folder` and the folders above it.
func makeFolder(_ folder: String) throws(CommandFailure) {
  guard !folder.isEmpty else { return }
  do {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  } catch {
    let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    let number = cause.map { Int32($0.code) } ?? EACCES
    throw .cannotWrite(path: folder, reason: systemReason(number))
  }
}
