import ArgumentParser
import Calendar
import Diagnostics
import Forms
import Issuing
import Ledger
import Records

/// Lists the uses of seals, or prints them as a form.
struct SealUsesCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "uses",
    abstract: "列出印章使用记录，或者打印成表：最近三个月的，或者全部。",
    discussion: """
      例：mingce seal uses --all

      例：mingce seal uses -o 印章使用记录.pdf

      记录全部保留在账本里，不会删除。打印用表单 seal-uses，文件编号一栏是文件名和文件校验值的前16位。
      """
  )

  @Flag(help: "列出全部记录。")
  var all = false

  @Option(help: ArgumentHelp("只列这个单位的印章，写统一社会信用代码。", valueName: "代码"))
  var uscc: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("输出文件（.pdf、.html、.svg 或者 .png），打印成表；不写时列在屏幕上。", valueName: "文件")
  )
  var output: String?

  @OptionGroup var options: LedgerOptions

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    let path = try output.map { path throws(CommandFailure) in
      try OutputPath(path, endings: OutputFormat.endings, in: world)
    }
    let place = LedgerPlace(options, in: world)
    let ledger = try place.open(forReading: true)
    let first = all ? nil : world.actionTime().day.addingMonths(-3).description
    let kept = try place.telling { () throws(LedgerFailure) in try ledger.sealUses(since: first) }
    let uses = kept.filter { uscc == nil || $0.seal.facts.ownerCode == uscc }
    if let path { return try print(uses, to: path, in: world) }
    list(uses, in: world)
    return .ok
  }

  private func list(_ uses: [KeptSealUse], in world: World) {
    var table = ListedRows(["时间", "使用人", "印章", "名称", "文件", "文件校验值", "单位"], on: world.console)
    for use in uses {
      table.add([
        use.time, use.use.person, use.seal.number,
        use.seal.facts.name, use.use.file, String(use.use.digest.prefix(16)), use.seal.facts.owner,
      ])
    }
    if !uses.isEmpty { table.show() }
    world.console.say(all ? "共 \(uses.count) 次。" : "最近三个月共 \(uses.count) 次；全部记录用 --all。")
  }

  private func print(
    _ uses: [KeptSealUse],
    to path: OutputPath,
    in world: World
  ) throws(CommandFailure) -> ExitStatus {
    let format = OutputFormat(rawValue: path.format) ?? .pdf
    let source = try SealUseRecord(uses, asOf: world.today.description).source
    let workshop = try Workshop(Project(at: options.place.project, in: world), in: world)
    let form = try workshop.form(SealUseRecord.form)
    var report = RecordReport(world: world, shelf: nil, showsNotices: false)
    var builder = SelectionBuilder(form)
    guard let file = try report.read(source, visit: { builder.visit($0, in: $1) }) else {
      return .problemsFound
    }
    let run = FormRun(form, of: file, selection: builder.finish())
    let printer = try Printer(workshop, isStandalone: true, in: world)
    let printed = try printer.print(run, to: path.stem, as: format, ending: path.ending)
    world.console.say("已生成\(printed.names)：\(printed.content)，\(uses.count) 次。")
    return report.hasErrors ? .problemsFound : .ok
  }
}
