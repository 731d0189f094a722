import Diagnostics
import Glibc

/// A file that appears under its name only when it is whole.
///
/// Bytes go to a temporary name in the same folder; `commit` moves it into place. An uncommitted file removes
/// itself, so a failed or interrupted run leaves the old file as it was.
final class AtomicFile {
  let path: String
  private let temporary: String
  private var descriptor: Int32
  private var undoing: Undoing?
  private var buffer: [UInt8] = []

  private static let bufferLimit = 1 << 18

  /// Starts the file at `path`, making the folders above it.
  init(_ path: String) throws(CommandFailure) {
    let temporary = Self.temporaryName(of: path)
    (undoing, descriptor) = try Undoing.begin(undo: { unsafe unlink(temporary) }) {
      () throws(CommandFailure) in
      let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC
      var descriptor = unsafe open(temporary, flags, 0o644)
      if descriptor < 0, errno == ENOENT || errno == ENOTDIR {
        try makeFolder(parentFolder(of: path))
        descriptor = unsafe open(temporary, flags, 0o644)
      }
      guard descriptor >= 0 else { throw .cannotWrite(path: path, reason: systemReason(errno)) }
      return descriptor
    }
    (self.path, self.temporary) = (path, temporary)
  }

  /// The name that the file at `path` has while this process writes it.
  static func temporaryName(of path: String) -> String { "\(path).\(getpid()).part" }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    unsafe unlink(temporary)
  }

  /// Adds `bytes` to the end; a large piece goes straight to the disk.
  func write(_ bytes: [UInt8]) throws(CommandFailure) {
    if buffer.count + bytes.count >= AtomicFile.bufferLimit { try flush() }
    guard bytes.count < AtomicFile.bufferLimit else { return try writeOut(bytes) }
    // Most files come in one piece, which need not be copied.
    if buffer.capacity == 0 { buffer = bytes } else { buffer.append(contentsOf: bytes) }
  }

  /// Adds the UTF-8 bytes of `text` to the end.
  func write(_ text: String) throws(CommandFailure) {
    try write(Array(text.utf8))
  }

  /// Waits until all that was written is on the disk, still under the temporary name.
  func settle() throws(CommandFailure) {
    try flush()
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw failure() }
  }

  /// Finishes the file and gives it its name.
  ///
  /// All bytes are written before the name is given, so a run that is killed at any moment leaves no half file under a
  /// final name. `flushed: false` does not wait for the disk: then a power cut may leave names whose bytes have not got
  /// there, of the last seconds, and the run is to be repeated.
  func commit(flushed: Bool = true) throws(CommandFailure) {
    try flush()
    guard !flushed || fsync(descriptor) == 0 || errno == EINVAL else { throw failure() }
    let closed = close(descriptor)
    descriptor = -1
    defer { undoing = nil }
    guard closed == 0, unsafe rename(temporary, path) == 0 else {
      let reason = errno
      unsafe unlink(temporary)
      throw .cannotWrite(path: path, reason: systemReason(reason))
    }
  }

  private func flush() throws(CommandFailure) {
    try writeOut(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private func writeOut(_ bytes: [UInt8]) throws(CommandFailure) {
    if let reason = writeAll(bytes[...], to: descriptor) { throw failure(reason) }
  }

  private func failure(_ reason: Int32 = errno) -> CommandFailure {
    .cannotWrite(path: path, reason: systemReason(reason))
  }
}

/// Makes `folder` and the folders above it.
func makeFolder(_ folder: String) throws(CommandFailure) {
  guard !folder.isEmpty, !isFolder(folder) else { return }
  try makeFolder(parentFolder(of: folder))
  guard unsafe mkdir(folder, 0o755) != 0 else { return }
  let reason = errno
  // Another run may have made it in the meantime.
  guard reason == EEXIST, isFolder(folder) else {
    throw .cannotWrite(path: folder, reason: systemReason(reason))
  }
}

/// Returns the part of `path` before its last name, empty when there is none.
///
/// Foundation's own way crashes on a path of a single Chinese character.
func parentFolder(of path: String) -> String {
  let slash = UInt8(ascii: "/")
  let above = path.utf8.reversed().drop { $0 == slash }.drop { $0 != slash }
  let folder = above.drop { $0 == slash }
  return folder.isEmpty && !above.isEmpty ? "/" : String(decoding: folder.reversed(), as: UTF8.self)
}

private func isFolder(_ path: String) -> Bool {
  var status = stat()
  return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}
