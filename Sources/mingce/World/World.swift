import Diagnostics
import Foundation
import Glibc

/// The one door to the outside: files, folders, environment and console.
struct World {
  let environment: [String: String]
  var console: Console
  /// The language in which the program speaks.
  var language: Language
  /// Keeps the names of files that are begun, while a build is under way.
  var journal: BuildJournal?

  /// Opens the door.
  init(environment: [String: String]) {
    self.environment = environment
    console = Console(environment: environment)
    language = Language(environment: environment)
  }

  /// Returns whether something stands at `path`.
  func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// Returns whether a folder stands at `path`.
  func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// Returns whether `path` is a symbolic link.
  func isLink(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// Returns whether both paths lead to the same thing that is there.
  func isSameFile(_ path: String, _ other: String) -> Bool {
    var (one, two) = (stat(), stat())
    return unsafe stat(path, &one) == 0 && stat(other, &two) == 0 && one.st_dev == two.st_dev
      && one.st_ino == two.st_ino
  }

  /// Returns the names in the folder at `path`, hidden ones left out, in code-point order.
  func names(in path: String) throws(CommandFailure) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: path)
        .filter { !$0.hasPrefix(".") }
        .sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
    } catch {
      throw .inputMissing(path: path, reason: "文件夹不存在或没有权限")
    }
  }

  /// Returns the names of the folders in the folder at `path`, in order; none when there is no such folder.
  func folderNames(in path: String) -> [String] {
    do throws(CommandFailure) {
      return try names(in: path).filter { isFolder("\(path)/\($0)") }
    } catch {
      return []
    }
  }

  /// Returns the paths of all files under `path`, relative to it, in code-point order.
  func filesBelow(_ path: String) throws(CommandFailure) -> [String] {
    do {
      return try FileManager.default.subpathsOfDirectory(atPath: path)
        .filter { !isFolder("\(path)/\($0)") }
        .sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
    } catch {
      throw .inputMissing(path: path, reason: "文件夹不存在或没有权限")
    }
  }

  /// Returns the bytes of the file at `path`.
  func bytes(of path: String) throws(CommandFailure) -> [UInt8] {
    let file = try OpenFile(path)
    return try file.bytes(in: 0..<file.count)
  }

  /// Returns the text of the file at `path`; bytes that are not UTF-8 come out as U+FFFD.
  func text(of path: String) throws(CommandFailure) -> String {
    String(decoding: try bytes(of: path), as: UTF8.self)
  }

  /// Notes at one go that the files at `paths` are begun, and returns the door to write them by.
  func beginning(_ paths: [String]) throws(CommandFailure) -> World {
    try journal?.note(paths.flatMap { [$0, AtomicFile.temporaryName(of: $0)] })
    var world = self
    world.journal = nil
    return world
  }

  /// Begins a new file at `path`.
  func newFile(_ path: String) throws(CommandFailure) -> AtomicFile {
    try journal?.note([path, AtomicFile.temporaryName(of: path)])
    return try AtomicFile(path)
  }

  /// Writes `bytes` as the file at `path`, whole or not at all; `AtomicFile.commit` says what `flushed` is for.
  func write(
    _ bytes: [UInt8],
    to path: String,
    flushed: Bool = true
  ) throws(CommandFailure) {
    let file = try newFile(path)
    try file.write(bytes)
    try file.commit(flushed: flushed)
  }

  /// The folder that holds `content`, `themes` and `fonts` of the installed program.
  ///
  /// It is `MINGCE_HOME` when set, otherwise the nearest folder above the executable that has all three.
  func home() throws(CommandFailure) -> String {
    if let home = environment["MINGCE_HOME"], !home.isEmpty { return home }
    let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    if let folder = enclosingProject(of: executable.deletingLastPathComponent().path) {
      return folder
    }
    throw .inputMissing(
      path: executable.path,
      reason: "找不到随程序提供的 content、themes、fonts 文件夹，可用环境变量 MINGCE_HOME 指明"
    )
  }

  /// The same folder, nothing when there is none: a project that carries everything needs no installed content.
  var homeIfAny: String? {
    do throws(CommandFailure) { return try home() } catch { return nil }
  }

  /// Returns the nearest folder at or above `path` that is a project.
  func enclosingProject(of path: String) -> String? {
    var folder = URL(filePath: path).standardizedFileURL
    while true {
      if exists("\(folder.path)/fonts/fonts.yaml"), isFolder("\(folder.path)/content") {
        return folder.path
      }
      let parent = folder.deletingLastPathComponent().standardizedFileURL
      if parent.path == folder.path { return nil }
      folder = parent
    }
  }

  /// How many processors the program may use.
  var coreCount: Int { ProcessInfo.processInfo.activeProcessorCount }

  /// The folder in which the program was started.
  var currentFolder: String { FileManager.default.currentDirectoryPath }
}
