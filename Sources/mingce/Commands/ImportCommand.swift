import ArgumentParser
import Diagnostics
import Imports
import Records
import Spreadsheets

/// Turns a filled spreadsheet into a record file.
struct ImportCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "把填好的表格（.xlsx 或 .csv）变成备案记录。",
    discussion: """
      例：mingce import 解除终止.xlsx --employer 单位.json -o 记录.json

      还没有表格的，先用 mingce template 写出空白的，填好再导入。

      有一行不能读入，就什么也不写，退出码为 2；加 --good-rows 时只写入可用的行。
      """
  )

  @Argument(
    help: ArgumentHelp("表格文件，.xlsx 或者 .csv（UTF-8、GBK 都可以）。", valueName: "表格"),
    completion: .file(extensions: ["xlsx", "csv"])
  )
  var sheet: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("输出文件，导入得到的记录（.json）。", valueName: "文件"),
    completion: .file(extensions: ["json"])
  )
  var output: String

  @Option(
    name: .long,
    help: ArgumentHelp("记录文件，取用其中的单位信息；解除、续订还取用其中的劳动合同。", valueName: "记录文件"),
    completion: .file(extensions: ["json", "jsonl"])
  )
  var employer: String

  @Option(name: .long, help: ArgumentHelp("导入模板的名称；不写时按表头判断。", valueName: "模板"))
  var template: String?

  @Option(name: .customLong("sheet"), help: ArgumentHelp("工作表的名称；不写时按表头判断。", valueName: "工作表"))
  var tab: String?

  @Option(
    name: .long,
    help: ArgumentHelp("基准日期，如 2026-11-20；不写时与 --employer 文件相同。", valueName: "日期")
  )
  var asOf: DayArgument?

  @Flag(name: .long, help: "只收可用的行，其余的留下。")
  var goodRows = false

  @OptionGroup var place: ProjectOption

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    let path = try OutputPath(output, endings: ["json"], in: world).file
    let shelf = try TemplateShelf(Project(at: place.project, in: world), in: world)
    let templates = try template.map { name throws(CommandFailure) in [try shelf.template(name)] }
    let base = try world.baseRecords(employer)
    let (found, book) = try openSheet(among: templates ?? shelf.templates, in: world)
    guard let found else { return .problemsFound }
    let outcome: ImportOutcome
    do throws(SpreadsheetFailure) {
      outcome = try importRows(of: found, in: book, file: sheet, base: base, asOf: asOf?.day)
    } catch {
      throw CommandFailure(error, in: sheet)
    }
    outcome.diagnostics.forEach(world.console.complain)
    world.console.say(outcome.summary(found.template))
    guard outcome.rowCount > 0 else {
      world.console.say("没有写入记录：表头下面一行也没有填写。")
      return .problemsFound
    }
    guard outcome.isWhole || (goodRows && outcome.isUsable) else {
      world.console.say("没有写入记录。\(outcome.isUsable ? "改正后重新导入，或者加 --good-rows 只写入可用的行。" : "")")
      return .problemsFound
    }
    try world.write(outcome.records, to: path)
    world.console.say("已写入 \(path)。")
    return outcome.isWhole ? .ok : .problemsFound
  }

  /// Opens the spreadsheet and finds the sheet to take in, telling what is wrong with its headings.
  private func openSheet(
    among templates: [ImportTemplate],
    in world: World
  ) throws(CommandFailure) -> (MatchedSheet?, Spreadsheet) {
    let bytes = try world.bytes(of: sheet)
    do throws(SpreadsheetFailure) {
      let book = try Spreadsheet(bytes)
      let (found, complaints) = try chooseSheet(
        of: book,
        file: sheet,
        among: templates,
        sheetName: tab
      )
      complaints.forEach(world.console.complain)
      if book.hasExternalLinks { world.console.complain(externalLinks) }
      return (found, book)
    } catch {
      throw CommandFailure(error, in: sheet)
    }
  }

  private var externalLinks: Diagnostic {
    Diagnostic(
      "import.externalLinks",
      .warning,
      at: .source(SourceLocation(file: sheet)),
      "工作簿引用了其他文件，没有去读取，用的是文件中存着的值"
    )
  }
}

extension World {
  /// Opens the record file that an import stands on.
  func baseRecords(_ path: String) throws(CommandFailure) -> BaseRecords {
    let (base, complaints) = BaseRecords.open(try bytes(of: path), file: path)
    try settle(complaints)
    guard let base else { throw .unfit([]) }
    return base
  }
}

extension ImportOutcome {
  /// Whether some rows can be used and nothing is wrong beside the others.
  fileprivate var isUsable: Bool { refusedCount < rowCount && !hasFileErrors }

  /// The counts in one line.
  fileprivate func summary(_ template: ImportTemplate) -> Message {
    "\(template.title)：共 \(rowCount) 行，\(rowCount - refusedCount) 行可用，\(refusedCount) 行有错误。"
  }
}
