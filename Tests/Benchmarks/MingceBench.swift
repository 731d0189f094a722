import ArgumentParser

/// Measures the straight line: whole runs, single stages, contests with peers, instructions against a budget.
@main
struct MingceBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mingce-bench",
    abstract: "测量 mingce 的耗时、内存和输出大小。",
    subcommands: [
      RunsCommand.self, StagesCommand.self, PeersCommand.self, BudgetCommand.self,
      ArchiveBenchCommand.self, SignBenchCommand.self, RecordsCommand.self, TextsCommand.self,
      PagesCommand.self, PortalCommand.self,
    ],
    defaultSubcommand: RunsCommand.self
  )
}
