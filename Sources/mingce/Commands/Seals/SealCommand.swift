import ArgumentParser

/// The commands of seals.
struct SealCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seal",
    abstract: "印章的登记、预览、授权、作废和使用记录。",
    discussion: """
      例：mingce seal new 合同专用章 --records 记录.json

      印章登记在账本 mingce.sqlite 里，同一单位每种印章只能有一枚，授权以后用 mingce sign --seal 盖在要签名的文书上。

      本程序不是刻章的工具：完整的印章只出现在单位签过名的文书里，别处一律是浅色并带“样章”二字；\
      印章编码由单位照公安机关的备案填写，程序不编造；手工盖章的文书只留位置，不画印章。
      """,
    subcommands: [
      SealNewCommand.self, SealListCommand.self, SealPreviewCommand.self,
      SealAuthoriseCommand.self, SealRevokeCommand.self, SealVoidCommand.self,
      SealUsesCommand.self,
    ]
  )
}

/// The number of a seal, and the ledger that knows it.
struct SealNumber: ParsableArguments {
  @Argument(help: ArgumentHelp("印章编号，例如 YZ-0001。", valueName: "编号"))
  var number: String

  @OptionGroup var options: LedgerOptions
}
