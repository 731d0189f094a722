import ArgumentParser
import Foundation
import Glibc

/// The command line: parses it, runs one command and turns every outcome into an exit status.
@main
struct Mingce: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mingce",
    abstract: "名册：把备案记录做成名册、证明书和合同，把操作指南做成帮助门户。",
    discussion: """
      例：mingce render roster-new 记录.json -o 名册.pdf

      退出码：0 完成，1 未能完成，2 记录有问题，64 用法错误，66 缺少输入，73 无法写入。
      """,
    version: Mingce.versionNumber,
    subcommands: [
      NewCommand.self, BuildCommand.self, RenderCommand.self, CheckCommand.self,
      FormsCommand.self, DoctorCommand.self,
    ]
  )

  /// The one version number of the program.
  static let versionNumber = "0.1.0"

  static func main() {
    let world = World(environment: ProcessInfo.processInfo.environment)
    Glibc.exit(run(Array(CommandLine.arguments.dropFirst()), in: world).rawValue)
  }

  private static func run(_ arguments: [String], in world: World) -> ExitStatus {
    do {
      var command = try parseAsRoot(arguments)
      guard let command = command as? any WorldlyCommand else {
        try command.run()
        return .ok
      }
      return execute(command, in: world)
    } catch {
      return report(error, to: world.console)
    }
  }

  private static func execute(_ command: any WorldlyCommand, in world: World) -> ExitStatus {
    do throws(CommandFailure) {
      return try command.run(in: world)
    } catch {
      error.lines.forEach(world.console.note)
      return error.status
    }
  }

  /// Prints a help page or a complaint of the argument parser.
  private static func report(_ error: any Error, to console: Console) -> ExitStatus {
    let text = ChineseHelp.translated(fullMessage(for: error))
    guard exitCode(for: error) == .success else {
      console.note(text)
      return .usage
    }
    console.say(text)
    return .ok
  }
}

/// A command that works in a given world instead of reaching for it.
protocol WorldlyCommand: ParsableCommand {
  /// Does the work and says how it ended.
  func run(in world: World) throws(CommandFailure) -> ExitStatus
}
