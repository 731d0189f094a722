import Foundation

/// A command as the argument parser describes it, with those below it: what help, manual pages and completions say.
struct CommandSheet: Codable {
  var commandName: String
  var abstract: String?
  var discussion: String?
  var arguments: [Argument]?
  var subcommands: [CommandSheet]?

  /// Something that may be written behind a command.
  struct Argument: Codable {
    var kind: Kind
    var names: [Name]?
    var valueName: String?
    var abstract: String?
    var allValues: [String]?
    var defaultValue: String?
    var isOptional: Bool
    var isRepeating: Bool
    var shouldDisplay: Bool

    enum Kind: String, Codable { case positional, option, flag }
    struct Name: Codable { var kind, name: String }
  }
}

extension CommandSheet {
  /// The document in which the parser describes the program, and in which we do.
  private struct Dump: Codable {
    var command: CommandSheet
    var serializationVersion: Int
  }

  /// What the parser says of its own arguments, and what we say.
  static let parsersOwn: KeyValuePairs<String, String> = [
    "Show subcommand help information.": "显示某个命令的说明。",
    "Show help information.": "显示本说明。",
    "Show the version.": "显示版本号。",
  ]

  /// Returns what the parser has written with our words for its own.
  static func withChineseSentences(_ text: String) -> String {
    parsersOwn.reduce(text) { $0.replacing($1.key, with: $1.value) }
  }

  /// Reads the parser's description of the program, or nothing if it describes itself otherwise.
  init?(dump: String) {
    do {
      self = try JSONDecoder().decode(Dump.self, from: Data(dump.utf8)).command
        .tidied(sharing: [])
    } catch {
      return nil
    }
  }

  /// The same description as JSON, for manual pages and whoever wants to read it.
  var dump: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      let data = try encoder.encode(Dump(command: self, serializationVersion: 0))
      return String(decoding: data, as: UTF8.self)
    } catch {
      preconditionFailure("a description that holds nothing but texts can be written: \(error)")
    }
  }

  /// Leaves out what is not shown and the parser's own `help`, says in our words what it says in its own, and gives every
  /// command what may be written anywhere.
  private func tidied(sharing above: [Argument]) -> CommandSheet {
    var sheet = self
    let own = (arguments ?? []).filter(\.shouldDisplay).map(\.inOurWords)
    let shared = above.isEmpty ? own.filter { $0.longName == Language.flag } : above
    let place = own.firstIndex { $0.longName == "--version" } ?? own.endIndex
    sheet.arguments = above.isEmpty ? own : Array(own[..<place]) + above + Array(own[place...])
    sheet.subcommands = subcommands?.filter { $0.commandName != "help" }
      .map { $0.tidied(sharing: shared) }
    return sheet
  }

  /// Returns the command that `words` call, with all names on the way to it; options and values are passed over.
  func called(by words: some Sequence<String>) -> (path: [String], sheet: CommandSheet) {
    var path = [commandName]
    var sheet = self
    for word in words {
      guard let next = sheet.subcommands?.first(where: { $0.commandName == word }) else { continue }
      path.append(word)
      sheet = next
    }
    return (path, sheet)
  }

  /// All sentences in which this command and those below it are explained.
  var sentences: [String] {
    let own = [abstract] + (arguments ?? []).map(\.abstract)
    return own.compactMap { $0 } + (subcommands ?? []).flatMap(\.sentences)
  }

  /// What the values of this command and those below it are called.
  var valueNames: [String] {
    (arguments ?? []).compactMap(\.valueName) + (subcommands ?? []).flatMap(\.valueNames)
  }
}

extension CommandSheet.Argument {
  /// The same argument with our sentence for the parser's own.
  fileprivate var inOurWords: Self {
    var argument = self
    argument.abstract = CommandSheet.parsersOwn.first { $0.key == abstract }?.value ?? abstract
    return argument
  }

  /// The long name with its dashes; nothing for an argument without names.
  var longName: String? { names?.first { $0.kind == "long" }.map { "--\($0.name)" } }

  /// The value as it is shown, such as `<文件>`; nothing for a flag.
  var shownValue: String? { kind == .flag ? nil : valueName.map { "<\($0)>" } }

  /// How it stands in a list, such as `-o, --output <文件>`.
  var label: String {
    let names = (names ?? []).map { ($0.kind == "long" ? "--" : "-") + $0.name }
      .sorted { $0.count < $1.count }
    return [names.joined(separator: ", "), shownValue ?? ""].filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  /// How it stands behind the command, such as `[--output <文件>]`.
  var synopsis: String {
    var text = [longName, shownValue].compactMap { $0 }.joined(separator: " ")
    if isRepeating { text += " ..." }
    return isOptional ? "[\(text)]" : text
  }
}
