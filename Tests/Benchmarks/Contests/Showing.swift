import Foundation

/// How a racer did in a contest: its runs, and what it made in the last of them.
struct Showing {
  private(set) var runs: [ProcessRun] = []
  private(set) var output = MadeFiles()

  var hasFailed: Bool { runs.contains { $0.status != 0 } }
  var seconds: Double { Figure.median(runs.map(\.seconds)) }
  var processorSeconds: Double { Figure.median(runs.map(\.processorSeconds)) }
  var peakMiB: Double { runs.map(\.peakMiB).max() ?? 0 }

  /// Runs `racer` once more over what stands in `folder`; its output does not stay.
  mutating func run(_ racer: Racer, of contest: Contest, in folder: URL) {
    let target = folder.appending(path: contest.outputName)
    defer { try? FileManager.default.removeItem(at: target) }
    let arguments = racer.arguments(
      folder.appending(path: "records").path,
      folder.appending(path: "texts").path,
      target.path
    )
    runs.append(ProcessRun(racer.program, arguments))
    output = MadeFiles(at: target)
  }
}

extension Contest {
  /// The name of what is made.
  fileprivate var outputName: String {
    isSplit ? "made" : scene.name.hasSuffix("网页") ? "made.html" : "made.pdf"
  }
}
