import ArgumentParser
import Diagnostics

/// Builds everything of a project: the documents of all samples, the guides' PDFs and the portal.
struct BuildCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "生成全部样例文书、各指南的 PDF 和帮助门户。",
    discussion: """
      例：mingce build -o public

      样例文书总有 PDF 和网页；加 --format svg 或者 --format svg,png 时，每一页另外画成图片。
      """
  )

  @Option(name: .shortAndLong, help: ArgumentHelp("输出文件夹；不写时是项目下的 public。", valueName: "文件夹"))
  var output: String?

  @Option(name: .long, help: ArgumentHelp("输出格式，样例文书另外画成图片：svg、png。", valueName: "格式"))
  var format: OutputFormats?

  @Flag(name: .customLong("no-pdf"), help: "不生成各指南和各章的 PDF，只要门户时快得多。")
  var withoutPDF = false

  @OptionGroup var place: ProjectOption

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    if let output { try world.requireFolderName(output) }
    let project = try Project(at: place.project, in: world)
    let output = output ?? "\(project.folder)/public"
    let workshop = try Workshop(project, in: world)
    var build = try SiteBuild(workshop, into: output, in: world)
    build.pictures = format?.formats.filter { $0.picture != nil } ?? []
    try build.run(printsGuides: !withoutPDF)
    let shown = project.shown(output, in: world)
    world.console.say("\(build.summary)，在“\(shown)”。请打开：")
    world.console.say("  \(shown)/index.html                帮助门户首页")
    for file in build.highlights { world.console.say("  \(shown)/\(file)") }
    build.leaveMemory()
    return build.hasProblems ? .problemsFound : .ok
  }
}
