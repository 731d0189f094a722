import ArgumentParser
import Calendar
import Diagnostics
import Ledger

/// Lists the seals of the ledger.
struct SealListCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "列出已登记的印章和获准使用的人。",
    discussion: "例：mingce seal list"
  )

  @OptionGroup var options: LedgerOptions

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    let place = LedgerPlace(options, in: world)
    let ledger = try place.open(forReading: true)
    let seals = try place.telling { () throws(LedgerFailure) in try ledger.seals() }
    let today = world.actionTime().day.description
    var table = ListedRows(["编号", "状态", "类型", "名称", "有效期", "获准使用的人", "单位"], on: world.console)
    let words = world.console.words
    for seal in seals {
      let users = seal.authorisations.map { $0.shown(on: today) }.joined(separator: "、")
      table.add([
        seal.number, words.word(seal.state(on: today)), seal.facts.kind, seal.facts.name,
        seal.facts.validity.words(in: words), users.words(in: words), seal.facts.owner,
      ])
    }
    if !seals.isEmpty { table.show() }
    world.console.say("共 \(seals.count) 枚印章。")
    return .ok
  }
}

extension SealAuthorisation {
  /// The person with the last day, and the state where it is not in force.
  fileprivate func shown(on day: String) -> Message {
    let state = state(on: day)
    let last: Message? = validUntil.map { "至\($0)" }
    let notes = [last, state == "有效" ? nil : Message(term: state)].compactMap { $0 }
    return notes.isEmpty ? "\(person)" : "\(person)（\(notes.joined(separator: "，"))）"
  }
}
