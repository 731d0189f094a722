import Foundation

/// Runs programs the way a person does: words on the command line, text from standard input, an exit status back.
struct Program {
  /// What a run left behind.
  struct Outcome {
    var status: Int32
    var output: String
    var complaints: String
  }

  let path: String

  /// The program under test, built beside the test bundle.
  static let mingce = Program(
    path: URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "mingce").path
  )

  /// Runs the program in `folder`; its output goes through files, so that no pipe can fill up.
  func run(
    _ arguments: [String],
    in folder: URL,
    input: Data = Data(),
    environment: [String: String] = [:]
  ) throws -> Outcome {
    let scratch = try TemporaryFolder()
    let names = (scratch.file("in"), scratch.file("out"), scratch.file("err"))
    try input.write(to: names.0)
    try Data().write(to: names.1)
    try Data().write(to: names.2)

    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: names.0)
    process.standardOutput = try FileHandle(forWritingTo: names.1)
    process.standardError = try FileHandle(forWritingTo: names.2)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: names.1), as: UTF8.self),
      complaints: String(decoding: try Data(contentsOf: names.2), as: UTF8.self)
    )
  }
}

/// A folder that lasts as long as the test that made it.
final class TemporaryFolder {
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

  /// Returns every file below the folder with its bytes, by its relative path.
  func contents(of folder: String) throws -> [String: Data] {
    let top = file(folder)
    var contents: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: top.path) {
      let place = top.appending(path: path)
      if (try place.resourceValues(forKeys: [.isRegularFileKey])).isRegularFile == true {
        contents[path] = try Data(contentsOf: place)
      }
    }
    return contents
  }
}
