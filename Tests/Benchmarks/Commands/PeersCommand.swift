import ArgumentParser
import Foundation

/// Runs our program and its peers side by side over the same rows and prints how many times longer they took.
struct PeersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "peers",
    abstract: "同一批记录，mingce 与 typst、ReportLab 轮流运行，打印耗时和倍数。",
    discussion: "先用 make bench-peers 安装对手。例：mingce-bench peers --only 证明书 --skip-long"
  )

  @Option(name: .long, help: "每项运行几次，取中位数；特别长的只运行一次。")
  var runs = 3

  @Option(name: .long, help: "只测名称含有这些字的项目。")
  var only: String?

  @Flag(name: .long, help: "不运行特别长的（typst 排十万行要几分钟和 16 GB 内存）。")
  var skipLong = false

  func validate() throws {
    guard runs > 0 else { throw ValidationError("次数至少为 1。") }
    guard FileManager.default.isExecutableFile(atPath: Machine.peerPython) else {
      throw ValidationError("没有安装对手，请运行 make bench-peers。")
    }
  }

  func run() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "mingce-peers-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    printHeading()
    let table = ResultTable(["项目", "秒", "处理器秒", "内存峰值 MiB", "输出 MB", "文件", "页", "对手/mingce"])
    table.printHead()
    for contest in Contest.all where only.map(contest.scene.name.contains) ?? true {
      try prepare(contest, in: folder)
      show(contest, try measure(contest, in: folder), in: table)
    }
    print(Self.notes)
  }

  private func printHeading() {
    print(Machine.description)
    let day = Date.now.formatted(.iso8601.year().month().day())
    let load = (try? String(contentsOfFile: "/proc/loadavg", encoding: .utf8)) ?? ""
    print("\(day)，开始时负载 \(load.split(separator: " ").first ?? "？")，\(Machine.peerVersions)")
  }

  /// Writes records and texts.
  ///
  /// Another process binds the texts: a large parent would count in its children's memory.
  private func prepare(_ contest: Contest, in folder: URL) throws {
    let records = folder.appending(path: "records").path
    try ByteFile.write(to: records) { file in
      contest.scene.records?.forEachPiece(isJSONLines: contest.scene.isJSONLines) {
        file.append($0)
      }
    }
    guard !contest.peers.isEmpty else { return }
    let texts = folder.appending(path: "texts").path
    let made = ProcessRun(Machine.bench, ["texts", contest.form, records, "-o", texts])
    guard made.status == 0 else { throw SampleFailure(reasons: ["the texts for peers"]) }
  }

  /// Lets all run in turn: what slows the machine down for a while then slows them all.
  private func measure(_ contest: Contest, in folder: URL) throws -> [Showing] {
    var showings = contest.racers.map { _ in Showing() }
    for round in 0..<runs {
      for (index, racer) in contest.racers.enumerated() {
        if racer.isLong && (skipLong || round > 0) { continue }
        showings[index].run(racer, of: contest, in: folder)
      }
    }
    return showings
  }

  private func show(_ contest: Contest, _ showings: [Showing], in table: ResultTable) {
    let ours = showings[0]
    for (index, showing) in showings.enumerated() {
      let racer = contest.racers[index]
      let name = index == 0 ? contest.scene.name : "  \(racer.name)"
      if showing.runs.isEmpty || showing.hasFailed {
        table.printRow([name, showing.runs.isEmpty ? "未运行" : "失败"])
        continue
      }
      let verdict =
        index == 0
        ? Verdict.limits(seconds: showing.seconds, peakMiB: showing.peakMiB, of: contest)
        : Verdict.ratio(of: showing.seconds, to: ours.seconds, goal: racer.goal)
      table.printRow([name] + showing.figures + [verdict])
    }
  }

  private static let notes = """
    秒是墙上时间，倍数由它算出；处理器秒是各核用时之和，机器忙的时候看它。
    说明：对手读的是已经填好、排好序的文字；mingce 从 JSON 读起，包括检查、排序、合计。各栏和文字相同，每页行数相同。
    typst：同样的字体（思源宋体、思源黑体、霞鹜文楷），整形、带标签；行高固定，填写线不保证最短长度，不留盖章处。
    ReportLab canvas：不整形、不折行、不加标签，全部用一个字体（霞鹜文楷：它只认 TrueType 轮廓），一律靠左。
    """
}

extension Showing {
  /// The figures as the table prints them.
  fileprivate var figures: [String] {
    [
      Figure.seconds(seconds), Figure.seconds(processorSeconds), Figure.fixed(peakMiB, 1),
      Figure.fixed(Double(output.bytes) / 1e6, 3), String(output.count),
      output.pages.map { String($0) } ?? "—",
    ]
  }
}
