import ArgumentParser

/// Makes a new project folder with the forms, guides, theme and fonts list that the program brings.
struct NewCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "新建项目文件夹，放入表单、样例、指南、主题和字体清单。",
    discussion: "例：mingce new 我的名册"
  )

  @Argument(
    help: ArgumentHelp("要新建的文件夹，必须还不存在或是空的。", valueName: "文件夹"),
    completion: .directory
  )
  var folder: String

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    try requireEmpty(in: world)
    let home = try world.home()
    for part in ["content", "themes", "fonts"] {
      try copy("\(home)/\(part)", to: "\(folder)/\(part)", in: world)
    }
    world.console.say("已在“\(folder)”建立项目。接下来：")
    world.console.say("  cd \(folder)")
    world.console.say("  mingce build                       生成样例文书和帮助门户，放入 public")
    world.console.say("  mingce forms                       查看有哪些表单")
    world.console.say("  mingce render roster-new 记录.json -o 名册.pdf")
    return .ok
  }

  private func requireEmpty(in world: World) throws(CommandFailure) {
    guard world.exists(folder) else { return }
    guard world.isFolder(folder), try world.names(in: folder).isEmpty else {
      throw .cannotWrite(path: folder, reason: "已经存在并且不是空文件夹，换一个名字以免覆盖")
    }
  }

  private func copy(
    _ source: String,
    to target: String,
    in world: World
  ) throws(CommandFailure) {
    for path in try world.filesBelow(source) {
      try world.write(try world.bytes(of: "\(source)/\(path)"), to: "\(target)/\(path)")
    }
  }
}
