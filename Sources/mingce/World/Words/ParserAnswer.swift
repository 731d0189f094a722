import ArgumentParser

/// What the argument parser answers where it was not asked to run a command: help, its description, a script.
struct ParserAnswer {
  /// What is printed.
  let text: String

  /// Puts the parser's `message`, the answer to `arguments`, into our words, for a terminal of `width` columns.
  init(_ message: String, to arguments: [String], in words: HelpWords, width: Int?) {
    guard let sheet = CommandSheet(dump: Mingce._dumpHelp()) else {
      text = message
      return
    }
    if arguments.contains(where: { $0.hasPrefix("--generate-completion-script") }) {
      text = CompletionScript(text: message, of: sheet, words: words).translated
    } else if arguments.contains("--experimental-dump-help") {
      text = words.translated(sheet).dump
    } else {
      let (path, called) = words.translated(sheet).called(by: arguments)
      text = HelpPage(path: path, sheet: called, words: words, width: width ?? 80).text
    }
  }
}
