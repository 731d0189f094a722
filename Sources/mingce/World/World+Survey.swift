import Glibc
import Remaking

/// A file that was found below a folder.
struct SurveyedFile {
  /// The path below the folder.
  var path: String
  /// What the file system says of it.
  var stamp: FileStamp
}

extension World {
  /// Returns all files below `folder` in code-point order, hidden ones and those in hidden folders left out; none when
  /// there is no such folder.
  ///
  /// What editors and systems keep beside files (`.swp`, `.DS_Store`) is hidden. Links to files are files, links to folders
  /// are left out.
  func survey(_ folder: String) -> [SurveyedFile] {
    var found: [SurveyedFile] = []
    walk(folder, below: "", into: &found)
    return found.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// Returns `folder` and all folders below it but hidden ones; none when there is no such folder.
  func foldersBelow(_ folder: String) -> [String] {
    guard isFolder(folder) else { return [] }
    let names = folderNames(in: folder).filter { !isLink("\(folder)/\($0)") }
    return [folder] + names.flatMap { foldersBelow("\(folder)/\($0)") }
  }

  /// Returns what the file system says of the regular file at `path`, behind a link where it is one.
  func stamp(of path: String) -> FileStamp? {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return FileStamp(status)
  }

  /// The clock that stamps files, which moves in steps of some milliseconds, in nanoseconds since 1970.
  var fileClock: Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME_COARSE, &time)
    return time.nanoseconds
  }

  private func walk(_ folder: String, below prefix: String, into found: inout [SurveyedFile]) {
    guard let stream = unsafe opendir(folder) else { return }
    defer { unsafe closedir(stream) }
    while let entry = unsafe readdir(stream) {
      let name = unsafe String(entry)
      guard !name.hasPrefix(".") else { continue }
      let path = "\(folder)/\(name)"
      var status = stat()
      guard unsafe lstat(path, &status) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: walk(path, below: "\(prefix)\(name)/", into: &found)
      case S_IFREG: found.append(SurveyedFile(path: prefix + name, stamp: FileStamp(status)))
      default:
        guard let stamp = stamp(of: path) else { continue }
        found.append(SurveyedFile(path: prefix + name, stamp: stamp))
      }
    }
  }
}

extension String {
  /// Takes the name of an entry of a folder.
  fileprivate init(_ entry: UnsafeMutablePointer<dirent>) {
    self = unsafe withUnsafePointer(to: entry.pointee.d_name) { name in
      unsafe name.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
    }
  }
}

extension FileStamp {
  /// Takes what `stat` says.
  init(_ status: stat) {
    self.init(
      size: Int(status.st_size),
      node: UInt64(status.st_ino),
      modified: status.st_mtim.nanoseconds,
      changed: status.st_ctim.nanoseconds
    )
  }
}

extension timespec {
  /// The time in nanoseconds.
  fileprivate var nanoseconds: Int { tv_sec * 1_000_000_000 + tv_nsec }
}
