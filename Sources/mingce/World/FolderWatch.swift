import Dispatch
import Glibc

/// Waits until something changes below some folders, or the operator ends the program.
///
/// The kernel only wakes us (inotify(7)); what has changed is found by looking, so that no event can be missed or misread.
final class FolderWatch {
  /// Why the waiting came to an end.
  enum Event {
    case change
    case end
  }

  private let world: World
  private let folders: [String]
  private let changes: Int32
  private let ends: (reading: Int32, writing: Int32)
  private var signals: [any DispatchSourceSignal] = []

  /// Begins to watch `folders`; from now on Ctrl-C is an event.
  init(_ folders: [String], in world: World) throws(CommandFailure) {
    (self.folders, self.world) = (folders, world)
    changes = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    var pipes: [Int32] = [-1, -1]
    guard changes >= 0, unsafe pipe(&pipes) == 0 else {
      throw .inputMissing(path: folders.first ?? "", reason: systemReason(errno))
    }
    ends = (pipes[0], pipes[1])
    for number in [SIGINT, SIGTERM] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { [writing = pipes[1]] in unsafe _ = write(writing, "!", 1) }
      source.resume()
      signals.append(source)
    }
    watch()
  }

  deinit {
    signals.forEach { $0.cancel() }
    for descriptor in [changes, ends.reading, ends.writing] { close(descriptor) }
  }

  /// Waits for the next event; changes that come close behind one another, as editors save, are one.
  func wait() -> Event {
    while true {
      guard poll(forever: true) != .end else { return .end }
      repeat { drain() } while poll(forever: false) == .change
      // A new folder may hold files by now; they are found by looking once it is watched.
      watch()
      return .change
    }
  }

  private func poll(forever: Bool) -> Event? {
    var wanted = [changes, ends.reading].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    let count = unsafe Glibc.poll(&wanted, nfds_t(wanted.count), forever ? -1 : 15)
    if wanted[1].revents != 0 { return .end }
    if count < 0, errno == EINTR, forever { return poll(forever: true) }
    return wanted[0].revents != 0 ? .change : nil
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
