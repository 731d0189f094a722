public import Diagnostics
import Foundation

/// What the program says in English, as `content/messages/en` holds it.
public enum EnglishWords {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "content/messages/en")

  /// The files whose words the program says, beside its help.
  public static let files = ["program", "diagnostics", "readers", "content"]

  /// What `explain` says of a code.
  public struct Explanation: Sendable {
    /// The code.
    public var code: String
    /// What a diagnostic of the code says in general.
    public var title: String
    /// The explanation.
    public var text: String
    /// The examples, empty where there are none.
    public var examples: String
  }

  /// Returns the entries of `files`, by the Chinese that they stand for.
  public static func entries(_ files: [String]) throws -> [(chinese: String, english: String)] {
    let entry = #/^  ("(?:[^"\\]|\\.)*"): ("(?:[^"\\]|\\.)*")$/#
    return try files.flatMap { file in
      try text(of: file).split(separator: "\n").compactMap { line in
        guard let parts = try entry.wholeMatch(in: line) else { return nil }
        // Quoted texts of YAML that hold nothing but such escapes are JSON as well.
        return (try unquoted(parts.1), try unquoted(parts.2))
      }
    }
  }

  /// Returns what is said of codes.
  public static func explanations() throws -> [Explanation] {
    let code = #/^([A-Za-z0-9.-]+): \{title: "([^"]+)", text: "([^"]+)"(, right: .+, wrong: .+)?\}/#
    return try text(of: "explanations").split(separator: "\n").compactMap { line in
      try code.prefixMatch(in: line).map { found in
        Explanation(
          code: String(found.1),
          title: String(found.2),
          text: String(found.3),
          examples: found.4.map { String($0) } ?? ""
        )
      }
    }
  }

  /// Returns the words with which the program speaks English.
  public static func vocabulary() throws -> Vocabulary {
    let words = try entries(files).map { ($0.chinese, $0.english) }
    let sentences = try explanations().map { ($0.code, $0.title) }
    return Vocabulary(
      Dictionary(words) { first, _ in first },
      sentences: Dictionary(sentences) { first, _ in first }
    )
  }

  /// Returns the runs of Chinese characters in `text`.
  public static func runsOfHan(in text: String) -> [String] {
    text.matches(of: #/\p{Han}+/#).map { String($0.output) }
  }

  private static func text(of file: String) throws -> String {
    try String(contentsOf: folder.appending(path: "\(file).yaml"), encoding: .utf8)
  }

  private static func unquoted(_ text: Substring) throws -> String {
    try JSONDecoder().decode(String.self, from: Data(text.utf8))
  }
}
