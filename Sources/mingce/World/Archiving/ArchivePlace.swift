import Archive
import ArgumentParser
import Diagnostics

/// The options that say which archive a command works with.
struct ArchiveOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("档案库文件夹；不写时是项目文件夹（没有项目则是当前文件夹）里的 archive。", valueName: "文件夹"),
    completion: .directory
  )
  var archive: String?

  @OptionGroup var place: ProjectOption

  /// Returns the archive, which may not be there yet.
  func folder(in world: World) -> ArchiveFolder {
    ArchiveFolder(path: archive ?? usual(in: world), world: world)
  }

  /// Returns the archive that is there.
  func existing(in world: World) throws(CommandFailure) -> ArchiveFolder {
    let folder = folder(in: world)
    guard folder.exists else {
      throw .told(
        [
          Diagnostic(
            "archive.missing",
            .error,
            "没有档案库“\(folder.path)”",
            advice: "第一次 mingce archive add 时会自动建立；在别处时用 --archive 指明"
          )
        ],
        .inputMissing
      )
    }
    return folder
  }

  /// Returns how long documents are kept, as the project says or else the installed content.
  func retentionRules(in world: World) throws(CommandFailure) -> RetentionRules {
    let project = try Project(at: place.project, in: world)
    let own = project.archiveRules
    let path = world.exists(own) ? own : "\(try world.home())/content/archive.yaml"
    let (rules, complaints) = readRetentionRules(
      try world.text(of: path),
      file: project.shown(path, in: world)
    )
    try world.settle(complaints)
    guard let rules else { throw .unfit([]) }
    return rules
  }

  private func usual(in world: World) -> String {
    let project = place.project ?? world.enclosingProject(of: world.currentFolder)
    guard let project, project != world.currentFolder else { return "archive" }
    return "\(project)/archive"
  }
}

extension ArchiveFolder {
  /// Returns the one document whose code begins with `prefix`.
  func match(_ prefix: String) throws(CommandFailure) -> ArchiveMatch {
    let found = try reading { index throws(IndexFailure) in
      try index.find(code: prefix.lowercased())
    }
    if found.isEmpty, !prefix.isEmpty { try tellDestroyed(prefix) }
    guard found.count == 1, !prefix.isEmpty else {
      let message: Message = found.isEmpty ? "档案库里没有档号“\(prefix)”" : "档号“\(prefix)”开头的不止一件"
      let advice: Message = found.isEmpty ? "用 mingce archive find 查找" : "请把档号写长一些"
      throw .told([Diagnostic("archive.code", .error, message, advice: advice)], .inputMissing)
    }
    return found[0]
  }

  /// Says what is left of the one destroyed document whose code begins with `prefix`, if there is one.
  private func tellDestroyed(_ prefix: String) throws(CommandFailure) {
    let found = try reading { index throws(IndexFailure) in
      try index.destroyed(code: prefix.lowercased())
    }
    guard found.count == 1, let match = found.first else { return }
    let document = match.document
    let name = "《\(document.title)》\(document.number.map { "（\($0)）" } ?? "")"
    throw .told(
      [
        Diagnostic(
          "archive.destroyed",
          .error,
          "\(document.code)\(name)已经在 \(match.destroyedOn) 销毁，\(document.approver)于 \(document.approvedOn) "
            + "批准，登记在销毁清册第 \(match.register) 册",
          advice: "文书日期 \(document.day)，保管期限 \(document.retention)，SHA-256 \(document.digest)"
        )
      ],
      .inputMissing
    )
  }
}
