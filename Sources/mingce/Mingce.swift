import ArgumentParser
import Diagnostics
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

      第一次用，先建一个项目：mingce new 我的名册，再照它说的下一步做。

      -o 的文件名，扩展名说明写成什么，大小写都行：写不出的不收，没有的补上。文件夹没有就新建；已有的文件，新的写全以后才替换。

      退出码：0 完成，1 未能完成，2 记录有问题，64 用法错误，66 缺少输入，73 无法写入，130、143 被中断。
      """,
    version: Mingce.versionNumber,
    subcommands: [
      NewCommand.self, BuildCommand.self, ServeCommand.self, RenderCommand.self, CheckCommand.self,
      FixCommand.self,
      FormsCommand.self, DoctorCommand.self,
      RosterCommand.self, FilingCommand.self, LedgerCommand.self, SealCommand.self,
      ListCommand.self,
      ImportCommand.self, TemplateCommand.self,
      ExtractCommand.self,
      SignCommand.self, StatusCommand.self, RefuseCommand.self, WithdrawCommand.self,
      DownloadCommand.self, VerifyCommand.self,
      ArchiveCommand.self,
      ExplainCommand.self,
    ]
  )

  @Option(
    name: .long,
    help: ArgumentHelp(
      "语言：zh 或者 en，写在哪里都行；不写时看环境变量 LC_ALL、LC_MESSAGES、LANG，en 开头的是 en，其他是 zh。",
      valueName: "语言"
    )
  )
  var lang: Language?

  /// The one version number of the program.
  static let versionNumber = "0.1.0"

  static func main() {
    let environment = ProcessInfo.processInfo.environment
    var world = World(environment: environment)
    Console.openWhatIsClosed()
    var arguments = Array(CommandLine.arguments.dropFirst())
    do throws(CommandFailure) {
      world = try world.speaking(Language.taken(from: &arguments))
    } catch {
      Glibc.exit(report(error, to: world.console).rawValue)
    }
    Interruption.watch(world.console)
    requireArguments(world.console)
    Glibc.exit(run(arguments, in: world).rawValue)
  }

  /// Ends the program where it cannot know what it was asked for: Swift reads the command line in /proc (proc(5)), and a
  /// bare root or container may have none.
  private static func requireArguments(_ console: Console) {
    guard CommandLine.arguments.isEmpty else { return }
    console.note("错误：读不到命令行参数：没有挂载 /proc。请先执行 mount -t proc proc /proc，再运行一次。")
    Glibc.exit(ExitStatus.failed.rawValue)
  }

  private static func run(_ arguments: [String], in world: World) -> ExitStatus {
    do {
      try requireKnownCommand(arguments)
      var command = try parseAsRoot(commandFirst(arguments))
      guard let command = command as? any WorldlyCommand else {
        try command.run()
        return .ok
      }
      return execute(command, in: world)
    } catch let failure as CommandFailure {
      return report(failure, to: world.console)
    } catch {
      return answer(error, to: arguments, in: world)
    }
  }

  private static func execute(_ command: any WorldlyCommand, in world: World) -> ExitStatus {
    do throws(CommandFailure) {
      return try command.run(in: world)
    } catch {
      return report(error, to: world.console)
    }
  }

  private static func report(_ failure: CommandFailure, to console: Console) -> ExitStatus {
    failure.lines.forEach(console.note)
    return failure.status
  }

  /// Moves the command's name to the front, since the parser does not look for it behind options.
  private static func commandFirst(_ arguments: [String]) -> [String] {
    guard let first = arguments.first, first.hasPrefix("-"),
      let place = commandPlace(in: arguments)
    else { return arguments }
    var arguments = arguments
    arguments.insert(arguments.remove(at: place), at: 0)
    return arguments
  }

  /// Returns where the first word stands that is neither an option nor an option's value and names a command.
  private static func commandPlace(in arguments: [String]) -> Int? {
    let takingValue = [
      "-o", "--output", "--format", "--project", "--mask", "--where", "--columns", "--sort",
      "--port",
    ]
    return arguments.indices.first { index in
      commandNames.contains(arguments[index])
        && (index == 0 || !takingValue.contains(arguments[index - 1]))
    }
  }

  /// Refuses a first word that names no command; the parser would call it an argument too many.
  private static func requireKnownCommand(_ arguments: [String]) throws(CommandFailure) {
    guard let word = arguments.first, !word.hasPrefix("-"), !commandNames.contains(word) else {
      return
    }
    let near = nearName(to: word, in: commandNames)
    let known = commandNames.map { Message(value: $0) }.joined(separator: "、")
    throw .usage("没有名为“\(word)”的命令\(near)现有命令：\(known)")
  }

  private static let commandNames =
    configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]

  /// Prints what the argument parser has to say: a help page, a complaint, or what a shell completes.
  private static func answer(
    _ error: any Error,
    to arguments: [String],
    in world: World
  ) -> ExitStatus {
    let message = fullMessage(for: error)
    guard message != versionNumber else {
      world.console.put(message + "\n")
      return .ok
    }
    do throws(CommandFailure) {
      let words = try world.helpWords()
      guard exitCode(for: error) == .success else {
        world.console.show(ParserComplaint(text: message, words: words).translated + "\n")
        return .usage
      }
      let answer = ParserAnswer(message, to: arguments, in: words, width: world.console.lineWidth)
      world.console.put(answer.text + "\n")
      return .ok
    } catch {
      return report(error, to: world.console)
    }
  }
}

/// A command that works in a given world instead of reaching for it.
protocol WorldlyCommand: ParsableCommand {
  /// Does the work and says how it ended.
  func run(in world: World) throws(CommandFailure) -> ExitStatus
}
