import ArgumentParser
import Diagnostics
import Forms
import Issuing
import Records
import Styling

/// Prints one form from a record file.
struct RenderCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "用备案记录打印一张表单。",
    discussion: """
      例：mingce render roster-new 记录.json -o 名册.pdf

      还没有记录的，先写出一份样例，照着改：mingce forms roster-new --sample -o 记录.json

      名册只收审核通过的备案（历史合同导入也收自动通过的），未收的说明条数和原因。\
      证明书和合同一人一份，默认合成一个文件；加 --split 时 -o 是文件夹，一人一个文件。\
      加 --copies 时一联一个文件，联数按表单的规定。
      格式写 svg 或者 png 时一页一张图，文件名后面加页码，例如 名册-1.svg。

      一件事要用的全部文书，用 package: 加名称一次生成，例如 mingce render package:recruit 记录.json -o 文件夹；\
      名称在 content/packages.yaml 里。

      要张贴或者上网的，加 --mask M1（内部）或者 --mask M2（公开）：文字、文件属性、书签和文件名一并遮盖。
      """
  )

  @Argument(help: ArgumentHelp("表单名称，用 mingce forms 查看。", valueName: "表单"))
  var form: String

  @Argument(
    help: ArgumentHelp("记录文件（JSON 或 JSON Lines）；写 - 表示从标准输入读取。", valueName: "记录文件"),
    completion: .file()
  )
  var records: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "输出文件或者文件夹；文件以 .pdf、.html、.svg 或者 .png 结尾，与 --split 同用、成套文书时是文件夹。",
      valueName: "路径"
    )
  )
  var output: String

  @Option(name: .long, help: ArgumentHelp("输出格式；不写时看 -o 的扩展名，没有扩展名就是 pdf。", valueName: "格式"))
  var format: OutputFormats?

  @Flag(name: .long, help: "每条备案单独一个文件。")
  var split = false

  @Flag(name: .long, help: "一式几联，一联一个文件，联次印在页脚。")
  var copies = false

  @Flag(name: .long, help: "网页文件自带样式，不依赖旁边的样式表。")
  var standalone = false

  @Option(name: .long, help: ArgumentHelp("每页文字下面的浅色大字，例如 样张、预览。", valueName: "文字"))
  var watermark: String?

  @OptionGroup var hiding: MaskOption

  @OptionGroup var paper: PaperOptions

  @OptionGroup var pictures: PictureOptions

  @OptionGroup var place: ProjectOption

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    let workshop = try Workshop(Project(at: place.project, in: world), in: world)
    if form.hasPrefix(PackageRun.prefix) {
      try world.requireFolderName(output)
      return try PackageRun(form, workshop, in: world, mask: hiding.level)
        .run(records, into: output)
    }
    var form = try workshop.form(form)
    if let watermark { form.style.watermark = watermark }
    form.mask = hiding.level
    if split, copies { throw .usage("--copies 一联一个文件，--split 一人一个文件，不能同用") }
    if split, form.scope != .filing {
      throw .usage("“\(form.name)”不是一人一份的文书，不能与 --split 同用")
    }
    let path = try filePath(in: world)
    let formats = format?.formats ?? path.flatMap { OutputFormat(rawValue: $0.format) }.map { [$0] }
    try pictures.check(against: formats ?? [.pdf])
    let shelf = try world.ruleShelf(of: workshop.project)
    var builder = SelectionBuilder(form)
    var report = RecordReport(
      world: world,
      shelf: shelf,
      showsNotices: false,
      picking: builder.picker
    )
    let visit = { (row: JudgedRow, batch: Batch) in builder.visit(row, in: batch) }
    // A list of what was refused, and why, is what one makes of a file that is to be mended.
    let read =
      try form.listsOutcomes
      ? report.read(records, visit: visit) : report.readForDocuments(records, visit: visit)
    guard let file = read else { return .problemsFound }
    let run = FormRun(form, of: file, selection: builder.finish())
    world.remark(on: form, for: file.batch.employer)
    tellWhatIsLeftOut(run, report, on: world.console)
    guard !run.isEmpty else {
      let what: Message = form.takesFilings ? "备案" : "内容"
      world.console.note("错误：没有可以打印的\(what)，未生成文件。\(run.kindsInWords)")
      return .problemsFound
    }
    let status = try write(run, to: path, as: formats ?? [.pdf], with: workshop, in: world)
    return status == .ok && report.hasErrors ? .problemsFound : status
  }

  /// Where the file is to stand; nothing where each person's has a name of its own in a folder.
  private func filePath(in world: World) throws(CommandFailure) -> OutputPath? {
    if split {
      try world.requireFolderName(output)
      return nil
    }
    let endings = format?.formats.map(\.rawValue) ?? OutputFormat.endings
    return try OutputPath(output, endings: endings, in: world)
  }

  private func write(
    _ run: FormRun,
    to path: OutputPath?,
    as formats: [OutputFormat],
    with workshop: Workshop,
    in world: World
  ) throws(CommandFailure) -> ExitStatus {
    let printer = try Printer(
      workshop,
      isStandalone: standalone,
      choices: paper.choices,
      pictures: pictures.choices,
      in: world
    )
    guard let path else { return try printEach(run, as: formats, with: printer, on: world.console) }
    if copies {
      return try printCopies(of: run, to: path, as: formats, with: printer, on: world.console)
    }
    for format in formats {
      let ending = path.ending(of: format.rawValue)
      let printed = try printer.print(run, to: path.stem, as: format, ending: ending)
      world.console.say("已生成\(printed.names)：\(printed.content)，\(run.extent)。")
    }
    return .ok
  }

  /// Writes a file for each copy, named for its number.
  private func printCopies(
    of run: FormRun,
    to path: OutputPath,
    as formats: [OutputFormat],
    with printer: Printer,
    on console: Console
  ) throws(CommandFailure) -> ExitStatus {
    for copy in run.form.numberedCopies(for: run.file.batch.profile) {
      var run = run
      run.copy = copy
      for format in formats {
        let printed = try printer.print(
          run,
          to: "\(path.stem)-\(copy.number)",
          as: format,
          ending: path.ending(of: format.rawValue)
        )
        console.say("已生成\(printed.names)：\(copy.label)，\(printed.content)，\(run.extent)。")
      }
    }
    return .ok
  }

  private func printEach(
    _ run: FormRun,
    as formats: [OutputFormat],
    with printer: Printer,
    on console: Console
  ) throws(CommandFailure) -> ExitStatus {
    let count = try printer.printEach(run, into: output, as: formats)
    console.say("已在“\(output)”生成 \(count.written) 个文件。")
    guard count.failed > 0 else { return .ok }
    console.note("错误：有 \(count.failed) 份文书未能生成，原因见上。")
    return .failed
  }

  private func tellWhatIsLeftOut(_ run: FormRun, _ report: RecordReport, on console: Console) {
    if report.hasErrors { console.note(report.summary) }
    for (reason, count) in run.selection.exclusions {
      let title: Message = "\(run.title, meaning: run.title)"
      console.note("提示：\(count) 条备案未收入《\(title)》：\(term: reason.label)。")
    }
  }
}

extension FormRun {
  /// Which filings the form prints, where the records hold none of them.
  fileprivate var kindsInWords: Message {
    let kinds = form.selection.kinds.map { Message(term: $0.label) }
    guard form.takesFilings, !kinds.isEmpty, selection.exclusions.isEmpty else { return "" }
    return "这张表单只印业务类型（kind）是\(kinds.joined(separator: "、"))的备案。"
  }
}
