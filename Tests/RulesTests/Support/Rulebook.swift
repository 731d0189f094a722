import Diagnostics
import Foundation
import Rules
import Testing

/// The folder of the rule books that the program brings.
private let folder = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appending(path: "content/rules")

/// Returns the texts of the house's rule books, some of them replaced.
func ruleTexts(replacing changes: [String: String] = [:]) throws -> [RuleText] {
  try RuleShelf.fileNames.map { name in
    let text =
      try changes[name] ?? String(contentsOf: folder.appending(path: name), encoding: .utf8)
    return RuleText(name: name, text: text, path: name)
  }
}

/// Returns the house's shelf, some files of it replaced.
func shelf(replacing changes: [String: String] = [:]) throws -> RuleShelf {
  let (shelf, diagnostics) = readRuleShelf(try ruleTexts(replacing: changes))
  #expect(diagnostics.map(\.description) == [])
  return try #require(shelf)
}

/// Returns the text of the explanations that the program brings.
func explanationText() throws -> RuleText {
  let file = folder.appending(path: "explanations.yaml")
  let text = try String(contentsOf: file, encoding: .utf8)
  return RuleText(name: "explanations.yaml", text: text, path: "explanations.yaml")
}
