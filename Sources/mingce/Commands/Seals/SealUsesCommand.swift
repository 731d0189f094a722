import ArgumentParser
import Calendar
import Diagnostics
import Ledger

/// Lists the uses of seals.
struct SealUsesCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "uses",
    abstract: "列出印章使用记录：最近三个月的，或者全部。",
    discussion: """
      例：mingce seal uses --all

      记录全部保留在账本里，不会删除。
      """
  )

  @Flag(help: "列出全部记录。")
  var all = false

  @OptionGroup var options: LedgerOptions

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    let place = LedgerPlace(options, in: world)
    let ledger = try place.open(forReading: true)
    let first = all ? nil : world.actionTime().day.addingMonths(-3).description
    let uses = try place.telling { () throws(LedgerFailure) in try ledger.sealUses(since: first) }
    var table = ListedRows(["时间", "使用人", "印章", "名称", "文件", "文件校验值", "单位"])
    for use in uses {
      table.add([
        String(use.stamp.prefix(19)).replacing("T", with: " "), use.use.person, use.seal.number,
        use.seal.facts.name, use.use.file, String(use.use.digest.prefix(16)), use.seal.facts.owner,
      ])
    }
    if !uses.isEmpty { table.show(on: world.console) }
    world.console.say(all ? "共 \(uses.count) 次。" : "最近三个月共 \(uses.count) 次；全部记录用 --all。")
    return .ok
  }
}
