import Diagnostics

/// The words of help in one language: `content/messages/<language>/help.yaml`.
struct HelpWords {
  /// Sentences: explanations, and discussions line by line.
  var sentences = Vocabulary.chinese
  /// What the values of arguments are called.
  var values = Vocabulary.chinese
  /// Words in examples and what takes their place, longest first.
  var examples: [(chinese: String, other: String)] = []

  /// The program's own words.
  static let chinese = HelpWords()

  /// Returns what a value is called.
  func value(_ name: String) -> String { values.word(name) }

  /// Returns a sentence of the help itself.
  func sentence(_ message: Message) -> String { message.words(in: sentences) }

  /// Returns `sheet` and all below it in this language.
  func translated(_ sheet: CommandSheet) -> CommandSheet {
    var sheet = sheet
    sheet.abstract = sheet.abstract.map(sentences.word)
    sheet.discussion = sheet.discussion.map { text in
      text.split(separator: "\n", omittingEmptySubsequences: false).map { line(String($0)) }
        .joined(separator: "\n")
    }
    sheet.arguments = sheet.arguments?.map { argument in
      var argument = argument
      argument.abstract = argument.abstract.map(sentences.word)
      argument.valueName = argument.valueName.map(value)
      return argument
    }
    sheet.subcommands = sheet.subcommands?.map(translated)
    return sheet
  }

  /// Returns a line of a discussion; examples stay commands, with other file names and remarks.
  private func line(_ line: String) -> String {
    let isFirst = line.hasPrefix(HelpWords.example)
    guard isFirst || line.hasPrefix("    "), !sentences.isChinese else {
      return sentences.word(line)
    }
    let label = sentences.word(HelpWords.example)
    let lead = isFirst ? label : String(repeating: " ", count: label.count)
    let command = isFirst ? line.dropFirst(HelpWords.example.count) : line.drop { $0 == " " }
    return examples.reduce(lead + command) { $0.replacing($1.chinese, with: $1.other) }
  }

  /// Begins an example; more examples under it are indented.
  private static let example = "例："
}
