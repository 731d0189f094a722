import Archive
import ArgumentParser
import Certificates
import Diagnostics
import Verification

/// Destroys what an approved list names, and nothing else.
struct ArchiveDestroyCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "destroy",
    abstract: "按批准的销毁清册销毁到期的文书，登记永久保存。",
    discussion: """
      例：mingce archive destroy --list 销毁清册.csv --dry-run
          mingce archive destroy --list 销毁清册.csv
          mingce archive destroy --list 已签清册.pdf --roots 根证书.pem

      只销毁鉴定意见写“销毁”、有批准人和批准日期、确实到期、校验值相符的文书；清册有一行不对就一件也不销毁。\
      清册也可以是批准人签过名的 PDF（mingce archive due --opinions 写出，mingce sign 签）：签名都有效，\
      签名人就是批准人，最后签名的日期就是批准日期。\
      销毁以后不能恢复，只留下登记：档号、编号、题名、校验值、销毁日期、批准人，用 mingce archive show 查看。\
      中断以后再运行任何一条 archive 命令都会做完。备份里的副本请另外销毁。
      """
  )

  @Option(
    help: ArgumentHelp("批准的销毁清册（CSV、XLSX，或者签过名的 PDF）。", valueName: "文件"),
    completion: .file()
  )
  var list: String

  @Option(
    help: ArgumentHelp("根证书（PEM），核对签名时信任它；清册是 PDF 时要写。", valueName: "文件"),
    completion: .file()
  )
  var roots: [String] = []

  @Flag(help: "只说要做什么，不销毁。")
  var dryRun = false

  @OptionGroup var options: ArchiveOptions

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    let archive = try options.existing(in: world)
    let list = try ApprovedList(
      list,
      signaturesBy: Verifier(roots: try world.certificates(in: roots), at: world.seconds),
      in: world
    )
    return try archive.whileLocked { () throws(CommandFailure) in
      try follow(list, in: archive, world)
    }
  }

  /// Follows `list` while the lock is held, so that what was judged is what is destroyed.
  private func follow(
    _ list: ApprovedList,
    in archive: ArchiveFolder,
    _ world: World
  ) throws(CommandFailure) -> ExitStatus {
    let appraiser = Appraiser(list: list, archive: archive, today: world.today)
    var (documents, kept, gone, refused) = ([Destruction](), 0, 0, 0)
    for row in list.rows {
      switch try appraiser.judge(row) {
      case .destroy(let document):
        if !documents.contains(document) { documents.append(document) }
      case .keep: kept += 1
      case .gone: gone += 1
      case .refused(let diagnostic):
        refused += 1
        world.console.complain(diagnostic)
      }
    }
    if gone > 0 { world.console.note("提示：\(gone) 件以前已经销毁。") }
    if kept > 0 { world.console.note("提示：\(kept) 件没有批准销毁，保留。") }
    guard refused == 0 else {
      world.console.note("错误：清册有 \(refused) 行不对，一件也没有销毁。")
      return .problemsFound
    }
    if dryRun {
      world.console.say("清册无误，可以销毁 \(documents.count) 件；没有销毁。")
    } else if documents.isEmpty {
      world.console.say("没有要销毁的文书。")
    } else {
      let register = try archive.destroy(documents, approvedIn: list.digest)
      world.console.say("已销毁 \(documents.count) 件，登记为销毁清册第 \(register.number) 册。备份里的副本请另外销毁。")
    }
    return .ok
  }
}
