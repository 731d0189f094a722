/// A closed list of codes, each with the word that forms print.
public protocol CodeList: RawRepresentable, CaseIterable, Sendable, Hashable
where RawValue == String {
  /// What the list is called in messages.
  static var listName: String { get }
  /// The word that forms print.
  var label: String { get }
  /// Other spellings seen in the wild, taken as this code.
  var aliases: [String] { get }
}

extension CodeList {
  /// Nothing else, unless the list says so.
  public var aliases: [String] { [] }

  /// Returns the code that `text` means: the code itself, or its label or an alias.
  static func meant(by text: String) -> Self? {
    Self(rawValue: text) ?? allCases.first { $0.label == text || $0.aliases.contains(text) }
  }

  /// The codes with their labels, for a message.
  static var choices: String {
    allCases.map { $0.rawValue == $0.label ? $0.label : "\($0.rawValue)（\($0.label)）" }
      .joined(separator: "、")
  }
}
