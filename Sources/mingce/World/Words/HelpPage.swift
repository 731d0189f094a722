import Diagnostics
import UnicodeText

/// The help of one command, as the terminal shows it.
struct HelpPage {
  let path: [String]
  let sheet: CommandSheet
  let words: HelpWords
  /// How many columns a line may take.
  let width: Int

  /// Where explanations begin.
  private static let margin = 26
  /// A command with more arguments than this says only which it cannot do without.
  private static let longestSynopsis = 12

  /// The whole page.
  var text: String {
    let shown = (sheet.arguments ?? []).map { ($0.label, explanation(of: $0), $0.kind) }
    let commands = (sheet.subcommands ?? []).map { ($0.commandName, $0.abstract ?? "") }
    let parts = [
      filled(sheet.abstract ?? ""),
      sheet.discussion.map { $0.split(separator: "\n", omittingEmptySubsequences: false) }
        .map { $0.map { filled(String($0)) }.joined(separator: "\n") } ?? "",
      synopsis,
      list("参数：", shown.filter { $0.2 == .positional }.map { ($0.0, $0.1) }),
      list("选项：", shown.filter { $0.2 != .positional }.map { ($0.0, $0.1) }),
      list("命令：", commands),
      commands.isEmpty ? "" : "  " + pointer,
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// What may be written behind the command, broken between arguments and indented behind the command.
  private var synopsis: String {
    let command = words.sentence("用法：") + path.joined(separator: " ")
    let indent = TerminalColumns.count(of: command) + 1
    var lines = [command]
    for part in synopsisParts {
      let length = TerminalColumns.count(of: lines[lines.count - 1] + part) + 1
      if length > width {
        lines.append(String(repeating: " ", count: min(indent, width / 2)) + part)
      } else {
        lines[lines.count - 1] += " " + part
      }
    }
    return lines.joined(separator: "\n")
  }

  private var synopsisParts: [String] {
    let arguments = (sheet.arguments ?? [])
      .filter { !["--help", "--version", Language.flag].contains($0.longName) }
    let isLong = arguments.count > HelpPage.longestSynopsis
    let chosen = isLong ? arguments.filter { $0.kind == .positional || !$0.isOptional } : arguments
    let options = isLong ? ["[<\(words.value("选项"))>]"] : []
    let command = sheet.subcommands?.isEmpty == false ? ["<\(words.value("命令"))>"] : []
    return options + chosen.map(\.synopsis) + command
  }

  private var pointer: String {
    let help = (path.prefix(1) + ["help"] + path.dropFirst()).joined(separator: " ")
    return words.sentence("用 \(help) <命令> 查看每个命令的说明。")
  }

  private func explanation(of argument: CommandSheet.Argument) -> String {
    let comma = words.sentences.isChinese ? "、" : ", "
    let values = (argument.allValues ?? []).joined(separator: comma)
    let notes = [
      values.isEmpty ? nil : words.sentence("可用的值：\(values)"),
      argument.defaultValue.map { words.sentence("默认：\($0)") },
    ].compactMap { $0 }
    let note = notes.joined(separator: words.sentence("；"))
    return (argument.abstract ?? "")
      + (note.isEmpty ? "" : words.sentence("（\(note)）"))
  }

  private func list(_ title: Message, _ entries: [(label: String, text: String)]) -> String {
    guard !entries.isEmpty else { return "" }
    return ([words.sentence(title)] + entries.map(entry)).joined(separator: "\n")
  }

  private func entry(_ label: String, _ text: String) -> String {
    let space = String(repeating: " ", count: HelpPage.margin)
    let lines = TerminalLines(filling: text, to: max(20, width - HelpPage.margin)).lines
    let room = HelpPage.margin - 2 - TerminalColumns.count(of: label)
    let first = "  \(label)" + (room > 0 ? String(repeating: " ", count: room) : "\n\(space)")
    return first + lines.joined(separator: "\n\(space)")
  }

  private func filled(_ line: String) -> String {
    TerminalLines(filling: line, to: width).lines.joined(separator: "\n")
  }
}
