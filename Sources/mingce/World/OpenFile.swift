import Diagnostics
import Glibc

/// A file opened for reading at any place.
final class OpenFile: Sendable {
  let path: String
  let count: Int
  /// Whether it can be read at any place; a pipe can only be read on.
  let isRegular: Bool
  let descriptor: Int32

  /// Opens the file at `path`.
  convenience init(_ path: String) throws(CommandFailure) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw .inputMissing(path: path, reason: systemReason(errno))
    }
    try self.init(descriptor: descriptor, path: path)
  }

  /// Takes over an open file, called `path` in messages.
  init(descriptor: Int32, path: String) throws(CommandFailure) {
    self.path = path
    self.descriptor = descriptor
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw .inputMissing(path: path, reason: systemReason(errno))
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw .inputMissing(path: path, reason: systemReason(EISDIR))
    }
    isRegular = status.st_mode & S_IFMT == S_IFREG
    count = Int(status.st_size)
  }

  deinit {
    close(descriptor)
  }

  /// Returns the bytes at `range`; fewer when the file has become shorter meanwhile.
  func bytes(in range: Range<Int>) throws(CommandFailure) -> [UInt8] {
    var reason: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: range.count) { buffer, filled in
      while filled < range.count {
        let read = unsafe pread(
          descriptor,
          buffer.baseAddress?.advanced(by: filled),
          range.count - filled,
          off_t(range.lowerBound + filled)
        )
        if read < 0, errno == EINTR { continue }
        if read < 0 { reason = errno }
        if read <= 0 { break }
        filled += read
      }
    }
    guard reason == 0 else { throw .inputMissing(path: path, reason: systemReason(reason)) }
    return bytes
  }
}
