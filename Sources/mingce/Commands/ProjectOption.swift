import ArgumentParser

/// The option that names the project folder.
struct ProjectOption: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("项目文件夹；不写时用当前所在的项目，没有则用程序自带的内容。", valueName: "文件夹"),
    completion: .directory
  )
  var project: String?
}
