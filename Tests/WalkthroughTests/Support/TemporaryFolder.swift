import Foundation

/// A folder that lasts as long as the test that made it.
final class TemporaryFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "mingce-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// Returns the place of `name` in the folder.
  func file(_ name: String) -> URL { url.appending(path: name) }

  /// Writes `text` to `name`, making the folders above it.
  func write(_ text: String, to name: String) throws {
    let place = file(name)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: place)
  }

  /// Returns the text of the file `name`.
  func text(of name: String) throws -> String {
    try String(contentsOf: file(name), encoding: .utf8)
  }

  /// Returns whether something is called `name`.
  func holds(_ name: String) -> Bool { FileManager.default.fileExists(atPath: file(name).path) }

  /// Returns the names of all files below the folder, sorted.
  func names(in folder: String = "") throws -> [String] {
    try contents(of: folder).keys.sorted()
  }

  /// Returns every file below the folder with its bytes, by its relative path.
  func contents(of folder: String) throws -> [String: Data] {
    try fileContents(below: folder.isEmpty ? url : file(folder))
  }
}

/// Returns every file below `top` with its bytes, by its relative path.
func fileContents(below top: URL) throws -> [String: Data] {
  var contents: [String: Data] = [:]
  for path in try FileManager.default.subpathsOfDirectory(atPath: top.path) {
    let place = top.appending(path: path)
    if (try place.resourceValues(forKeys: [.isRegularFileKey])).isRegularFile == true {
      contents[path] = try Data(contentsOf: place)
    }
  }
  return contents
}
