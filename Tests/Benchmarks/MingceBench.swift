import ArgumentParser

/// Measures the straight line: whole runs, single stages, instructions against a budget.
@main
struct MingceBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mingce-bench",
    abstract: "测量 mingce 的耗时、内存和输出大小。",
    subcommands: [
      RunsCommand.self, StagesCommand.self, BudgetCommand.self,
      RecordsCommand.self,
    ],
    defaultSubcommand: RunsCommand.self
  )
}
