import Diagnostics
import Glibc

/// Waits until something changes below some folders.
///
/// The kernel only wakes us (inotify(7)); what has changed is found by looking, so that no event can be missed or misread.
final class FolderWatch {
  private let world: World
  private let folders: [String]
  private let changes: Int32

  /// Begins to watch `folders`.
  init(_ folders: [String], in world: World) throws(CommandFailure) {
    (self.folders, self.world) = (folders, world)
    changes = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard changes >= 0 else {
      throw .inputMissing(path: folders.first ?? "", reason: systemReason(errno))
    }
    watch()
  }

  deinit { close(changes) }

  /// Waits for the next change; changes that come close behind one another, as editors save, are one.
  func wait() {
    while !hasChange(within: -1) {}
    repeat { drain() } while hasChange(within: 15)
    // A new folder may hold files by now; they are found by looking once it is watched.
    watch()
  }

  /// Returns whether something has changed, or does so within some milliseconds; -1 is for ever.
  private func hasChange(within milliseconds: Int32) -> Bool {
    var wanted = pollfd(fd: changes, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&wanted, 1, milliseconds) > 0
  }

  private func drain() {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while unsafe read(changes, &buffer, buffer.count) > 0 {}
  }

  /// Watches all folders; to watch one again changes nothing.
  private func watch() {
    let mask = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_ATTRIB
    for folder in folders.flatMap(world.foldersBelow) {
      unsafe inotify_add_watch(changes, folder, UInt32(mask))
    }
  }
}
