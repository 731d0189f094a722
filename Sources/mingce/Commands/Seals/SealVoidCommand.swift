import ArgumentParser
import Diagnostics
import Ledger

/// Declares a seal void.
struct SealVoidCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "void",
    abstract: "作废印章；以前盖过的文书不受影响。",
    discussion: """
      例：mingce seal void YZ-0001 --reason 单位更名

      作废的印章留在清单里，不能再用；同一类型可以重新登记。
      """
  )

  @OptionGroup var seal: SealNumber

  @Option(help: ArgumentHelp("原因，记入账目。", valueName: "文字"))
  var reason: String

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    let reason = try checkedReason(reason)
    let place = LedgerPlace(seal.options, in: world)
    let ledger = try place.open()
    try place.telling { () throws(LedgerFailure) in
      try ledger.voidSeal(seal.number, reason: reason, at: world.actionTime())
    }
    world.console.say("已作废印章\(seal.number)。")
    return .ok
  }
}
