import ArgumentParser
import Calendar
import Diagnostics
import Imports
import Workbooks

/// Lists the import templates, or writes one of them as an empty workbook.
struct TemplateCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: "列出导入模板；给出名称时写出空白的模板（.xlsx）。",
    discussion: """
      例：mingce template jilin-termination -o 解除终止.xlsx

      模板有下拉列表、栏目批注和注意事项；填好后用 mingce import 导入。
      """
  )

  @Argument(help: ArgumentHelp("模板名称；不写时列出全部模板。", valueName: "模板"))
  var name: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("输出文件；不写时为“模板名称.xlsx”。", valueName: "文件"),
    completion: .file(extensions: ["xlsx"])
  )
  var output: String?

  @Option(
    name: .long,
    help: ArgumentHelp("记录文件；写出的职员表单带有其中的工资数据（wages）。", valueName: "记录文件"),
    completion: .file(extensions: ["json"])
  )
  var records: String?

  @OptionGroup var place: ProjectOption

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    let shelf = try TemplateShelf(Project(at: place.project, in: world), in: world)
    guard let name else {
      for template in shelf.templates {
        world.console.say("\(template.name)  \(term: template.title)")
        world.console.say("    \(term: template.summary)")
      }
      return .ok
    }
    let template = try shelf.template(name)
    let path = try OutputPath(output ?? "\(name).xlsx", endings: ["xlsx"], in: world).file
    let rows = try records.map { file throws(CommandFailure) in
      template.rows(from: try world.baseRecords(file))
    }
    if rows?.isEmpty == true {
      world.console.note("警告：\(records ?? "") 中没有可以写入这张模板的数据，写出的是空白模板。")
    }
    try world.write(try template.filledWorkbook(rows ?? []), to: path)
    world.console.say("已写入 \(path)（\(term: template.title)）。")
    return .ok
  }
}

extension ImportTemplate {
  /// Returns the workbook with `rows`, which is the same on every day.
  fileprivate func filledWorkbook(_ rows: [[String]]) throws(CommandFailure) -> [UInt8] {
    guard let day = CivilDate(year: 2026, month: 1, day: 1) else { throw .unfit([]) }
    do throws(WorkbookFailure) {
      return try workbook(madeOn: day, rows: rows)
    } catch {
      throw CommandFailure(error)
    }
  }
}
