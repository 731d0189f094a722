import ArgumentParser
import Diagnostics
import Glibc

/// Makes a new project folder from one of the examples that the program brings.
struct NewCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "新建项目文件夹，放入能直接生成的例子。",
    discussion: """
      例：mingce new 我的名册
      例：mingce new 我的指南 --example guide

      portal（不写时用它）是全部内容：表单、样例、五本指南、主题；guide 只有一本短的指南；documents 只有表单和样例，没有指南。不用联网。
      """
  )

  @Argument(
    help: ArgumentHelp("要新建的文件夹，必须还不存在或是空的。", valueName: "文件夹"),
    completion: .directory
  )
  var folder: String

  @Option(
    name: .long,
    help: ArgumentHelp("用哪个例子。", valueName: "例子")
  )
  var example: ProjectExample?

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    try requireEmpty(in: world)
    let home = try world.home()
    let example = example ?? .portal
    let emptyAgain: @Sendable () -> Void = { [folder] in NewCommand.empty(folder) }
    let (undoing, _) = Undoing.begin(undo: emptyAgain) {}
    do throws(CommandFailure) {
      try write(example, of: home, in: world)
    } catch {
      emptyAgain()
      throw error
    }
    withExtendedLifetime(undoing) {}
    world.console.say("已在“\(folder)”建立项目。接下来：")
    world.console.say("  cd \(folder)")
    for line in example.nextSteps { world.console.say("  \(term: line)") }
    return .ok
  }

  private func write(
    _ example: ProjectExample,
    of home: String,
    in world: World
  ) throws(CommandFailure) {
    for part in example.parts { try copy("\(home)/\(part)", to: "\(folder)/\(part)", in: world) }
    // What only this example has comes last, in place of what was copied.
    let own = "\(home)/content/examples/\(example.rawValue)"
    if world.isFolder(own) { try copy(own, to: folder, in: world) }
    try world.write(Array(NewCommand.unkept.utf8), to: "\(folder)/.gitignore")
  }

  /// Takes away what a project that did not become whole has of us; the folder itself if that leaves nothing in it.
  private static func empty(_ folder: String) {
    for part in ["content", "themes", "fonts"] { removeFolder("\(folder)/\(part)") }
    unsafe unlink("\(folder)/.gitignore")
    unsafe rmdir(folder)
  }

  /// What a project makes and need not keep.
  private static let unkept = "public/\n.mingce/\n"

  /// Whether the file at `path` of the content is the program's own and no part of a project.
  private static func stays(_ path: String) -> Bool {
    ["examples/", "messages/"].contains { path.hasPrefix($0) }
  }

  private func requireEmpty(in world: World) throws(CommandFailure) {
    guard world.exists(folder) else {
      // Once the folder before “..” is made, the path leads to another, which may hold anything.
      guard !folder.split(separator: "/").contains("..") else {
        throw .cannotWrite(path: folder, reason: "“..”前面的文件夹还没有，请写不带“..”的路径")
      }
      return
    }
    guard world.isFolder(folder), try world.names(in: folder).isEmpty else {
      throw .cannotWrite(path: folder, reason: "已经存在并且不是空文件夹，换一个名字以免覆盖")
    }
  }

  private func copy(
    _ source: String,
    to target: String,
    in world: World
  ) throws(CommandFailure) {
    guard world.isFolder(source) else {
      return try world.write(try world.bytes(of: source), to: target)
    }
    for path in try world.filesBelow(source) where !NewCommand.stays(path) {
      try world.write(try world.bytes(of: "\(source)/\(path)"), to: "\(target)/\(path)")
    }
  }
}

/// A project to begin with.
enum ProjectExample: String, CaseIterable, ExpressibleByArgument {
  case portal
  case guide
  case documents

  /// What is copied of the installed content.
  var parts: [String] {
    switch self {
    case .portal: ["content", "themes", "fonts"]
    case .guide: ["content/README.md", "fonts"]
    case .documents:
      [
        "content/README.md", "content/forms", "content/rules", "content/imports",
        "content/packages.yaml", "content/ledger.yaml", "content/samples/jilin.json", "fonts",
      ]
    }
  }

  /// What may be done next, with what it is good for.
  var nextSteps: [String] {
    let serve = "mingce serve                       在浏览器里预览，保存文件后自动更新"
    let build = "mingce build                       生成网站和文书，放入 public"
    let forms = "mingce forms                       查看有哪些表单"
    let render = "mingce render roster-new content/samples/jilin.json -o 名册.pdf"
    return self == .guide
      ? [serve, build, "mingce check                       检查链接、图片和写法"]
      : [serve, build, forms, render]
  }
}
