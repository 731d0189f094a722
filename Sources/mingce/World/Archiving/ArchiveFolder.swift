import Archive
import CDisk
import Diagnostics
import Digests
import Glibc

/// An archive on the disk.
///
/// - `bags` holds the bags, which never change; each appears by one renaming when all of it is on the disk.
/// - `incoming` holds what is being written, and `incoming/names` the codes of the bags that are about to be moved.
/// - `destroyed` holds the registers of what was destroyed, one after another, which never change either.
/// - `index-N.sqlite` is the index of the greatest N. One that has to be made anew gets a new number, since SQLite would
///   mix up the journals of two files that have had the same name.
/// - `lock` is held by the one process that writes.
struct ArchiveFolder {
  let path: String
  let world: World

  var bags: String { "\(path)/bags" }
  var incoming: String { "\(path)/incoming" }
  /// The codes of the bags that are being moved.
  var names: String { "\(incoming)/names" }
  /// The register of the bags that are being destroyed.
  var order: String { "\(incoming)/order.xml" }
  var destroyed: String { "\(path)/destroyed" }

  /// The bag `code`.
  func bag(_ code: String) -> BagFolder {
    BagFolder(code: code, path: "\(path)/\(bagPath(code))")
  }

  /// Returns whether the document with this digest is kept.
  func holds(_ digest: Digest) -> Bool {
    guard let holding = try? bag(archivalCode(of: digest)).holding() else { return false }
    return holding.digest == digest
  }

  /// Whether there is an archive.
  var exists: Bool { world.isFolder(bags) }

  /// Makes the folders of the archive where they are missing, and says in one of them what all this is.
  func make() throws(CommandFailure) {
    guard !exists else { return }
    try makeFolder(incoming)
    try makeFolder(path)
    if !world.exists("\(path)/README.txt") {
      try world.write(Array(ArchiveFolder.explanation.utf8), to: "\(path)/README.txt")
    }
    try makeFolder(bags)
  }

  /// What somebody reads who finds the folder and has no program of ours.
  private static let explanation = """
    这个文件夹是名册程序（mingce）的档案库。

    bags 里一件文书一个数据包（BagIt，RFC 8493），文件夹名就是档号：文书的 SHA-256 校验值的前16位。
    data 里是文书和数据，metadata.xml 是元数据（DA/T 46-2009），manifest-sha256.txt 是校验值。
    案卷是几件文书合成的数据包，每件在 data 里自己的文件夹里。
    在数据包的文件夹里运行 sha256sum -c manifest-sha256.txt，不用本程序也能核对。

    index-*.sqlite 是索引，可以随时由数据包重建（mingce archive index）；备份时只备份 bags 和 destroyed 也可以。
    destroyed 里是销毁清册：什么时候、由谁批准、销毁了哪些文书，永久保存。
    不要改动、改名、删除 bags 和 destroyed 里的任何文件。

    """

  /// Does `work` as the only process that writes, after what a killed one has left is put in order.
  func whileLocked<Value>(
    _ work: () throws(CommandFailure) -> Value
  ) throws(CommandFailure) -> Value {
    let lock = try FileLock("\(path)/lock") {
      world.console.note("提示：另一个程序正在写入档案库，等候中……")
    }
    defer { withExtendedLifetime(lock) {} }
    try recover()
    return try work()
  }

  /// Puts in order what a killed process has left, unless another process is at work or nothing can be written.
  func recoverIfFree() throws(CommandFailure) {
    guard isUntidy, let lock = FileLock(ifFree: "\(path)/lock") else { return }
    defer { withExtendedLifetime(lock) {} }
    try recover()
  }

  /// Waits until everything that was written to the archive is on the disk.
  func settle() throws(CommandFailure) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotWrite(path: path, reason: systemReason(errno)) }
    defer { close(descriptor) }
    guard syncfs(descriptor) == 0 else {
      throw .cannotWrite(path: path, reason: systemReason(errno))
    }
  }
}
