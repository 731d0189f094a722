import Diagnostics
import YAML

extension World {
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

  private func vocabulary(_ map: inout YAMLMapping, _ key: String) -> Vocabulary {
    Vocabulary(Dictionary(entries(&map, key), uniquingKeysWith: { first, _ in first }))
  }

  private func entries(_ map: inout YAMLMapping, _ key: String) -> [(String, String)] {
    guard var part = map.mapping(key) else { return [] }
    return part.allEntries().compactMap { entry in entry.value.text.map { (entry.key, $0) } }
  }
}
