import Archive
import ArgumentParser
import Diagnostics
import Digests
import Glibc

/// Copies a bag out of the archive.
struct ArchiveExportCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "导出数据包（整个文件夹），导出以后逐个文件核对。",
    discussion: """
      例：mingce archive export 0f3a9c1b2d4e5f60 -o 移交

      在输出文件夹里为每件文书建一个文件夹，里面是原样的数据包，用 bagit.py、sha256sum 等工具也能核对。不覆盖已有的文件夹。\
      导出的内容不遮盖。
      """
  )

  @Argument(help: ArgumentHelp("档号，写开头几位就行，可以写几个。", valueName: "档号"))
  var codes: [String]

  @Option(name: .shortAndLong, help: ArgumentHelp("输出文件夹。", valueName: "文件夹"))
  var output: String

  @OptionGroup var options: ArchiveOptions

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    try world.requireFolderName(output)
    let archive = try options.existing(in: world)
    for code in codes {
      let match = try archive.match(code)
      let target = "\(output)/\(exportName(of: match))"
      try export(archive.bag(match.code), in: archive, to: target)
      world.console.say("已导出“\(target)”。")
    }
    return .ok
  }

  /// Copies `bag` under a temporary name, looks at every byte of the copy, and only then gives it its name.
  private func export(
    _ bag: BagFolder,
    in archive: ArchiveFolder,
    to target: String
  ) throws(CommandFailure) {
    guard !archive.world.exists(target) else {
      throw .cannotWrite(path: target, reason: systemReason(EEXIST))
    }
    let temporary = "\(target).\(getpid()).part"
    let (undoing, _) = Undoing.begin(undo: { removeFolder(temporary) }) {}
    defer { withExtendedLifetime(undoing) { removeFolder(temporary) } }
    for file in try FolderWalk(bag.path).files {
      let copy = try archive.world.newFile("\(temporary)/\(file)")
      try copy.write(try bag.bytes(of: file))
      try copy.commit()
    }
    let check = BagFolder(code: bag.code, path: temporary).check(with: SHA256())
    guard check.findings.isEmpty else {
      throw .told(check.findings.map { $0.diagnostic(in: bag.code) }, .problemsFound)
    }
    guard unsafe rename(temporary, target) == 0 else {
      throw .cannotWrite(path: target, reason: systemReason(errno))
    }
  }

  /// The name of the copy: date, number and code, in ASCII, so that every system can hold it.
  private func exportName(of match: ArchiveMatch) -> String {
    let number = (match.number ?? "").filter { character in
      character.isASCII && (character.isLetter || character.isNumber || character == "-")
    }
    let parts = [match.day.filter { $0 != "-" }, number, match.code, "v\(match.version)"]
    return parts.filter { !$0.isEmpty }.joined(separator: "_")
  }
}
