import Foundation
import Testing

/// All commands speak alike: every help has an example, and what commands share is called the same everywhere.
@Suite struct OneVoiceTests {
  /// A command as the program describes itself (`--experimental-dump-help`).
  private struct Command: Decodable {
    let commandName: String
    let abstract: String?
    let discussion: String?
    let subcommands: [Command]?
    let arguments: [Argument]?

    struct Argument: Decodable {
      let kind: String
      let valueName: String?
      let abstract: String?
      let names: [Name]?
      struct Name: Decodable { let kind, name: String }

      /// The long name, as it is typed.
      var flag: String? { names?.first { $0.kind == "long" }.map { "--\($0.name)" } }

      /// The words up to the first mark that ends a thought.
      var head: String {
        String((abstract ?? "").prefix { !"，。；：（、".contains($0) })
      }
    }

    /// The command and all below it, each with the words that call it.
    func all(below path: String = "") -> [(path: String, command: Command)] {
      let path = path.isEmpty ? commandName : "\(path) \(commandName)"
      let own = commandName == "help" ? [] : [(path, self)]
      return own + (subcommands ?? []).flatMap { $0.all(below: path) }
    }
  }

  private struct Dump: Decodable { let command: Command }

  private static let commands: [(path: String, command: Command)] = {
    let run = try? Program.mingce.run(
      ["--experimental-dump-help"],
      in: FileManager.default.temporaryDirectory
    )
    let dump = run.flatMap { try? JSONDecoder().decode(Dump.self, from: Data($0.output.utf8)) }
    return dump?.command.all() ?? []
  }()

  @Test func everyCommandIsFound() {
    let paths = Self.commands.map(\.path)
    #expect(paths.count > 40)
    for path in ["mingce render", "mingce archive add", "mingce ledger verify", "mingce seal uses"]
    {
      #expect(paths.contains(path))
    }
  }

  @Test func everyHelpSaysWhatForAndGivesAnExample() {
    for (path, command) in Self.commands {
      let discussion = command.discussion ?? ""
      // A command that only has others under it shows one of those.
      #expect(discussion.contains("例：\(path)"), "\(path)")
      #expect((command.abstract ?? "").hasSuffix("。"), "\(path)")
      for argument in command.arguments ?? [] {
        guard argument.flag != "--help", argument.flag != "--version" else { continue }
        let words = argument.abstract ?? ""
        #expect(words.hasSuffix("。"), "\(path) \(argument.flag ?? "参数")：\(words)")
        if argument.kind != "flag" {
          let name = argument.valueName ?? ""
          #expect(name.contains { !$0.isASCII }, "\(path) \(argument.flag ?? "参数") <\(name)>")
        }
      }
    }
  }

  /// Results go where -o says: a file, a folder, or either.
  private static let outputs = ["输出文件": "文件", "输出文件夹": "文件夹", "输出文件或者文件夹": "路径"]

  @Test func whatCommandsShareIsCalledTheSame() {
    var heads: [String: [String: [String]]] = [:]
    for (path, command) in Self.commands {
      for argument in command.arguments ?? [] {
        guard let flag = argument.flag else { continue }
        if flag == "--output" {
          #expect(Self.outputs[argument.head] == argument.valueName, "\(path)：\(argument.head)")
          continue
        }
        let shape = "\(argument.kind) <\(argument.valueName ?? "")> \(argument.head)"
        heads[flag, default: [:]][shape, default: []].append(path)
      }
    }
    for (flag, shapes) in heads.sorted(by: { $0.key < $1.key }) {
      #expect(shapes.count == 1, "\(flag)：\(shapes)")
    }
  }

  /// Arguments that are the same thing have the same words.
  @Test func argumentsOfTheSameNameAreExplainedAlike() {
    var heads: [String: Set<String>] = [:]
    for (_, command) in Self.commands {
      for argument in command.arguments ?? [] where argument.kind == "positional" {
        heads[argument.valueName ?? "", default: []].insert(argument.head)
      }
    }
    for name in ["记录文件", "档号", "表单"] {
      #expect(heads[name]?.count == 1, "\(name)：\(heads[name] ?? [])")
    }
  }
}
