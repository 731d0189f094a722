import Diagnostics
import Glibc
import Synchronization

/// The names of all files that builds into an output folder have begun since one of them has come to its end.
///
/// A build that is cut off cannot write down what it made (`BuildLedgerFile`). The next one finds it here, and takes away
/// what it does not make itself, files under temporary names among it. As long as a build has its journal, others into
/// the same folder wait, so that nobody takes away what another is about to make.
final class BuildJournal: Sendable {
  /// The paths that earlier builds have left here.
  let begun: Set<String>
  private let path: String
  private let output: String
  private let turn: FileLock?
  private let descriptor = Mutex<Int32>(-1)

  /// Waits for other builds, and opens the journal of the output folder at `output`; the file is made when it is needed.
  init(of output: String, in world: World) throws(CommandFailure) {
    (self.output, path) = (output + "/", besideOutput(output, "begun"))
    turn = FileLock(folder: world.nearestFolder(above: output)) {
      world.console.note("提示：另一个程序正在生成同一个文件夹，等候中……")
    }
    let text = world.exists(path) ? try world.text(of: path) : ""
    begun = Set(text.split(separator: "\0").map(String.init))
  }

  deinit { descriptor.withLock { if $0 >= 0 { close($0) } } }

  /// Notes the files at `paths`, before they are begun; those that are not below the output folder are left out.
  func note(_ paths: [String]) throws(CommandFailure) {
    let names = paths.filter { $0.hasPrefix(output) }.map { $0.dropFirst(output.count) + "\0" }
    let bytes = Array(names.joined().utf8)
    guard !bytes.isEmpty else { return }
    let reason = try descriptor.withLock { descriptor throws(CommandFailure) in
      if descriptor < 0 { descriptor = try opened() }
      return writeAll(bytes[...], to: descriptor)
    }
    if let reason { throw .cannotWrite(path: path, reason: systemReason(reason)) }
  }

  /// Ends the journal: what it has told is in the ledger now.
  func end() { unsafe unlink(path) }

  private func opened() throws(CommandFailure) -> Int32 {
    // Where there can be no output, no journal is left beside it.
    try makeFolder(String(output.dropLast()))
    try makeFolder(parentFolder(of: path))
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .cannotWrite(path: path, reason: systemReason(errno)) }
    return descriptor
  }
}

/// Returns where something is kept that belongs to the output folder at `output`: beside it, in a folder that nobody
/// publishes.
func besideOutput(_ output: String, _ ending: String) -> String {
  let parts = output.split(separator: "/", omittingEmptySubsequences: true)
  let name = parts.last.map(String.init) ?? "output"
  let above = (output.hasPrefix("/") ? "/" : "") + parts.dropLast().joined(separator: "/")
  return (above.isEmpty ? "" : above == "/" ? "/" : "\(above)/") + ".mingce/\(name).\(ending)"
}

extension World {
  /// The nearest folder above `path` that is there; the one at `path` may come and go meanwhile.
  fileprivate func nearestFolder(above path: String) -> String {
    let above = parentFolder(of: path)
    if above.isEmpty { return "." }
    return isFolder(above) ? above : nearestFolder(above: above)
  }
}
