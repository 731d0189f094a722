import ArgumentParser
import Diagnostics

/// The commands of the archive.
struct ArchiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive",
    abstract: "档案库：归档、查找、查看、导出、核对、到期销毁文书。",
    discussion: """
      例：mingce archive add 合同/*.pdf
          mingce archive find 张三

      一件文书一个数据包（BagIt）：文书、数据、签名证据、核对结果和元数据；几件可以合成一卷。数据包只增不改，到期的按批准的清册销毁。
      """,
    subcommands: [
      ArchiveAddCommand.self, ArchiveFindCommand.self, ArchiveShowCommand.self,
      ArchiveExportCommand.self, ArchiveVerifyCommand.self, ArchiveRenewCommand.self,
      ArchiveDueCommand.self, ArchiveDestroyCommand.self, ArchiveIndexCommand.self,
    ]
  )
}

/// Makes the index anew.
struct ArchiveIndexCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "由数据包重建索引。",
    discussion: """
      例：mingce archive index

      索引丢失、损坏时会自动重建，一般不用这条命令；从备份恢复了数据包以后运行一次。
      """
  )

  @OptionGroup var options: ArchiveOptions

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    let archive = try options.existing(in: world)
    let (count, unreadable) = try archive.whileLocked { () throws(CommandFailure) in
      try archive.rebuildIndex()
    }
    for code in unreadable {
      world.console.note("错误：数据包 \(code) 的元数据读不出来，没有编入索引；请用 mingce archive verify \(code) 核对。")
    }
    world.console.say("已重建索引：\(count) 件。")
    return unreadable.isEmpty ? .ok : .problemsFound
  }
}
