import ArgumentParser
import Foundation

/// Builds the portal of invented guides, side by side with Hugo and Pagefind.
struct PortalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "portal",
    abstract: "同样的指南，轮流由 mingce 和 Hugo 加 Pagefind 生成门户和搜索索引。",
    discussion: "先运行 Tests/Benchmarks/Peers/setup .build/bench-peers；make bench-portal 会一起做。"
  )

  @Option(name: .long, help: "页数，几种用逗号分开。")
  var pages = "1000,5000"

  @Option(name: .long, help: "每种运行几次，取中位数。")
  var runs = 3

  @Flag(name: .long, help: "只运行 mingce。")
  var alone = false

  func run() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "mingce-portal-\(getpid())")
    defer { try? FileManager.default.removeItem(at: folder) }
    print(Machine.description)
    if !alone { print(Machine.peerVersions) }
    let table = ResultTable(["项目", "秒", "处理器秒", "内存峰值 MiB"])
    table.printHead()
    for count in pages.split(separator: ",").compactMap({ Int($0) }) {
      let race = PortalRace(count: count, folder: folder.appending(path: "\(count)"))
      try race.prepare(withPeer: !alone)
      let results = race.results(runs: runs, withPeer: !alone)
      for (name, result) in results { table.printRow([name] + result.figures) }
      let times = Dictionary(results.map { ($0.name, $0.result.seconds) }) { first, _ in first }
      if let ours = times[PortalRace.clean], let hugo = times[PortalRace.hugo],
        let search = times[PortalRace.pagefind]
      {
        print("Hugo 加 Pagefind 是 mingce 的 \(Figure.fixed((hugo + search) / ours, 1)) 倍")
      }
    }
  }
}

/// The same guides for both, and what each has to do with them.
private struct PortalRace {
  static let clean = "mingce 全部生成"
  static let again = "mingce 没有变化"
  static let edited = "mingce 改了一页"
  static let hugo = "Hugo"
  static let pagefind = "Pagefind（中文）"

  let count: Int
  let folder: URL

  private var ours: String { folder.appending(path: "ours").path }
  private var theirs: String { folder.appending(path: "theirs").path }

  func prepare(withPeer: Bool) throws {
    try InventedGuides(count: count, flavour: .mingce).write(to: URL(filePath: ours))
    if withPeer {
      try InventedGuides(count: count, flavour: .hugo).write(to: URL(filePath: theirs))
    }
  }

  /// Lets all run in turn, so that what slows the machine down for a while slows them all.
  func results(runs: Int, withPeer: Bool) -> [(name: String, result: Result)] {
    let names =
      [Self.clean, Self.again, Self.edited] + (withPeer ? [Self.hugo, Self.pagefind] : [])
    var results = names.map { _ in Result() }
    for round in 0..<runs {
      for (index, name) in names.enumerated() { results[index].add(run(name, round)) }
    }
    return zip(names, results).map { ($0, $1) }
  }

  private func run(_ name: String, _ round: Int) -> ProcessRun {
    let build = ["build", "--no-pdf", "--project", ours, "-o", "\(ours)/public"]
    switch name {
    case Self.clean:
      remove("\(ours)/public", "\(ours)/.mingce")
      return ProcessRun(Machine.program, build)
    case Self.again: return ProcessRun(Machine.program, build)
    case Self.edited:
      let page = URL(filePath: "\(ours)/content/guides/s00/p00000.md")
      let text = (try? String(contentsOf: page, encoding: .utf8)) ?? ""
      try? Data((text + "\n第 \(round) 次改动。\n").utf8).write(to: page)
      return ProcessRun(Machine.program, build)
    case Self.hugo:
      remove("\(theirs)/public")
      return ProcessRun(Machine.peerTool("hugo"), ["--quiet", "--source", theirs])
    default:
      return ProcessRun(
        Machine.peerPython,
        ["-m", "pagefind", "--silent", "--site", "\(theirs)/public"]
      )
    }
  }

  private func remove(_ paths: String...) {
    for path in paths { try? FileManager.default.removeItem(atPath: path) }
  }

  struct Result {
    private var runs: [ProcessRun] = []

    mutating func add(_ run: ProcessRun) { runs.append(run) }

    var seconds: Double { Figure.median(runs.map(\.seconds)) }

    /// The figures as the table prints them.
    var figures: [String] {
      guard runs.allSatisfy({ $0.status == 0 }) else { return ["失败"] }
      let processor = Figure.median(runs.map(\.processorSeconds))
      let peak = runs.map(\.peakMiB).max() ?? 0
      return [Figure.seconds(seconds), Figure.seconds(processor), Figure.fixed(peak, 1)]
    }
  }
}
