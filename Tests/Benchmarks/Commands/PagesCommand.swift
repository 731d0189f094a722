import ArgumentParser
import Foundation

/// Writes a project of invented guides.
struct PagesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pages",
    abstract: "生成虚构的指南：同样的页数总是得到同样的内容。",
    discussion: "例：mingce-bench pages 1000 -o 指南"
  )

  @Argument(help: "页数，每本指南一百页。")
  var count: Int

  @Option(name: .shortAndLong, help: "写入这个文件夹。")
  var output: String

  @Flag(name: .long, help: "写成 Hugo 的项目，内容相同。")
  var hugo = false

  func run() throws {
    try InventedGuides(count: count, flavour: hugo ? .hugo : .mingce).write(
      to: URL(filePath: output)
    )
  }
}
