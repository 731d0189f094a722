import Diagnostics

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

  /// The codes with what they mean, for a message; words that are their own codes are to be written as they are.
  static var choices: Message {
    allCases.map { code -> Message in
      code.rawValue == code.label
        ? Message(value: code.label) : "\(code.rawValue)（\(term: code.label)）"
    }
    .joined(separator: "、")
  }
}
