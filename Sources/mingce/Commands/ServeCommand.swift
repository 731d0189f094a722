import ArgumentParser
import Diagnostics
import Serving

/// Shows the portal in a browser of this machine and keeps it up to date while its files are edited.
struct ServeCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "在本机预览帮助门户，保存文件后自动更新。",
    discussion: """
      例：mingce serve --port 8000

      只有本机的浏览器能打开。指南、表单、样例、主题一保存就重新生成用到它的页面和文书，打开的页面自动更新，停在原来的位置；\
      有错误时在页面上说明文件和行号。预览放在项目的 .mingce 文件夹里，不影响 public。按 Ctrl-C 结束。
      """
  )

  @Option(name: .long, help: ArgumentHelp("端口；不写时从 4321 起找一个没有用的。", valueName: "端口"))
  var port: UInt16?

  @Flag(name: .customLong("with-pdf"), help: "连同各指南和各章的 PDF，每次更新慢得多。")
  var withPDF = false

  @OptionGroup var place: ProjectOption

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    let project = try Project(at: place.project, in: world)
    let preview = Preview(of: project, printsGuides: withPDF, in: world)
    let watch = try FolderWatch(preview.sources, in: world)
    try preview.build()
    let server = try server(of: preview.site)
    world.console.say("预览在 http://127.0.0.1:\(server.port)/ ，按 Ctrl-C 结束。")
    UnfinishedWork.endsBySignal { [console = world.console] in
      server.stop()
      console.say("预览已经结束。")
    }
    while true {
      watch.wait()
      try preview.build()
    }
  }

  private func server(of site: PreviewSite) throws(CommandFailure) -> PreviewServer {
    let ports = port.map { [$0] } ?? Array(4321...4330)
    for port in ports.dropLast() {
      do throws(ServingFailure) {
        return try PreviewServer(site, port: port)
      } catch {
        // The next port may be free.
        continue
      }
    }
    do throws(ServingFailure) {
      return try PreviewServer(site, port: ports[ports.count - 1])
    } catch {
      throw .usage("\(error)，请用 --port 换一个端口")
    }
  }
}
