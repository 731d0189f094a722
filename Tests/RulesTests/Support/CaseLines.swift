import Foundation

/// Returns the cells of the lines of `Cases/name`, comments left out.
func caseLines(_ name: String) throws -> [[String]] {
  let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Cases/\(name)")
  return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    .filter { !$0.hasPrefix("#") }
    .map { $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) } }
}
