import Diagnostics
import Glibc

/// A lock on a file that one process at a time has (flock(2)).
///
/// The system lets go of it when its owner ends, however that ends, so a killed run leaves nothing locked.
final class FileLock: Sendable {
  private let descriptor: Int32

  /// Between two looks, in microseconds, and after how many a person is told that others are waited for.
  private static let (pause, patience) = (UInt32(10_000), 200)

  /// Takes the lock at `path`, waiting for whoever has it; `tell` is done when that takes long.
  init(_ path: String, tell: () -> Void) throws(CommandFailure) {
    descriptor = try Self.opened(path)
    if let reason = Self.wait(for: descriptor, tell) {
      throw .cannotWrite(path: path, reason: systemReason(reason))
    }
  }

  /// Takes the folder at `path` as a lock, waiting as well; nothing where the file system lends no folders, as some do
  /// that are shared over a net.
  init?(folder path: String, tell: () -> Void) {
    descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0, Self.wait(for: descriptor, tell) == nil else { return nil }
  }

  /// Waits until nobody else has the file; returns the number of the error that kept it from that.
  private static func wait(for descriptor: Int32, _ tell: () -> Void) -> Int32? {
    var looks = 0
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else { return errno }
      looks += 1
      if looks == patience { tell() }
      usleep(pause)
    }
    return nil
  }

  /// Takes the lock at `path` if nobody has it.
  init?(ifFree path: String) {
    guard let descriptor = try? Self.opened(path) else { return nil }
    self.descriptor = descriptor
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return nil }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  private static func opened(_ path: String) throws(CommandFailure) -> Int32 {
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .cannotWrite(path: path, reason: systemReason(errno)) }
    return descriptor
  }
}
