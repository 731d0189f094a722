import ArgumentParser
import Foundation
import TestSupport

/// Counts the instructions of small fixed tasks and holds them against the budget that is kept with the sources.
struct BudgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "budget",
    abstract: "用 valgrind 数几件固定小事的指令数，超过预算就失败；--write 改写预算。"
  )

  @Flag(name: .long, help: "把这次的指令数写成新的预算。")
  var write = false

  @Option(name: .long, help: "允许超出百分之几。")
  var margin = 8.0

  private var file: URL { URL(filePath: "\(Machine.project)/Tests/Benchmarks/budget.txt") }

  func run() throws {
    let counts = try counted()
    if write {
      let comment = "由 make bench-budget 生成：mingce 做这些小事的指令数（callgrind）。不要手改。"
      let text = InstructionBudget(counts: counts).text(comment: comment)
      return try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let budget = try InstructionBudget(text: try String(contentsOf: file, encoding: .utf8))
    let table = ResultTable(["项目", "预算", "这次", "增减"])
    table.printHead()
    let isKept = GuardedTask.all.map { show($0.name, counts, budget, in: table) }
    guard isKept.allSatisfy({ $0 }) else { throw ExitCode.failure }
  }

  private func counted() throws -> [String: Int] {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "mingce-budget-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let callgrind = try Callgrind(in: folder)
    var counts: [String: Int] = [:]
    for task in GuardedTask.all {
      guard let count = try callgrind.instructions(of: task.scene) else {
        throw SampleFailure(reasons: ["valgrind, \(task.name)"])
      }
      counts[task.name] = count
    }
    return counts
  }

  /// Prints a line and returns whether the budget is kept.
  private func show(
    _ name: String,
    _ counts: [String: Int],
    _ budget: InstructionBudget,
    in table: ResultTable
  ) -> Bool {
    let count = counts[name] ?? 0
    let judgement = budget.judgement(of: name, count: count, margin: margin / 100)
    let old = budget.counts[name].map(InstructionBudget.grouped) ?? "没有"
    table.printRow([name, old, InstructionBudget.grouped(count), judgement.label])
    switch judgement {
    case .within, .under: return true
    case .over, .unknown: return false
    }
  }
}

extension InstructionBudget.Judgement {
  /// The judgement in words.
  fileprivate var label: String {
    switch self {
    case .within(let change): percent(change)
    case .over(let change): "\(percent(change))，超出预算"
    case .under(let change): "\(percent(change))，请运行 make bench-budget"
    case .unknown: "预算里没有，请运行 make bench-budget"
    }
  }

  private func percent(_ change: Double) -> String {
    let sign = change < 0 ? "-" : "+"
    return sign + Figure.fixed(abs(change) * 100, 1) + " %"
  }
}
