import Diagnostics
import Glibc

/// Everything below a folder but folders, as paths relative to it, in the order of their bytes.
///
/// Foundation's own walk takes longer than hashing what it finds.
struct FolderWalk {
  /// Plain files.
  private(set) var files: [String] = []
  /// Whatever else there is, such as links, which are never followed.
  private(set) var others: [String] = []

  /// Walks through the folder at `path`.
  init(_ path: String) throws(CommandFailure) {
    var waiting = [""]
    while let folder = waiting.popLast() {
      for entry in try folderEntries("\(path)/\(folder)") {
        let name = folder.isEmpty ? entry.name : "\(folder)/\(entry.name)"
        switch entry.kind {
        case .folder: waiting.append(name)
        case .file: files.append(name)
        case .other: others.append(name)
        }
      }
    }
    files.sort()
    others.sort()
  }
}

/// Something in a folder.
struct FolderEntry {
  /// What it is; a link is neither a file nor a folder.
  enum Kind { case file, folder, other }

  var name: String
  var kind: Kind
}

/// Returns what the folder at `path` holds, hidden things included, in no order.
func folderEntries(_ path: String) throws(CommandFailure) -> [FolderEntry] {
  guard let folder = unsafe opendir(path) else {
    throw .inputMissing(path: path, reason: systemReason(errno))
  }
  defer { unsafe closedir(folder) }
  var entries: [FolderEntry] = []
  while let entry = unsafe readdir(folder) {
    let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
      unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    guard name != ".", name != ".." else { continue }
    let kind = unsafe kind(of: "\(path)/\(name)", told: Int(entry.pointee.d_type))
    entries.append(FolderEntry(name: name, kind: kind))
  }
  return entries
}

/// Returns what stands at `path`; some file systems do not tell along with the name.
private func kind(of path: String, told: Int) -> FolderEntry.Kind {
  switch told {
  case Int(DT_REG): return .file
  case Int(DT_DIR): return .folder
  case Int(DT_UNKNOWN):
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return .other }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  default: return .other
  }
}

/// Takes away the folder at `path` and all in it, as far as that can be done.
func removeFolder(_ path: String) {
  for entry in (try? folderEntries(path)) ?? [] { removeEntry(entry, in: path) }
  unsafe rmdir(path)
}

/// Takes away what stands in `folder`; of a link only the link, never what it leads to.
func removeEntry(_ entry: FolderEntry, in folder: String) {
  let path = "\(folder)/\(entry.name)"
  if entry.kind == .folder { removeFolder(path) } else { unsafe unlink(path) }
}
