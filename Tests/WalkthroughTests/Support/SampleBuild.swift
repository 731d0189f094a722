import Foundation

/// Everything that the shipped project makes, built twice for all tests of this module together.
struct SampleBuild: Sendable {
  /// Two projects made and built side by side.
  let projects: [URL]
  /// How each of the two runs of `mingce build` ended.
  let statuses: [Int32]
  /// What the runs said.
  let said: [String]

  /// The one build, or why there is none.
  static let shared = Result { try SampleBuild() }

  /// The output of the first project.
  var output: URL { projects[0].appending(path: "public") }

  private init() throws {
    let top = URL(filePath: Program.mingce.path).deletingLastPathComponent()
      .appending(path: "walkthrough-\(ProcessInfo.processInfo.processIdentifier)")
    try SampleBuild.removeOldFolders(beside: top)
    try FileManager.default.createDirectory(at: top, withIntermediateDirectories: true)
    let projects = ["甲", "乙"].map { top.appending(path: $0) }
    let runs = try projects.map { project in
      let made = try Program.mingce.run(["new", project.lastPathComponent], in: top)
      guard made.status == 0 else { throw ToolFailure(outcome: made) }
      return try Program.mingce.start(["build"], in: project)
    }
    let outcomes = try runs.map { try $0.outcome() }
    self.projects = projects
    statuses = outcomes.map(\.status)
    said = outcomes.map(\.said)
  }

  /// Earlier runs leave their folders for a person to look at; they are dropped here.
  private static func removeOldFolders(beside top: URL) throws {
    let folder = top.deletingLastPathComponent()
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where name.hasPrefix("walkthrough-") {
      try FileManager.default.removeItem(at: folder.appending(path: name))
    }
  }

  /// Returns the paths of all files with the ending `ending` below the output, sorted.
  func files(_ ending: String, below folder: String = "") throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: output.path)
      .filter { $0.hasSuffix(ending) && $0.hasPrefix(folder) }
      .sorted()
  }
}
