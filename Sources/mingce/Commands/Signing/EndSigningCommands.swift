import ArgumentParser
import Diagnostics
import Ledger

/// The number of a document, why it comes to its end, and the ledger that has it.
struct EndSigningArguments: ParsableArguments {
  @Argument(help: ArgumentHelp("待签文书的编号，用 mingce status 查看。", valueName: "编号"))
  var number: String

  @Option(name: .long, help: ArgumentHelp("原因，记入账目。", valueName: "文字"))
  var reason: String

  @OptionGroup var options: LedgerOptions

  /// Ends the signing in the way of `end`, and tells of it in `words`.
  func run(
    _ words: String,
    in world: World,
    _ end: (Ledger, String, ActionTime) throws(LedgerFailure) -> Void
  ) throws(CommandFailure) -> ExitStatus {
    let reason = try checkedReason(reason)
    let place = LedgerPlace(options, in: world)
    let ledger = try place.open()
    try place.telling { () throws(LedgerFailure) in try end(ledger, reason, world.actionTime()) }
    world.console.say("\(words)\(number)，记入账本，不能再签。")
    return .ok
  }
}

/// Enters that the employee refuses to sign.
struct RefuseCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "refuse",
    abstract: "登记劳动者拒签。",
    discussion: "例：mingce refuse QS-2026-0001 --reason 对工作地点有异议"
  )

  @OptionGroup var arguments: EndSigningArguments

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    try arguments.run("已登记拒签", in: world) { ledger, reason, time throws(LedgerFailure) in
      try ledger.refuseSigning(arguments.number, reason: reason, at: time)
    }
  }
}

/// Enters that the employer withdraws a document before it is signed.
struct WithdrawCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: "撤回单位已签、劳动者未签的文书。",
    discussion: "例：mingce withdraw QS-2026-0001 --reason 工资写错"
  )

  @OptionGroup var arguments: EndSigningArguments

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    try arguments.run("已撤回", in: world) { ledger, reason, time throws(LedgerFailure) in
      try ledger.voidSigning(arguments.number, reason: reason, at: time)
    }
  }
}
