import Archive
import ArgumentParser
import Diagnostics
import Records

/// Brings documents into the archive.
struct ArchiveAddCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "归档 PDF 文件，或者整个文件夹里的 PDF 文件。",
    discussion: """
      例：mingce archive add 合同 名册.pdf --roots 根证书.pem
          mingce archive add 名册.pdf 证明书 --dossier 2026年11月终止备案

      题名、编号、人名、单位、日期取自 PDF 附带的数据，签名当场核对，结果一并存入。保管期限按 content/archive.yaml。\
      归档过的文书不会再存一份；中断以后再运行一次即可。原来的文件不改动、不移走。

      写了 --dossier 时，全部文件合成一卷，存为一个数据包，要么都存、要么都不存；保管期限取其中最长的。
      """
  )

  @Argument(help: ArgumentHelp("PDF 文件或者文件夹。", valueName: "文件"), completion: .file())
  var paths: [String]

  @Option(help: ArgumentHelp("根证书（PEM），核对签名时信任它。", valueName: "文件"), completion: .file())
  var roots: [String] = []

  @Option(help: ArgumentHelp("这一批的保管期限：永久，或者 30年 等；不写时按表单。", valueName: "期限"))
  var retention: RetentionWord?

  @Option(help: ArgumentHelp("合成一卷（案卷），写案卷的题名。", valueName: "题名"))
  var dossier: String?

  @OptionGroup var options: ArchiveOptions

  /// Up to how many documents are listed one by one.
  private static let listed = 20

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    let archive = options.folder(in: world)
    _ = try world.certificates(in: roots)
    let accession = Accession(
      archive: archive,
      rules: try options.retentionRules(in: world),
      retention: retention?.retention,
      roots: try roots.map { path throws(CommandFailure) in try world.bytes(of: path) },
      world: world
    )
    if let dossier, dossier.allSatisfy(\.isWhitespace) { throw .usage("--dossier 要写案卷的题名") }
    let files = try files(in: world)
    guard !files.isEmpty else {
      world.console.note("错误：没有可以归档的 PDF 文件。")
      return .inputMissing
    }
    var tally = Accession.Tally()
    do throws(CommandFailure) {
      if let dossier {
        try accession.add(files, asDossier: LogText.kept(dossier), to: &tally)
      } else {
        try accession.add(files, to: &tally)
      }
    } catch {
      tell(tally, of: archive, on: world.console)
      throw error
    }
    tell(tally, of: archive, on: world.console)
    return tally.failed == 0 ? .ok : .problemsFound
  }

  /// The files that were named, and those in the folders that were.
  private func files(in world: World) throws(CommandFailure) -> [String] {
    var files: [String] = []
    for path in paths {
      guard world.isFolder(path) else {
        files.append(path)
        continue
      }
      let walk = try FolderWalk(path)
      let documents = walk.files.filter { $0.lowercased().hasSuffix(".pdf") }
      files += documents.map { "\(path)/\($0)" }
      let others = walk.files.count - documents.count + walk.others.count
      if others > 0 { world.console.note("提示：文件夹“\(path)”里另有 \(others) 个文件不是 PDF，没有归档。") }
    }
    return files
  }

  private func tell(_ tally: Accession.Tally, of archive: ArchiveFolder, on console: Console) {
    if tally.kept.count <= Self.listed {
      for holding in tally.kept {
        let file =
          holding.isDossier ? "案卷，\(holding.documentCount)件" : LogText.safe(holding.fileName)
        console.say("\(holding.code)　\(holding.title)　\(holding.retention.label)　\(file)")
      }
    }
    console.say("已归档 \(tally.kept.count) 件，在“\(archive.path)”。")
    if tally.there > 0 { console.note("提示：\(tally.there) 件以前归档过，没有再存。") }
    if tally.failed > 0 {
      let rest = dossier == nil ? "" : "整卷没有归档，"
      console.note("错误：有 \(tally.failed) 个文件没有归档，\(rest)原因见上。")
    }
  }
}

/// How long documents are kept, as an operator writes it.
struct RetentionWord: ExpressibleByArgument {
  let retention: Retention

  init?(argument: String) {
    guard let retention = Retention(argument) else { return nil }
    self.retention = retention
  }
}
