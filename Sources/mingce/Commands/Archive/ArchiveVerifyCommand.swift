import Archive
import ArgumentParser
import Calendar
import Diagnostics

/// Looks whether everything in the archive is as it was.
struct ArchiveVerifyCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "核对档案库：缺少、改动、多出的文件，将要到期的时间戳。",
    discussion: """
      例：mingce archive verify

      逐个文件重算 SHA-256。有问题时退出码是 2；时间戳将要到期只提示，用 mingce archive renew 续期。
      """
  )

  @Argument(help: ArgumentHelp("档号，写开头几位就行；不写时核对全部。", valueName: "档号"))
  var codes: [String] = []

  @Option(help: ArgumentHelp("多少天以内到期的，提示时间戳到期。", valueName: "天数"))
  var within = 365

  @OptionGroup var options: ArchiveOptions

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    let archive = try options.existing(in: world)
    let chosen = try chosenCodes(in: archive)
    // Whatever a killed process has left is put in order with the first look at the index, and only then looked for.
    let seals = try archive.reading { index throws(IndexFailure) in try index.seals() }
    let (all, strays) = try archive.codes()
    var run = FixityRun(of: archive, seals: seals)
    run.check(chosen ?? all)
    try tellUnknown(&run, in: archive)
    try tellLost(&run, chosen == nil ? Set(seals.keys).subtracting(all) : [], in: archive)
    if chosen == nil {
      tellStrays(&run, strays)
      try tellDestroyed(&run, in: archive)
    }
    try tellStamps(in: archive)
    let size =
      run.byteCount < 10_000_000
      ? "\(run.byteCount / 1000) KB" : "\(run.byteCount / 1_000_000) MB"
    let scope: Message = "\(run.bagCount) 件，\(run.fileCount) 个文件，\(size)"
    guard run.problems == 0 else {
      world.console.say("核对完毕：\(scope)，发现 \(run.problems) 处问题。")
      return .problemsFound
    }
    world.console.say("核对无误：\(scope)。")
    return .ok
  }

  private func chosenCodes(in archive: ArchiveFolder) throws(CommandFailure) -> [String]? {
    guard !codes.isEmpty else { return nil }
    var chosen: [String] = []
    for code in codes { chosen.append(try archive.match(code).code) }
    return chosen
  }

  /// Tells of bags that are not in the index, unless they have come into it meanwhile.
  private func tellUnknown(
    _ run: inout FixityRun,
    in archive: ArchiveFolder
  ) throws(CommandFailure) {
    for code in run.unknown {
      let match = try archive.reading { index throws(IndexFailure) in try index.match(code) }
      guard match == nil else { continue }
      run.tell(
        Diagnostic(
          "fixity.unindexed",
          .error,
          "数据包 \(code)：索引里没有",
          advice: "确认来源以后运行 mingce archive index"
        )
      )
    }
  }

  /// Tells of bags that are not there though the index knew them, `missing` among them, unless they were destroyed.
  private func tellLost(
    _ run: inout FixityRun,
    _ missing: Set<String>,
    in archive: ArchiveFolder
  ) throws(CommandFailure) {
    let lost = missing.union(run.vanished).sorted().filter {
      !archive.world.exists(archive.bag($0).path)
    }
    let destroyed = try archive.reading { index throws(IndexFailure) in
      try index.destroyed(among: lost)
    }
    for code in lost where !destroyed.contains(code) {
      run.tell(
        Diagnostic("fixity.lost", .error, "数据包 \(code)：整个不见了", advice: "请从备份恢复")
      )
    }
  }

  private func tellStrays(_ run: inout FixityRun, _ strays: [String]) {
    for path in strays {
      run.tell(
        Diagnostic("fixity.stray", .error, "bags/\(path) 不是数据包", advice: "请核对来源后移走")
      )
    }
  }

  /// Tells of registers that are not as they were, and of documents that are there again after they were destroyed.
  private func tellDestroyed(
    _ run: inout FixityRun,
    in archive: ArchiveFolder
  ) throws(CommandFailure) {
    for finding in registerFindings(try archive.registers()) { run.tell(finding.diagnostic) }
    let returned = try archive.reading { index throws(IndexFailure) in try index.returned() }
    for code in returned {
      run.tell(
        Diagnostic(
          "fixity.returned",
          .error,
          "数据包 \(code)：登记为已经销毁，又出现了",
          advice: "多半是从备份恢复的；请查明来源，不该留的按清册再销毁一次"
        )
      )
    }
  }

  private func tellStamps(in archive: ArchiveFolder) throws(CommandFailure) {
    var query = ArchiveQuery()
    let today = archive.world.today
    query.stampedThrough = today.addingDays(min(max(0, within), 1_000_000))
    let (matches, hasMore) = try archive.reading { index throws(IndexFailure) in
      try index.find(query, limit: 20)
    }
    for match in matches {
      archive.world.console.complain(
        Diagnostic(
          "archive.stamp",
          .warning,
          "\(match.code)（\(match.title)）的时间戳 \(match.stampedUntil ?? "") 到期",
          advice: "请用 mingce archive renew 续期"
        )
      )
    }
    if hasMore { archive.world.console.note("提示：还有更多文书的时间戳将要到期。") }
  }
}
