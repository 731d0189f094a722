import ArgumentParser
import Diagnostics
import Ledger

/// Shows what a seal looks like, with 样章 across it.
struct SealPreviewCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "画出印章的样子，带“样章”字样。",
    discussion: """
      例：mingce seal preview YZ-0001 -o 样章.svg

      文件名以 .svg、.png 或者 .pdf 结尾。样章不能当作印章用。
      """
  )

  @OptionGroup var seal: SealNumber

  @Option(name: .shortAndLong, help: ArgumentHelp("输出文件。", valueName: "文件"), completion: .file())
  var output: String

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    let path = try SealDrawing.specimenPath(output, in: world)
    let place = LedgerPlace(seal.options, in: world)
    let ledger = try place.open(forReading: true)
    let found = try place.telling { () throws(LedgerFailure) in try ledger.seal(seal.number) }
    let drawing = try SealDrawing(of: found.facts, at: seal.options.place, in: world)
    try drawing.writeSpecimen(to: path, title: found.facts.name)
    world.console.say("已写“\(path.file)”，带“样章”字样。")
    return .ok
  }
}
