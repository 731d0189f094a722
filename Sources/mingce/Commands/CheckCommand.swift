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

  @Option(
    name: .long,
    help: ArgumentHelp("把有错误的行写回导入模板（.xlsx），并填上失败原因。", valueName: "文件"),
    completion: .file(extensions: ["xlsx"])
  )
  var failedOnly: String?

  @OptionGroup var place: ProjectOption

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    let project = Project(at: place.project, in: world)
    let shelf = try world.ruleShelf(of: project)
    var report = RecordReport(world: world, shelf: shelf, showsNotices: true)
    var failed = failedOnly.map(FailedRows.init(path:))
    let read = try report.read(records) { outcome, _ in failed?.note(outcome) }
    guard let file = read else { return .problemsFound }
    world.console.say(report.summary)
    if let failed {
      let templates = try TemplateShelf(project, in: world).templates
      try failed.write(file, templates: templates, in: world)
    }
    return report.hasErrors ? .problemsFound : .ok
  }
}
