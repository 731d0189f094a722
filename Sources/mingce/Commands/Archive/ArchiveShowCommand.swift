import Archive
import ArgumentParser
import Diagnostics
import Digests
import Records

/// Tells everything of a document in the archive.
struct ArchiveShowCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "查看一件文书：元数据、签名、版本和数据包里的文件。",
    discussion: """
      例：mingce archive show 0f3a9c1b2d4e5f60

      档号写开头几位也可以，只要没有别的档号相同。姓名默认遮盖，--mask M0 显示全部。
      """
  )

  @Argument(help: ArgumentHelp("档号，写开头几位就行。", valueName: "档号"))
  var code: String

  @OptionGroup var hiding: ArchiveMaskOption

  @OptionGroup var options: ArchiveOptions

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    let archive = try options.existing(in: world)
    let match = try archive.match(code)
    let bag = archive.bag(match.code)
    guard let holding = try bag.holding() else {
      throw .told(
        [
          Diagnostic(
            "archive.metadata",
            .error,
            "数据包 \(match.code) 的元数据读不出来",
            advice: "请用 mingce archive verify \(match.code) 核对"
          )
        ],
        .failed
      )
    }
    tell(holding, on: world.console)
    for signature in holding.signatures {
      let signer = shown(signature, of: holding)
      world.console.say("签名：\(signature.rule)　\(signer)　\(signature.time)")
    }
    if holding.isDossier { try tellDocuments(of: holding, in: bag, on: world.console) }
    try tellVersions(of: holding, in: archive, on: world.console)
    world.console.say("数据包：\(bag.path)")
    for file in try FolderWalk(bag.path).files { world.console.say("  \(file)") }
    return .ok
  }

  /// Who signed, as the level shows them: the employer and services are no persons, and a file without a record may be
  /// signed by any.
  private func shown(_ signature: Holding.Signature, of holding: Holding) -> String {
    let isEmployer = holding.employer.map { signature.signer.contains($0) } ?? false
    guard !isEmployer, signature.rule != Holding.Signature.timeStamp else {
      return signature.signer
    }
    return hiding.level.masked(signature.signer, as: .name)
  }

  private func tell(_ holding: Holding, on console: Console) {
    let level = hiding.level
    var lines: [(String, Message?)] = [
      ("档号", "\(holding.code)"),
      ("题名", "\(holding.title)"),
      ("表单", holding.form.map { "\($0)" }),
      ("编号", joined(holding.numbers)),
      ("单位", holding.employer.map { "\($0)" }),
      ("统一社会信用代码", holding.employerCode.map { "\($0)" }),
      ("人员", joined(holding.persons.map { level.masked($0, as: .name) })),
      ("文书日期", "\(holding.day)"),
      ("归档日期", "\(holding.archivedOn)"),
    ]
    let disposal: Message = holding.disposal.map { "，\($0) 起可以鉴定销毁" } ?? ""
    lines.append(("保管期限", "\(holding.retention.label)\(disposal)"))
    lines.append(("时间戳有效期至", holding.stampedUntil.map { "\($0)" }))
    var known = KnownPersons()
    known.names = holding.persons
    let fileName = level.masked(holding.fileName, as: .words, knowing: known)
    if !holding.isDossier {
      lines.append(("文件", "\(fileName)，\(holding.byteCount) 字节"))
      lines.append(("SHA-256", "\(holding.digest.hex)"))
    }
    for (label, value) in lines {
      if let value { console.say("\(term: label)：\(value)") }
    }
  }

  /// Tells what a dossier is made up of.
  private func tellDocuments(
    of dossier: Holding,
    in bag: BagFolder,
    on console: Console
  ) throws(CommandFailure) {
    console.say("案卷：\(dossier.documentCount) 件")
    for (path, holding) in try bag.documents(of: dossier) {
      let words = holding.map { [$0.title] + $0.numbers } ?? ["元数据读不出来"]
      console.say("  \(path)　\(words.joined(separator: "　"))")
    }
  }

  private func joined(_ texts: [String]) -> Message? {
    texts.isEmpty ? nil : texts.map { "\($0)" as Message }.joined(separator: "、")
  }

  private func tellVersions(
    of holding: Holding,
    in archive: ArchiveFolder,
    on console: Console
  ) throws(CommandFailure) {
    let successor = try archive.reading { index throws(IndexFailure) in
      try index.successor(of: holding.code)
    }
    guard holding.derivedFrom != nil || successor != nil else { return }
    let former: Message = holding.derivedFrom.map { "，由 \($0) 派生" } ?? ""
    let later: Message = successor.map { "，以后的版本是 \($0.code)" } ?? ""
    console.say("版本：第 \(holding.version) 版\(former)\(later)")
  }
}
