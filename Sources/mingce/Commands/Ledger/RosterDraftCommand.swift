import ArgumentParser
import Diagnostics
import Forms
import Issuing
import Ledger
import Records
import Styling

/// The form, the records and the file of a roster command.
struct RosterArguments: ParsableArguments {
  @Argument(help: ArgumentHelp("表单名称，用 mingce forms 查看。", valueName: "表单"))
  var form: String

  @Argument(
    help: ArgumentHelp("记录文件（JSON 或 JSON Lines）；写 - 表示从标准输入读取。", valueName: "记录文件"),
    completion: .file()
  )
  var records: String

  @Option(name: .shortAndLong, help: ArgumentHelp("输出文件，PDF。", valueName: "文件"))
  var output: String

  @Flag(name: .long, help: "没有可收的备案时也生成空名册。")
  var allowEmpty = false

  @Flag(name: .long, help: "只收可用的行，其余的留下。")
  var goodRows = false

  @OptionGroup var options: LedgerOptions
}

/// Prints a roster to be looked at: watermark 预览, no number, nothing saved.
struct RosterDraftCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft",
    abstract: "生成预览名册：印“预览”水印，不编号，不登记。",
    discussion: """
      例：mingce roster draft roster-new 记录.json -o 预览.pdf

      不能进入名册的行照样列出原因，预览只收其余的行。加 --no-ledger 时不查账本。

      要张贴征求意见的，加 --mask M1 遮盖个人信息。保存和重印的名册是存档的依据，不能遮盖；\
      公示用 mingce render 加 --mask 另印。
      """
  )

  @OptionGroup var arguments: RosterArguments

  @Flag(name: .long, help: "不用账本，只看记录本身。")
  var noLedger = false

  @OptionGroup var hiding: MaskOption

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    let path = try pdfPath(arguments.output, in: world)
    let job = try RosterJob(
      form: arguments.form,
      masked: hiding.level,
      at: arguments.options.place,
      in: world
    )
    let place = LedgerPlace(arguments.options, records: arguments.records, in: world)
    let ledger = noLedger ? nil : try place.openIfPresent()
    guard let reading = try job.read(arguments.records, with: ledger, at: place) else {
      return .problemsFound
    }
    job.tell(reading)
    let sizes = job.rules.sizeDiagnostics(
      count: reading.rows.count,
      allowsEmpty: arguments.allowEmpty
    )
    sizes.forEach(world.console.complain)
    guard !sizes.contains(where: { $0.severity == .error }) else { return .problemsFound }
    var run = try job.run(over: job.freeze(reading))
    run = FormRun(run.form.watermarked("预览"), of: run.file, selection: run.selection)
    let printer = try Printer(job.workshop, isStandalone: false, in: world)
    let pageCount = try printer.printPDF(run, to: path)
    world.console.say("已生成预览“\(path)”：\(pageCount) 页，\(reading.rows.count) 人。没有编号，没有登记。")
    return reading.judgement.diagnostics.isEmpty ? .ok : .problemsFound
  }
}

extension RosterJob {
  /// Tells why rows may not enter, and how many are left out silently.
  func tell(_ reading: Reading) {
    reading.judgement.diagnostics.forEach(world.console.complain)
    for (reason, count) in reading.exclusions where [.void, .revoked].contains(reason) {
      world.console.note(
        "提示：\(count) 条备案未收入《\(form.title(for: reading.file.batch.profile))》：\(term: reason.label)。"
      )
    }
  }
}

/// Returns the path that a roster is written to, which must be that of a PDF.
func pdfPath(_ output: String, in world: World) throws(CommandFailure) -> String {
  try OutputPath(output, endings: [OutputFormat.pdf.rawValue], in: world).file
}

extension Form {
  /// Returns the form with `text` as its watermark.
  func watermarked(_ text: String) -> Form {
    var form = self
    form.style.watermark = text
    return form
  }
}
