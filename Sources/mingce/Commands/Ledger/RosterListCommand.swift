import ArgumentParser
import Diagnostics
import Ledger
import Tables

/// Lists the rosters that are kept.
struct RosterListCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "列出已保存的名册。",
    discussion: """
      例：mingce roster list

      最后一行是账目末条的校验值。把它抄在账本以外，以后可用 mingce ledger verify --expect 核对。
      """
  )

  @Option(name: .long, help: ArgumentHelp("只列这一种，写名称或者代码，例如 新签。", valueName: "种类"))
  var kind: String?

  @OptionGroup var options: LedgerOptions

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    let place = LedgerPlace(options, in: world)
    let ledger = try place.open(forReading: true)
    var table = ListedRows(
      ["编号", "状态", "类型", "人数", "页数", "日期", "校验码", "单位"],
      on: world.console
    )
    var count = 0
    let last = try place.telling { () throws(LedgerFailure) in
      try ledger.forEachRoster { roster in
        guard kind == nil || kind == roster.kind || kind == roster.label else { return }
        count += 1
        table.add([
          roster.number, world.console.words.word(roster.state), roster.label, "\(roster.count)",
          "\(roster.pages)",
          roster.day, roster.check, roster.employer,
        ])
      }
    }
    if count > 0 { table.show() }
    world.console.say("共 \(count) 份名册。账目 \(last.sequence) 条，末条校验值 \(last.hash)")
    return .ok
  }
}

/// Rows of texts that a terminal shows in columns.
struct ListedRows {
  private let console: Console
  private var rows = TerminalRows(lineWidth: nil)
  private var bytes: [UInt8]

  /// Begins with the names of the columns, which are words of the program.
  init(_ columns: [String], on console: Console) {
    self.console = console
    bytes = rows.begin(columns.map(console.words.word))
  }

  /// Adds a row with as many texts.
  mutating func add(_ texts: [String]) { bytes += rows.add(texts.map { .text($0) }) }

  /// Shows all rows.
  mutating func show() {
    bytes += rows.end()
    console.put(bytes)
    bytes = []
  }
}
