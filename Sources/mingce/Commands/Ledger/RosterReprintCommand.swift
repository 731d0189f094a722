import ArgumentParser
import Diagnostics
import Digests
import Issuing
import Ledger

/// Prints a saved roster again, from its frozen rows.
struct RosterReprintCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "reprint",
    abstract: "按保存时的内容重印名册，文件与保存时逐字节相同。",
    discussion: """
      例：mingce roster reprint XQ-2026-0001 -o 名册.pdf

      用的是保存时的人员、表单和版式，与现在的记录文件无关。程序或字体换过以后印出的文件会不同，\
      这时不写文件；确认要用，加 --allow-changed。
      """
  )

  @OptionGroup var roster: RosterNumber

  @Option(name: .shortAndLong, help: ArgumentHelp("输出文件，PDF。", valueName: "文件"))
  var output: String

  @Flag(name: .long, help: "程序或字体换过、文件与保存时不同也写出。")
  var allowChanged = false

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    let path = try pdfPath(output, in: world)
    let place = LedgerPlace(roster.options, in: world)
    let ledger = try place.open()
    let saved = try place.telling { () throws(LedgerFailure) in try ledger.roster(roster.number) }
    let (source, texts) = try ledger.thawed(saved, at: place, in: world)
    let project = try Project(at: roster.options.place.project, in: world)
    let workshop = try Workshop(project, in: world)
    let run = try FormRun(workshop.form(from: texts), overFrozen: source, in: world)
    let printer = try Printer(workshop, isStandalone: false, in: world)
    var held: HeldFile?
    try place.telling { () throws(LedgerFailure) in
      try ledger.reprint(saved, at: world.actionTime()) { mark in
        let numbered = run.numbered(mark.number, check: mark.check)
        let file = try HeldFile(numbered, to: path, with: printer)
        try requireSame(file, as: saved)
        held = file
        return file.printed
      }
    }
    try held?.release()
    world.console.say("已重印名册\(saved.number)到“\(path)”：\(saved.count) 人，校验码 \(saved.check)。")
    return .ok
  }

  private func requireSame(_ file: HeldFile, as roster: SavedRoster) throws(CommandFailure) {
    guard file.printed.digest.hex != roster.file, !allowChanged else { return }
    let finding = Diagnostic(
      "ledger.changed",
      .error,
      "重印的文件与保存时的名册\(roster.number)不同，没有写出",
      found: "\(String(file.printed.digest.hex.prefix(16)))",
      expected: "\(roster.file.prefix(16))",
      advice: "程序或字体换过：请用保存时的程序和字体重印，或加 --allow-changed"
    )
    throw .told([finding], .failed)
  }
}
