import ArgumentParser

/// Measures the straight line: whole runs of the program, single stages, and the records to do it with.
@main
struct MingceBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mingce-bench",
    abstract: "测量 mingce 的耗时、内存和输出大小。",
    subcommands: [RunsCommand.self, StagesCommand.self, RecordsCommand.self],
    defaultSubcommand: RunsCommand.self
  )
}
