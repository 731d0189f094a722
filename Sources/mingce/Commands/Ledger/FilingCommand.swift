import ArgumentParser
import Diagnostics
import Issuing
import Ledger
import Records

/// The commands of single filings in the ledger.
struct FilingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "filing",
    abstract: "备案的作废和撤销，记入账本。",
    discussion: """
      例：mingce filing void jilin-001 记录.json --reason 重复申报

      未审核和审核不通过的可以作废；审核通过的在期限内可以撤销。
      """,
    subcommands: [FilingVoidCommand.self, FilingRevokeCommand.self]
  )
}

/// One filing of a record file.
struct FilingArguments: ParsableArguments {
  @Argument(help: ArgumentHelp("备案编号，即记录中的 id。", valueName: "编号"))
  var id: String

  @Argument(
    help: ArgumentHelp("记录文件（JSON 或 JSON Lines）；写 - 表示从标准输入读取。", valueName: "记录文件"),
    completion: .file()
  )
  var records: String

  @Option(name: .long, help: ArgumentHelp("原因，记入账目。", valueName: "文字"))
  var reason: String

  @OptionGroup var options: LedgerOptions

  /// The filing with its head and its canonical text.
  struct Found {
    let filing: Filing
    let batch: Batch
    let content: [UInt8]
    let place: LedgerPlace
    let reason: String
  }

  /// Reads the records and finds the filing.
  func find(in world: World) throws(CommandFailure) -> Found? {
    let reason = try checkedReason(reason)
    guard let (filing, file) = try world.filing(id, in: records) else { return nil }
    return Found(
      filing: filing,
      batch: file.batch,
      content: try file.canonical(filing.row),
      place: LedgerPlace(options, records: records, in: world),
      reason: reason
    )
  }
}

/// Declares a filing void before its approval.
struct FilingVoidCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "void",
    abstract: "作废备案，仅限未审核和审核不通过的。",
    discussion: "例：mingce filing void jilin-001 记录.json --reason 重复申报"
  )

  @OptionGroup var arguments: FilingArguments

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    guard let found = try arguments.find(in: world) else { return .problemsFound }
    let ledger = try found.place.openOrCreate()
    try found.place.telling { () throws(LedgerFailure) in
      try ledger.void(
        found.filing,
        in: found.batch,
        content: found.content,
        reason: found.reason,
        at: world.actionTime(found.batch.asOf)
      )
    }
    world.console.say("已作废备案“\(LogText.safe(found.filing.id))”，记入账本，不能再进入名册。")
    return .ok
  }
}

/// Revokes a filing soon after its approval.
struct FilingRevokeCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke",
    abstract: "撤销审核通过的备案，仅限审核通过后7日内。",
    discussion: """
      例：mingce filing revoke zhanyi-001 记录.json --reason 合同信息有误

      期限按记录的基准日期（asOf）算，天数在 content/ledger.yaml 的 revokeDays。
      """
  )

  @OptionGroup var arguments: FilingArguments

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    guard let found = try arguments.find(in: world) else { return .problemsFound }
    let project = try Project(at: arguments.options.place.project, in: world)
    let rules = try Workshop(project, in: world).rosterRules()
    let ledger = try found.place.openOrCreate()
    try found.place.telling { () throws(LedgerFailure) in
      try ledger.revoke(
        found.filing,
        in: found.batch,
        content: found.content,
        reason: found.reason,
        within: rules.revokeDays,
        at: world.actionTime(found.batch.asOf)
      )
    }
    world.console.say("已撤销备案“\(LogText.safe(found.filing.id))”，记入账本，不能再进入名册。")
    return .ok
  }
}

extension World {
  /// Reads a record file and finds the filing `id`; returns nothing when the file cannot be used, as a person was told.
  func filing(
    _ id: String,
    in records: String
  ) throws(CommandFailure) -> (filing: Filing, file: RecordFile)? {
    // What is asked for is found whatever rules say of it.
    var report = RecordReport(world: self, shelf: nil, showsNotices: false)
    var filing: Filing?
    let file = try report.read(records) { row, _ in
      if case .accepted(let found) = row.outcome, found.id == id { filing = found }
    }
    guard let file else { return nil }
    guard let filing else {
      let message: Message = "记录中没有编号为“\(LogText.safe(id))”的可用备案"
      throw .told([Diagnostic("ledger.unknownFiling", .error, message)], .problemsFound)
    }
    return (filing, file)
  }
}

extension RecordFile {
  /// Returns row number `row` as canonical JSON.
  func canonical(_ row: Int) throws(CommandFailure) -> [UInt8] {
    do throws(ReadFailure) {
      return try RowReader(self).canonicalJSON(of: row) ?? []
    } catch {
      throw .inputMissing(path: "记录文件", reason: error.message)
    }
  }
}
