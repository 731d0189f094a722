import Foundation

/// Runs programs the way a person does: words on the command line, text from standard input, an exit status back.
struct Program {
  /// What a run left behind.
  struct Outcome {
    var status: Int32
    var output: String
    var complaints: String

    /// Everything that the run said.
    var said: String { output + complaints }
  }

  let path: String

  /// The program under test, which the package builds beside the test bundle.
  static let mingce = Program(path: builtProgram("mingce"))

  /// Returns the path of the program that is found on the search path under `name`.
  static func tool(_ name: String) -> Program {
    let folders = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin"
    let paths = folders.split(separator: ":").map { "\($0)/\(name)" }
    return Program(path: paths.first { isProgram($0) } ?? "/usr/bin/\(name)")
  }

  /// Runs the program in `folder`; its output goes through files, so that no pipe can fill up.
  @discardableResult
  func run(
    _ arguments: [String],
    in folder: URL,
    input: Data = Data(),
    environment: [String: String] = [:]
  ) throws -> Outcome {
    let run = try start(arguments, in: folder, input: input, environment: environment)
    return try run.outcome()
  }

  /// Starts the program in `folder` and does not wait for it.
  func start(
    _ arguments: [String],
    in folder: URL,
    input: Data = Data(),
    environment: [String: String] = [:]
  ) throws -> Run {
    let scratch = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    // Whoever runs the tests may have the program speak English; they read Chinese unless they ask otherwise.
    process.environment = ProcessInfo.processInfo.environment
      .merging(["LC_ALL": "C.UTF-8"]) { $1 }.merging(environment) { $1 }
    for (name, data) in [("in", input), ("out", Data()), ("err", Data())] {
      try data.write(to: scratch.file(name))
    }
    process.standardInput = try FileHandle(forReadingFrom: scratch.file("in"))
    process.standardOutput = try FileHandle(forWritingTo: scratch.file("out"))
    process.standardError = try FileHandle(forWritingTo: scratch.file("err"))
    try process.run()
    return Run(process: process, scratch: scratch)
  }

  /// A program on its way.
  struct Run {
    let process: Process
    fileprivate let scratch: TemporaryFolder

    /// Waits for the end.
    func outcome() throws -> Outcome {
      process.waitUntilExit()
      return Outcome(
        status: process.terminationStatus,
        output: String(decoding: try Data(contentsOf: scratch.file("out")), as: UTF8.self),
        complaints: String(decoding: try Data(contentsOf: scratch.file("err")), as: UTF8.self)
      )
    }
  }
}

/// Returns the program `name` in the nearest folder at or above this test program.
private func builtProgram(_ name: String) -> String {
  var folder = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
  while folder.path != "/" {
    folder.deleteLastPathComponent()
    let path = folder.appending(path: name).path
    if isProgram(path) { return path }
  }
  return name
}

private func isProgram(_ path: String) -> Bool {
  var isFolder: ObjCBool = false
  let exists = unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
  return exists && !isFolder.boolValue && FileManager.default.isExecutableFile(atPath: path)
}
