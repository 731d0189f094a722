import ArgumentParser
import Foundation
import TestSupport

/// Measures whole runs of the program: rosters of growing length, batches, single documents, the portal.
struct RunsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "runs",
    abstract: "用虚构记录运行 mingce，打印耗时、内存峰值和文件大小。",
    discussion: "例：mingce-bench runs --only 名册"
  )

  @Option(name: .long, help: "每项运行几次，取中位数；十万行只运行一次。")
  var runs = 3

  @Option(name: .long, help: "只测名称含有这些字的项目。")
  var only: String?

  func validate() throws {
    guard runs > 0 else { throw ValidationError("次数至少为 1。") }
  }

  func run() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "mingce-bench-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    print(Machine.description)
    let table = ResultTable(["项目", "秒", "每秒条数", "内存峰值 MiB", "输出 MB"])
    table.printHead()
    for scene in Scene.all where only.map(scene.name.contains) ?? true {
      table.printRow(try measure(scene, in: folder))
    }
  }

  private func measure(_ scene: Scene, in folder: URL) throws -> [String] {
    let (input, output) = (folder.appending(path: "in").path, folder.appending(path: "out"))
    if let records = scene.records {
      try ByteFile.write(to: input) { file in
        records.forEachPiece(isJSONLines: scene.isJSONLines) { file.append($0) }
      }
    }
    let times = (0..<(scene.isLong ? 1 : runs)).map { _ in
      try? FileManager.default.removeItem(at: output)
      if scene.needsFolder {
        try? FileManager.default.createDirectory(at: output, withIntermediateDirectories: false)
      }
      return ProcessRun(Machine.program, scene.arguments(input, output.path))
    }
    guard times.allSatisfy({ $0.status == 0 }) else { return [scene.name, "失败"] }
    let median = Figure.median(times.map(\.seconds))
    return [
      scene.name,
      Figure.seconds(median),
      Figure.rate(of: scene.records?.count, in: median),
      Figure.fixed(times.map(\.peakMiB).max() ?? 0, 1),
      Figure.fixed(Double(Machine.bytes(at: output)) / 1e6, 3),
    ]
  }
}
