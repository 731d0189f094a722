import ArgumentParser
import Foundation
import TestSupport

/// Measures an archive of many documents: how long it takes to fill, to search, and to verify beside `sha256sum`.
struct ArchiveBenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive",
    abstract: "测量档案库：归档、查找、核对，核对与 sha256sum 比较。",
    discussion: """
      例：mingce-bench archive --count 100000 --folder bench-archive

      一件占一个文件系统块的几倍：十万件约 8 GB。--folder 里已有的文书和档案库直接使用。
      """
  )

  @Option(name: .long, help: "文书件数。")
  var count = 100_000

  @Option(name: .long, help: "文件夹；测完不删除。")
  var folder: String

  @Option(name: .long, help: "每种查找运行几次，取中位数。")
  var runs = 20

  func run() throws {
    print(Machine.description)
    let table = ResultTable(["归档 \(count) 件", "秒", "每秒"])
    table.printHead()
    try makeDocuments()
    let archive = "\(folder)/archive"
    if !FileManager.default.fileExists(atPath: archive) {
      row("归档", ProcessRun(Machine.program, ["archive", "add", "\(folder)/in"] + place), table)
    }
    for words in Self.searches { search(words, table) }
    // Once without counting, so that both find the files in memory.
    let sums = "find \(archive)/bags -type f -print0 | xargs -0 sha256sum > /dev/null"
    _ = ProcessRun("/bin/sh", ["-c", sums])
    row("sha256sum", ProcessRun("/bin/sh", ["-c", sums]), table)
    row("核对", ProcessRun(Machine.program, ["archive", "verify"] + place), table)
  }

  private var place: [String] { ["--archive", "\(folder)/archive", "--project", Machine.project] }

  /// What is looked for: a common name, a rare character, a number, the unit that all have, all of them at once, nothing.
  private static let searches = [
    ["张伟"], ["㛃"], ["--number", "JZ-2026-000077"], ["精密制造"],
    ["李", "--unit", "示例", "--kind", "证明书", "--from", "2026-01-01"],
    ["--from", "2026-11-01", "--until", "2026-11-30"], ["--until", "2000-01-01"], ["无此人"],
  ]

  private func makeDocuments() throws {
    guard !FileManager.default.fileExists(atPath: "\(folder)/in") else { return }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let records = InventedRecords(count: count, kinds: [.terminate])
    try ByteFile.write(to: "\(folder)/records.jsonl") { file in
      records.forEachPiece(isJSONLines: true) { file.append($0) }
    }
    let printed = ProcessRun(
      Machine.program,
      ["render", "certificate", "\(folder)/records.jsonl", "-o", "\(folder)/in", "--split"]
        + ["--project", Machine.project]
    )
    guard printed.status == 0 else { throw CocoaError(.executableLoad) }
  }

  private func search(_ words: [String], _ table: ResultTable) {
    let found = (0..<runs).map { _ in
      ProcessRun(Machine.program, ["archive", "find"] + words + place)
    }
    let failure = found.first { $0.status != 0 }.map { "（退出码 \($0.status)）" } ?? ""
    table.printRow([
      "查找 " + words.joined(separator: " ") + failure,
      Figure.fixed(Figure.median(found.map(\.seconds)), 4), "—",
    ])
  }

  private func row(_ name: String, _ run: ProcessRun, _ table: ResultTable) {
    let status = run.status == 0 ? "" : "（退出码 \(run.status)）"
    table.printRow([
      name + status, Figure.seconds(run.seconds), Figure.rate(of: count, in: run.seconds),
    ])
  }
}
