import ArgumentParser

/// Measures single stages of the line, each over a sample of its own.
struct StagesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stages",
    abstract: "逐个测量各阶段；比较改动前后请用 valgrind --tool=callgrind 数指令。",
    discussion: "例：mingce-bench stages --only decode --runs 1"
  )

  @Option(name: .long, help: "每个阶段运行几次，取中位数。")
  var runs = 5

  @Option(name: .long, help: "只测这个阶段。")
  var only: String?

  func validate() throws {
    guard runs > 0 else { throw ValidationError("次数至少为 1。") }
    let names = StageBenchmark.all.map(\.name)
    guard only.map(names.contains) ?? true else {
      throw ValidationError("没有这个阶段，可用的有：\(names.joined(separator: "、"))。")
    }
  }

  func run() throws {
    print(Machine.description)
    let table = ResultTable(["阶段", "毫秒", "数量", "单位", "每秒"])
    table.printHead()
    var times: [(name: String, seconds: Double)] = []
    for stage in StageBenchmark.all where only == nil || only == stage.name {
      let (seconds, row) = try measure(stage)
      table.printRow(row)
      times.append((stage.name, seconds))
    }
    if only == nil { print(Self.shares(of: times)) }
  }

  /// Tells where the time of a roster goes, as if one thread did all.
  static func shares(of times: [(name: String, seconds: Double)]) -> String {
    let line = times.filter { StageBenchmark.rosterLine.contains($0.name) }
    let whole = line.reduce(0) { $0 + $1.seconds }
    return "名册 \(StageSample.rowCount) 行各阶段所占："
      + line.map { "\($0.name) \(Figure.percent($0.seconds, of: whole))" }.joined(separator: "，")
  }

  private func measure(_ stage: StageBenchmark) throws -> (seconds: Double, row: [String]) {
    let work = try stage.prepare()
    var seconds: [Double] = []
    var count = 0
    for _ in 0..<runs {
      let start = ContinuousClock.now
      count = try work()
      seconds.append((ContinuousClock.now - start) / .seconds(1))
    }
    let median = Figure.median(seconds)
    let row = [
      stage.name, Figure.fixed(median * 1000, 2), String(count), stage.unit,
      Figure.rate(of: count, in: median),
    ]
    return (median, row)
  }
}
