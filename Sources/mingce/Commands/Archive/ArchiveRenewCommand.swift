import Archive
import ArgumentParser
import Calendar
import Certificates
import Diagnostics
import Signing
import Verification

/// Renews time stamps before they end.
struct ArchiveRenewCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "renew",
    abstract: "给时间戳将要到期的文书加盖新的时间戳（B-LTA 续期）。",
    discussion: """
      例：mingce archive renew --tsa http://tsa.example.cn/ --roots 根证书.pem

      续期的文书存为新的一版，原来的一版原样保留。没有时间戳的文书不在此列。
      """
  )

  @Argument(help: ArgumentHelp("档号，写开头几位就行；不写时续将要到期的全部。", valueName: "档号"))
  var codes: [String] = []

  @Option(help: ArgumentHelp("时间戳服务的地址（RFC 3161，http://）。", valueName: "地址"))
  var tsa: String

  @Option(
    help: ArgumentHelp("根证书（PEM），用来找齐时间戳的证书链。", valueName: "文件"),
    completion: .file()
  )
  var roots: [String]

  @Option(help: ArgumentHelp("多少天以内到期的，续时间戳。", valueName: "天数"))
  var within = 365

  @OptionGroup var options: ArchiveOptions

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    let archive = try options.existing(in: world)
    let roots = try world.certificates(in: roots)
    let renewal = Renewal(
      archive: archive,
      packer: BagPacker(
        rules: try options.retentionRules(in: world),
        verifier: Verifier(roots: roots, at: world.seconds),
        today: world.today
      ),
      stamper: TimeStamper(address: tsa, web: .http()),
      roots: roots,
      moment: world.seconds
    )
    let due = try due(in: archive)
    let progress = Progress("正在续期", on: world.console)
    var (renewed, failed) = (0, 0)
    for (index, code) in due.enumerated() {
      switch try renewal.renew(code) {
      case .renewed(let holding):
        renewed += 1
        world.console.say("\(code) → \(holding.code)　第 \(holding.version) 版")
      case .refused(let diagnostic):
        failed += 1
        world.console.complain(diagnostic)
      case .unanswered(let diagnostic):
        progress.finish()
        world.console.complain(diagnostic)
        return report(renewed, left: due.count - index, refused: failed, in: world)
      }
      progress.advance(to: index + 1, of: due.count, unit: "件")
    }
    progress.finish()
    return report(renewed, left: 0, refused: failed, in: world)
  }

  /// Tells how many were renewed, and how many were left because the service does not answer.
  private func report(
    _ renewed: Int,
    left: Int,
    refused: Int,
    in world: World
  ) -> ExitStatus {
    world.console.say("已续期 \(renewed) 件。")
    if left > 0 { world.console.note("错误：时间戳服务没有应答，还有 \(left) 件没有续期，请稍后重新运行。") }
    return left == 0 && refused == 0 ? .ok : .problemsFound
  }

  /// The codes of the documents that are to be renewed.
  private func due(in archive: ArchiveFolder) throws(CommandFailure) -> [String] {
    guard codes.isEmpty else {
      var chosen: [String] = []
      for code in codes { chosen.append(try archive.match(code).code) }
      return chosen
    }
    var query = ArchiveQuery()
    query.stampedThrough = archive.world.today.addingDays(min(max(0, within), 1_000_000))
    return try archive.reading { index throws(IndexFailure) in
      try index.find(query, limit: 1_000_000).matches.map(\.code)
    }
  }
}
