import Glibc

/// A lock on a file that one process at a time has (flock(2)).
///
/// The system lets go of it when its owner ends, however that ends, so a killed run leaves nothing locked.
final class FileLock {
  private let descriptor: Int32

  /// Between two looks, in microseconds, and after how many a person is told that others are waited for.
  private static let (pause, patience) = (UInt32(10_000), 200)

  /// Takes the lock at `path`, waiting for whoever has it.
  init(_ path: String, telling console: Console) throws(CommandFailure) {
    let descriptor = try Self.opened(path)
    var looks = 0
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      let reason = errno
      guard reason == EWOULDBLOCK || reason == EINTR else {
        close(descriptor)
        throw .cannotWrite(path: path, reason: systemReason(reason))
      }
      looks += 1
      if looks == Self.patience { console.note("提示：另一个程序正在写入档案库，等候中……") }
      usleep(Self.pause)
    }
    self.descriptor = descriptor
  }

  /// Takes the lock at `path` if nobody has it.
  init?(ifFree path: String) {
    guard let descriptor = try? Self.opened(path) else { return nil }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  private static func opened(_ path: String) throws(CommandFailure) -> Int32 {
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .cannotWrite(path: path, reason: systemReason(errno)) }
    return descriptor
  }
}
