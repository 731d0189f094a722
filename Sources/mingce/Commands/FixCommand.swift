import ArgumentParser
import Diagnostics
import Markdown
import Site

/// Mends what authors of guides type by habit and Markdown does not understand.
struct FixCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "fix",
    abstract: "把指南里不合 Markdown 的写法改好。",
    discussion: """
      例：mingce fix --dry-run

      “1.登录”改为“1. 登录”，“#标题”改为“# 标题”，“-项目”改为“- 项目”，连着的“1、”“（1）”“①”“１．”改为编号列表，\
      表格里的“｜”改为“|”，“(登录 页.png)”改为“(<登录 页.png>)”；代码块里的不动。就是 mingce check 和 mingce build 提示“书写习惯”的那些行。
      """
  )

  @Flag(name: .long, help: "只说要做什么，不改文件。")
  var dryRun = false

  @Flag(name: .long, help: "把各章现在的锚点写进 content/guides/anchors.lock，改了名的保留旧名。")
  var anchors = false

  @OptionGroup var place: ProjectOption

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    let project = try Project(at: place.project, in: world)
    if anchors { return try lockAnchors(of: project, in: world) }
    var count = 0
    var isMended = false
    for path in try world.filesBelow(project.guides) where path.hasSuffix(".md") {
      let file = "\(project.guides)/\(path)"
      let page = EditedText(try world.bytes(of: file))
      // What nobody can read stays as it is; mingce check tells of it.
      guard page.encoding != .unknown else { continue }
      let isOther = page.encoding == .other
      if isOther { world.console.say("\(project.shown(file, in: world))  →  UTF-8") }
      let (text, lines) = mendHabits(in: page.text)
      for line in lines {
        let shown = project.shown(file, in: world)
        world.console.say("\(shown):\(line.number)  \(line.before)  →  \(line.after)")
      }
      if isOther || !lines.isEmpty, !dryRun { try world.write(Array(text.utf8), to: file) }
      count += lines.count
      isMended = isMended || isOther || !lines.isEmpty
    }
    let done: Message = dryRun ? "要改 \(count) 行。" : "改了 \(count) 行。"
    world.console.say(isMended ? done : "没有要改的。")
    return .ok
  }

  private func lockAnchors(of project: Project, in world: World) throws(CommandFailure)
    -> ExitStatus
  {
    let (guides, _) = try world.guides(of: project)
    let (lock, doubts) = try world.anchorLock(of: project)
    try world.settle(doubts)
    let text = lock.renewed(for: guides)
    if dryRun {
      world.console.put(text)
    } else {
      try world.write(Array(text.utf8), to: project.anchorFile)
    }
    if !dryRun { world.console.say("已写入“\(project.shown(project.anchorFile, in: world))”。") }
    return .ok
  }
}
