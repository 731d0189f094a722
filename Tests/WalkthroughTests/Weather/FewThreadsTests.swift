import Foundation
import TestSupport
import Testing

/// Runs with fewer threads than a run would like (RLIMIT_NPROC; getrlimit(2)).
///
/// The limit binds no administrator, so the runs belong to users whom nobody else is: it counts the threads of a user.
private enum FewThreads {
  static let isPossible: Bool = {
    let here = FileManager.default.temporaryDirectory
    return (try? run(["--version"], threads: 1, in: here))?.status == 0
  }()

  /// Runs the program with at most so many threads, its first one included.
  static func run(_ words: [String], threads: Int, in folder: URL) throws -> Program.Outcome {
    try Program.tool("setpriv").run(
      ["--reuid", "\(61_000 + threads)", "--clear-groups", "/bin/bash", "-c"]
        + ["ulimit -u \(threads); exec \"$0\" \"$@\"", Program.mingce.path] + words,
      in: folder
    )
  }
}

@Suite(.enabled(if: FewThreads.isPossible)) struct FewThreadsTests {
  private let project: WeatherProject

  init() throws {
    // So many that rows are made ahead, pages are written behind and streams are compressed beside them.
    project = try WeatherProject(people: 200)
  }

  /// Makes an empty folder that everybody may write into.
  private func makeRoom() throws {
    try project.clear()
    let out = project.folder.file("out").path
    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: out)
  }

  /// With one thread all is done by the caller; with each more one of those that wait for a thread gets it.
  @Test(arguments: [
    ["render", "roster", "a.json", "-o", "out/名册.pdf"],
    ["render", "letter", "a.json", "-o", "out/证明", "--split"],
  ])
  func whatIsPrintedIsTheSame(_ words: [String]) throws {
    let usual = try Program.mingce.run(words, in: project.folder.url)
    #expect(usual.status == 0, "\(usual.said)")
    let expected = try project.folder.contents(of: "out")
    #expect(!expected.isEmpty)
    for threads in 1...6 {
      try makeRoom()
      let run = try FewThreads.run(words, threads: threads, in: project.folder.url)
      #expect(run.status == 0, "\(threads): \(run.said)")
      #expect(run.output == usual.output, "\(threads)")
      #expect(try project.folder.contents(of: "out") == expected, "\(threads)")
    }
  }

  /// Rows are decoded side by side where there are more than a chunk of them.
  @Test func whatIsReadIsTheSame() throws {
    try project.folder.write(RecordFixtures.batchJSON(rows: 600), to: "多.json")
    let usual = try Program.mingce.run(["list", "多.json"], in: project.folder.url)
    #expect(usual.status == 0, "\(usual.said)")
    for threads in 1...6 {
      let run = try FewThreads.run(["list", "多.json"], threads: threads, in: project.folder.url)
      #expect(run.status == 0, "\(threads): \(run.said)")
      #expect(run.output == usual.output, "\(threads)")
    }
  }
}
