import ArgumentParser
import Diagnostics
import Records

/// Reads a record file and tells every problem in it.
struct CheckCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "检查备案记录，逐行列出问题。",
    discussion: """
      例：mingce check 记录.json

      有错误的行不能打印，退出码为 2；警告不影响打印。
      """
  )

  @Argument(
    help: ArgumentHelp("记录文件（JSON 或 JSON Lines）；写 - 表示从标准输入读取。", valueName: "记录文件"),
    completion: .file()
  )
  var records: String

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    var report = RecordReport(world: world, showsNotices: true)
    guard try report.read(records) != nil else { return .problemsFound }
    world.console.say(report.summary)
    return report.hasErrors ? .problemsFound : .ok
  }
}
