import Diagnostics
import YAML

/// What `explain` says of a code in another language; the law keeps its Chinese name.
struct WordedExplanation {
  var title: String
  var text: String
  var right: String?
  var wrong: String?
}

extension World {
  /// Returns the same world with everything said in `language`; in what the environment asks for where there is none.
  func speaking(_ language: Language?) throws(CommandFailure) -> World {
    var world = self
    if let language { world.language = language }
    try world.learnWords()
    return world
  }

  /// Opens what the language has of words, which Chinese does without.
  private mutating func learnWords() throws(CommandFailure) {
    // Without the program's content there are no words but its own.
    guard language != .chinese, homeIfAny != nil else { return console.words = .chinese }
    var words: [(String, String)] = []
    for name in ["program", "diagnostics", "readers", "content"] {
      var map = try messages(name)
      words += entries(&map, "messages")
      try settle(map.close())
    }
    let sentences = try wordedExplanations().map { ($0.key, $0.value.title) }
    console.words = Vocabulary(
      Dictionary(words) { first, _ in first },
      sentences: Dictionary(sentences) { first, _ in first }
    )
  }

  /// Returns the words in which help is written.
  func helpWords() throws(CommandFailure) -> HelpWords {
    guard language != .chinese else { return .chinese }
    var map = try messages("help")
    let words = HelpWords(
      sentences: vocabulary(&map, "sentences"),
      values: vocabulary(&map, "values"),
      examples: entries(&map, "examples").sorted { $0.0.count > $1.0.count }
        .map { (chinese: $0.0, other: $0.1) }
    )
    try settle(map.close())
    return words
  }

  /// Opens the file of the language's words that is called `name`.
  private func messages(_ name: String) throws(CommandFailure) -> YAMLMapping {
    let path = "\(try home())/content/messages/\(language.rawValue)/\(name).yaml"
    let (node, complaints) = readYAML(try text(of: path), file: path)
    try settle(complaints)
    guard let node else { throw .unfit(complaints) }
    return YAMLMapping(node)
  }

  /// What `explain` says of codes in another language, by code.
  func wordedExplanations() throws(CommandFailure) -> [String: WordedExplanation] {
    guard language != .chinese else { return [:] }
    var map = try messages("explanations")
    var worded: [String: WordedExplanation] = [:]
    for entry in map.allEntries() {
      var item = YAMLMapping(entry.value)
      worded[entry.key] = WordedExplanation(
        title: item.requiredText("title") ?? entry.key,
        text: item.requiredText("text") ?? "",
        right: item.text("right"),
        wrong: item.text("wrong")
      )
      try settle(item.close())
    }
    return worded
  }

  private func vocabulary(_ map: inout YAMLMapping, _ key: String) -> Vocabulary {
    Vocabulary(Dictionary(entries(&map, key), uniquingKeysWith: { first, _ in first }))
  }

  private func entries(_ map: inout YAMLMapping, _ key: String) -> [(String, String)] {
    guard var part = map.mapping(key) else { return [] }
    return part.allEntries().compactMap { entry in entry.value.text.map { (entry.key, $0) } }
  }
}
