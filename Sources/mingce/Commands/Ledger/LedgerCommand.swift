import ArgumentParser
import Diagnostics
import Issuing
import Ledger
import Records

/// The commands of the ledger itself.
struct LedgerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger",
    abstract: "名册账本：接收历史数据、核对、查看账目。",
    discussion: """
      例：mingce ledger verify

      账本是一个 SQLite 文件，账目只增不改，每一条都带着前一条的校验值。
      """,
    subcommands: [LedgerImportCommand.self, LedgerVerifyCommand.self, LedgerLogCommand.self]
  )
}

/// Takes over filings that other systems have put into rosters.
struct LedgerImportCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "接收历史数据：记录中已生成名册并有名册编号的备案。",
    discussion: """
      例：mingce ledger import 旧数据.json

      接收以后，这些备案不能再进同类名册，它们的续签和解除（终止）可以生成名册。
      """
  )

  @Argument(
    help: ArgumentHelp("记录文件（JSON 或 JSON Lines）；写 - 表示从标准输入读取。", valueName: "记录文件"),
    completion: .file()
  )
  var records: String

  @OptionGroup var options: LedgerOptions

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    let place = LedgerPlace(options, records: records, in: world)
    // Old data were judged when they were handed in.
    var report = RecordReport(world: world, shelf: nil, showsNotices: false)
    var (rows, others) = ([Int](), 0)
    let file = try report.read(records) { row, batch in
      guard case .accepted(let filing) = row.outcome else { return }
      if filing.isInRoster(in: batch) { rows.append(filing.row) } else { others += 1 }
    }
    guard let file else { return .problemsFound }
    if others > 0 {
      world.console.note("提示：\(others) 条备案没有接收：不是审核通过并已生成名册的，或者没有名册编号。")
    }
    guard !rows.isEmpty else {
      world.console.note("错误：没有可以接收的备案。")
      return .problemsFound
    }
    let count = try takeOver(rows, of: file, at: place, world)
    let known = count.known > 0 ? "，另有 \(count.known) 条账本里已有" : ""
    world.console.say("已接收 \(count.taken) 条\(known)。")
    return report.hasErrors ? .problemsFound : .ok
  }

  private func takeOver(
    _ rows: [Int],
    of file: RecordFile,
    at place: LedgerPlace,
    _ world: World
  ) throws(CommandFailure) -> TakeOverCount {
    let ledger = try place.openOrCreate()
    let reader: RowReader
    do throws(ReadFailure) {
      reader = try RowReader(file)
    } catch {
      throw .inputMissing(path: records, reason: error.message)
    }
    let progress = Progress("正在接收", on: world.console)
    defer { progress.finish() }
    var rest = rows[...]
    let traces = ledger.traceMaker()
    return try place.telling { () throws(LedgerFailure) in
      try ledger.takeOver(from: file.batch, at: world.actionTime(file.batch.asOf)) {
        while let row = rest.popFirst() {
          progress.advance(to: rows.count - rest.count, of: rows.count, unit: "条")
          guard case .accepted(let filing) = try reader.outcome(of: row),
            let content = try reader.canonicalJSON(of: row),
            let taken = traces.taken(filing, in: file.batch, content: content)
          else { continue }
          return taken
        }
        return nil
      }
    }
  }
}

/// Looks through the whole ledger.
struct LedgerVerifyCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "核对账本：有没有账目、名册或行被改动、删去、插入或调换。",
    discussion: """
      例：mingce ledger verify --expect 3f2a9c0b1d4e5f60

      --expect 写账本以外留存的校验值（名册上印的校验码、mingce roster list 末行的校验值），\
      可以写几次；它能发现末尾的账目被删去，或者整本账被重写。有问题时退出码为 2。
      """
  )

  @Option(name: .long, help: ArgumentHelp("账本以外留存的校验值，至少16位。", valueName: "校验值"))
  var expect: [String] = []

  @OptionGroup var options: LedgerOptions

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    let place = LedgerPlace(options, in: world)
    let ledger = try place.open(forReading: true)
    let progress = Progress("正在核对账本", on: world.console)
    defer { progress.finish() }
    var problems = 0
    let count = try place.telling { () throws(LedgerFailure) in
      try ledger.verify(
        expecting: expect,
        progress: { progress.advance(to: $0, unit: "条") },
        report: { diagnostic in
          progress.finish()
          problems += 1
          world.console.complain(diagnostic)
        }
      )
    }
    progress.finish()
    let scope: Message = "账目 \(count.entries) 条，名册 \(count.rosters) 份，\(count.rows) 行"
    guard problems == 0 else {
      world.console.say("核对完毕：\(scope)，发现 \(problems) 处问题。请保留账本原样，从备份恢复。")
      return .problemsFound
    }
    world.console.say("核对无误：\(scope)。末条校验值 \(count.lastHash)")
    return .ok
  }
}

/// Lists the entries of the trail.
struct LedgerLogCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "列出账目。",
    discussion: "例：mingce ledger log"
  )

  @OptionGroup var options: LedgerOptions

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    let place = LedgerPlace(options, in: world)
    let ledger = try place.open(forReading: true)
    try place.telling { () throws(LedgerFailure) in
      try ledger.forEachEntry { world.console.say("\($0.line)　\($0.shownSubject)") }
    }
    return .ok
  }
}
