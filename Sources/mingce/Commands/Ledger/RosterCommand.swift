import ArgumentParser

/// The commands of rosters that are kept.
struct RosterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roster",
    abstract: "名册的预览、保存、查询、重印和作废。",
    discussion: """
      例：mingce roster save roster-new 记录.json -o 名册.pdf

      先用 draft 预览，再用 save 保存：保存的名册有编号，登记在账本 mingce.sqlite 里，\
      其中的备案记为已生成名册，不能再进同类名册。
      """,
    subcommands: [
      RosterDraftCommand.self, RosterSaveCommand.self, RosterListCommand.self,
      RosterShowCommand.self, RosterReprintCommand.self, RosterVoidCommand.self,
    ]
  )
}
