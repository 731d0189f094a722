import ArgumentParser
import Diagnostics
import Issuing
import Ledger
import Records

/// The number of a roster and the ledger that holds it.
struct RosterNumber: ParsableArguments {
  @Argument(help: ArgumentHelp("名册编号，用 mingce roster list 查看。", valueName: "编号"))
  var number: String

  @OptionGroup var options: LedgerOptions
}

/// Tells everything of one roster: its facts, its rows and its history.
struct RosterShowCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "查看一份名册：内容、人员和经过。",
    discussion: """
      例：mingce roster show XQ-2026-0001

      证件号码总是遮盖中间各位；加 --mask M1 或 M2 时，姓名也遮盖。
      """
  )

  @OptionGroup var roster: RosterNumber

  @OptionGroup var hiding: MaskOption

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    let place = LedgerPlace(roster.options, in: world)
    let ledger = try place.open(forReading: true)
    let saved = try place.telling { () throws(LedgerFailure) in try ledger.roster(roster.number) }
    tell(saved, on: world.console)
    try tellRows(of: saved, in: ledger, at: place, world)
    world.console.say("经过：")
    let history = try place.telling { () throws(LedgerFailure) in try ledger.history(of: saved) }
    for entry in history { world.console.say("  \(entry.line)") }
    return .ok
  }

  private func tell(_ roster: SavedRoster, on console: Console) {
    console.say("名册 \(roster.number)　\(roster.title)（\(term: roster.label)，\(term: roster.state)）")
    console.say("单位：\(roster.employer)")
    console.say("日期：\(roster.day)　人数：\(roster.count)　页数：\(roster.pages)")
    console.say("校验码：\(roster.check)")
    console.say("内容校验值：\(roster.content)")
    console.say("文件校验值：\(roster.file)")
  }

  private func tellRows(
    of roster: SavedRoster,
    in ledger: Ledger,
    at place: LedgerPlace,
    _ world: World
  ) throws(CommandFailure) {
    let (source, _) = try ledger.thawed(roster, at: place, in: world)
    var table = ListedRows(["序号", "姓名", "证件号码", "备案编号", "合同编号"], on: world.console)
    // What was saved is not judged again by rules of a later day.
    var report = RecordReport(world: world, shelf: nil, showsNotices: false)
    _ = try report.read(source) { row, _ in
      guard case .accepted(let filing) = row.outcome else { return }
      let level = hiding.level
      table.add([
        "\(filing.row)", level.masked(filing.employee.name, as: .name),
        max(level, .notice).masked(filing.employee.idNumber, as: .identityNumber),
        LogText.safe(filing.id), LogText.safe(filing.contract.no),
      ])
    }
    table.show()
  }
}

extension TrailEntry {
  /// The entry as one line of a list.
  var line: Message {
    let label = TrailAction(rawValue: action)?.label ?? action
    let reason: Message = self.reason.map { "，原因：\($0)" } ?? ""
    return "第 \(sequence) 条　\(day)　\(term: label)\(reason)　登记于 \(stamp)　校验值 \(hash.prefix(16))"
  }
}

extension Ledger {
  /// Returns the frozen records of `roster` with the texts of its form.
  func thawed(
    _ roster: SavedRoster,
    at place: LedgerPlace,
    in world: World
  ) throws(CommandFailure) -> (ByteSource, FormTexts) {
    let spool = try SpoolFile(in: world)
    let texts = try place.telling { () throws(LedgerFailure) in
      try thaw(roster) { try spool.write($0) }
    }
    return (try spool.source(named: "名册\(roster.number)"), texts)
  }
}
