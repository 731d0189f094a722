import ArgumentParser
import Diagnostics
import Ledger
import Records

/// Declares a saved roster void.
struct RosterVoidCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "void",
    abstract: "作废名册，其中的备案可以重新生成名册。",
    discussion: """
      例：mingce roster void XQ-2026-0001 --reason 漏报一人

      有人的续签或解除（终止）已进入别的名册时，要先作废那份名册。作废的编号不再使用。
      """
  )

  @OptionGroup var roster: RosterNumber

  @Option(name: .long, help: ArgumentHelp("原因，记入账目。", valueName: "文字"))
  var reason: String

  @Option(name: .long, help: ArgumentHelp("作废的日期；不写时是今天。", valueName: "日期"))
  var day: DayArgument?

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    let reason = try checkedReason(reason)
    let place = LedgerPlace(roster.options, in: world)
    let ledger = try place.open()
    try place.telling { () throws(LedgerFailure) in
      try ledger.voidRoster(roster.number, reason: reason, at: world.actionTime(day?.day))
    }
    world.console.say("已作废名册\(roster.number)，其中的备案可以重新生成名册。")
    return .ok
  }
}

/// Returns `reason` unless it is empty or too long for a line; numbers of persons are hidden.
func checkedReason(_ reason: String) throws(CommandFailure) -> String {
  let text = reason.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  guard !text.isEmpty, text.count <= 200 else { throw .usage("--reason 要写明原因，不超过200字") }
  return LogText.kept(text)
}
