import Diagnostics

/// A script with which a shell completes the program's commands and options, as the parser writes it.
struct CompletionScript {
  let text: String
  let sentences: [String]
  let valueNames: Set<String>
  let words: HelpWords

  /// Takes the parser's `text` and what it says of the commands of `sheet`.
  init(text: String, of sheet: CommandSheet, words: HelpWords) {
    self.text = text
    self.words = words
    // A sentence may begin another one.
    sentences = Set(sheet.sentences + CommandSheet.parsersOwn.map(\.value))
      .sorted { ($0.count, $0) > ($1.count, $1) }
    valueNames = Set(sheet.valueNames)
  }

  /// The script with its explanations in the language of the words.
  var translated: String {
    let chinese = CommandSheet.withChineseSentences(text)
    guard !words.sentences.isChinese else { return chinese }
    let explained = sentences.reduce(chinese) { text, sentence in
      let other = quoted(words.sentences.word(sentence))
      return spellings(of: sentence).reduce(text) { $0.replacing($1, with: other) }
    }
    return valueNames.sorted().reduce(explained) {
      $0.replacing(":\($1):", with: ":\(words.value($1)):")
    }
  }

  /// How the parser may have written `sentence` for one of the shells.
  private func spellings(of sentence: String) -> [String] {
    let colons = sentence.replacing(":", with: "\\:")
    return [sentence, colons].flatMap {
      [$0, $0.replacing("'", with: "'\\''"), $0.replacing("'", with: "\\'")]
    }
  }

  /// Returns `text` without marks that would end a quotation or an explanation; to zsh a colon ends one too.
  private func quoted(_ text: String) -> String {
    let text = text.replacing("'", with: "’").replacing("[", with: "(").replacing("]", with: ")")
    return self.text.hasPrefix("#compdef") ? text.replacing(":", with: "\\:") : text
  }
}
