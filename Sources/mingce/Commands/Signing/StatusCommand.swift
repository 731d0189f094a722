import ArgumentParser
import Diagnostics
import Ledger
import Records

/// Tells how far documents have come on their way from signature to signature.
struct StatusCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "查看文书签到哪一步：待签名、已签名、拒签、已过期。",
    discussion: """
      例：mingce status --state 待签名
          mingce status 合同/张三.pdf

      写了文件时，核对它是账本里的哪一份、内容是否还是登记的那样；有一份不是时退出码是 2。
      """
  )

  @Argument(help: ArgumentHelp("要核对的 PDF 文件；不写时列出全部。", valueName: "文件"), completion: .file())
  var files: [String] = []

  @Option(name: .long, help: ArgumentHelp("只列这一种状态，例如 待签名。", valueName: "状态"))
  var state: StateWord?

  @OptionGroup var hiding: MaskOption

  @OptionGroup var options: LedgerOptions

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    let place = LedgerPlace(options, in: world)
    let ledger = try place.open(forReading: true)
    return try files.isEmpty ? list(ledger, place, world) : match(ledger, place, world)
  }

  private func list(
    _ ledger: Ledger,
    _ place: LedgerPlace,
    _ world: World
  ) throws(CommandFailure) -> ExitStatus {
    let today = world.actionTime().day
    var table = ListedRows(["编号", "状态", "文书", "人员", "单位签名", "期限"], on: world.console)
    var counts: [SigningState: Int] = [:]
    try place.telling { () throws(LedgerFailure) in
      try ledger.forEachSigning { document in
        let found = document.state(on: today)
        guard state == nil || state?.state == found else { return }
        counts[found, default: 0] += 1
        table.add([
          document.number, world.console.words.word(found.label), document.title,
          hiding.level.masked(document.person, as: .name), document.day, document.deadline,
        ])
      }
    }
    if !counts.isEmpty { table.show() }
    let parts = SigningState.allCases.compactMap { state in
      counts[state].map { "\(term: state.label) \($0)" as Message }
    }
    let total = counts.values.reduce(0, +)
    let detail: Message = parts.isEmpty ? "" : "：\(parts.joined(separator: "，"))"
    world.console.say("共 \(total) 份\(detail)")
    return .ok
  }

  private func match(
    _ ledger: Ledger,
    _ place: LedgerPlace,
    _ world: World
  ) throws(CommandFailure) -> ExitStatus {
    let today = world.actionTime().day
    var areAllKnown = true
    for file in files {
      let bytes = try world.bytes(of: file)
      let document = try place.telling { () throws(LedgerFailure) in try ledger.signing(of: bytes) }
      guard let document else {
        areAllKnown = false
        world.console.say("\(file)：账本里没有登记，或者内容被改过")
        continue
      }
      let state = document.state(on: today)
      let standing = document.standing(of: bytes)
      areAllKnown = areAllKnown && standing != .continued
      world.console.say(
        "\(file)：\(document.number)《\(document.title)》\(term: state.label)，期限 \(document.deadline)"
      )
      switch standing {
      case .current: world.console.say("  内容与登记的一致")
      case .former: world.console.say("  是单位签名后的原文件，与登记的一致；劳动者签过的是另一个文件")
      case .continued: world.console.say("  登记的内容都在，但后面有没登记的修订，请用 mingce verify 核对")
      }
    }
    return areAllKnown ? .ok : .problemsFound
  }
}

/// A state, by its code or its Chinese word.
struct StateWord: ExpressibleByArgument {
  let state: SigningState

  init?(argument: String) {
    let found = SigningState.allCases.first { [$0.label, $0.rawValue].contains(argument) }
    guard let found else { return nil }
    state = found
  }

  static var allValueStrings: [String] { SigningState.allCases.map(\.label) }
}
