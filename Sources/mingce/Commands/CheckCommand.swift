import ArgumentParser
import Diagnostics
import Issuing
import Records
import Rules

/// Reads a record file and tells every problem in it.
struct CheckCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "检查备案记录，逐行列出问题；不写记录文件时检查指南。",
    discussion: """
      例：mingce check 记录.json
      例：mingce check                       检查各本指南的链接、图片、章节和写法
      例：mingce check --external            连同指向别的网站的链接，要联网

      有错误的行不能打印，退出码为 2；警告不影响打印。加 -o 问题.xlsx（或者 问题.csv）得到可以用表格打开的清单；\
      上传结果列表用 mingce render upload-results 记录.json -o 结果.pdf 打印。
      """
  )

  @Argument(
    help: ArgumentHelp("记录文件（JSON 或 JSON Lines）；写 - 表示从标准输入读取。", valueName: "记录文件"),
    completion: .file()
  )
  var records: String?

  @Option(
    name: .long,
    help: ArgumentHelp("把有错误的行写回导入模板（.xlsx），并填上失败原因。", valueName: "文件"),
    completion: .file(extensions: ["xlsx"])
  )
  var failedOnly: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "输出格式：text、json、csv、xlsx 或 sarif；不写时看 -o 的扩展名（.txt 是 text），没有就是 text。",
      valueName: "格式"
    )
  )
  var format: CheckFormat?

  @Option(name: .shortAndLong, help: ArgumentHelp("输出文件；不写时写到屏幕。", valueName: "文件"))
  var output: String?

  @Flag(name: .long, help: "按批量上传模板的要求检查。")
  var upload = false

  @Flag(name: .long, help: "检查指南时，连同指向别的网站的链接，要联网。")
  var external = false

  @OptionGroup var hiding: MaskOption

  @OptionGroup var place: ProjectOption

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    let project = try Project(at: place.project, in: world)
    let path = try output.map { path throws(CommandFailure) in
      let endings = (self.format.map { [$0] } ?? CheckFormat.allCases).flatMap(\.endings)
      return try OutputPath(path, endings: endings, in: world)
    }
    let format = self.format ?? path.flatMap { CheckFormat(ending: $0.format) } ?? .text
    guard records == nil || !external else {
      throw .usage("--external 只在检查指南时用，请去掉记录文件")
    }
    guard let records else {
      return try checkGuides(of: project, as: format, to: path?.file, in: world)
    }
    guard failedOnly == nil || hiding.level == .whole else {
      throw .usage("--failed-only 写回的是要改正的原始内容，不能遮盖，请去掉 --mask")
    }
    let workbook = format == .xlsx ? CheckWorkbook() : nil
    guard workbook == nil || output != nil else {
      throw .usage("xlsx 要写入文件，请加 -o，例如 -o 问题.xlsx")
    }
    let returned = try failedOnly.map { path throws(CommandFailure) in
      try OutputPath(path, endings: ["xlsx"], in: world).file
    }
    let paper = try CheckPaper(path?.file, in: world)
    let session = CheckSession(
      report: workbook ?? report(format, of: records, in: world.console.words),
      paper: paper,
      summary: CheckSummary(file: records),
      tellsUnusable: format == .text,
      masking: hiding.level,
      returning: returned.map(FailedRows.init(path:)),
      of: project,
      in: world
    )
    let summary = try session.check(records, by: world.ruleShelf(of: project), isUpload: upload)
    // Without a head that can be used there is no day of the file's own, but there is a report.
    if let workbook {
      try paper.write(workbook.bytes(madeOn: summary.batch?.asOf ?? world.today))
    }
    if let path {
      try paper.finish()
      world.console.say("已写入“\(path.file)”：\(summary.line)")
    }
    return summary.hasErrors ? .problemsFound : .ok
  }

  private func checkGuides(
    of project: Project,
    as format: CheckFormat,
    to path: String?,
    in world: World
  ) throws(CommandFailure) -> ExitStatus {
    let paper = try CheckPaper(path, in: world)
    let status = try GuideCheck(project, asksOutside: external, in: world).run(
      as: format,
      to: paper
    )
    if let path {
      try paper.finish()
      world.console.say("已写入“\(path)”。")
    }
    return status
  }

  private func report(
    _ format: CheckFormat,
    of records: String,
    in words: Vocabulary
  ) -> any CheckReport {
    switch format {
    case .text: CheckText(in: words)
    case .json: CheckJSON()
    case .csv: CheckTable()
    case .xlsx: CheckWorkbook()
    case .sarif: CheckSARIF(file: records, version: Mingce.versionNumber)
    }
  }
}

/// What a check can be written as.
enum CheckFormat: String, CaseIterable, ExpressibleByArgument {
  case text
  case json
  case csv
  case xlsx
  case sarif

  /// How the name of such a file may end.
  var endings: [String] {
    switch self {
    case .text: ["txt", "text"]
    case .sarif: ["sarif", "json"]
    case .json, .csv, .xlsx: [rawValue]
    }
  }

  /// Takes the format that a file's `ending` asks for.
  init?(ending: String) {
    guard let format = Self.allCases.first(where: { $0.endings.contains(ending) }) else {
      return nil
    }
    self = format
  }
}
