import Diagnostics
import DocumentTree
import Foundation
import HTML
import Markdown
import TestSupport
import Testing

/// What people write by habit, with the HTML that comes of it, what is said about it and how `mingce fix` mends it.
///
/// `Golden/markdown.txt` is to be read and added to: behind `@@` a title, the text (`⟦U+3000⟧` for what cannot be seen), and
/// behind `@@ =>` what becomes of it, which `UPDATE_GOLDEN=1` writes.
@Test func everySampleBecomesWhatItsAuthorMeant() throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden/markdown.txt")
  let samples = try String(contentsOf: file, encoding: .utf8).split(separator: "@@ ")
  var result = ""
  for pair in stride(from: 0, to: samples.count - 1, by: 2) {
    let source = samples[pair]
    let (title, text) = (source.prefix { $0 != "\n" }, source.drop { $0 != "\n" }.dropFirst())
    result += "@@ \(title)\n\(text)@@ =>\n" + (try outcome(of: shown(String(text.dropLast()))))
  }
  #expect(samples.count > 90)
  try expectGolden(result, "markdown.txt")
}

/// Returns what becomes of `text`: the HTML, complaints and mended lines.
private func outcome(of text: String) throws -> String {
  let (document, diagnostics) = readGuide(text, file: "a.md")
  let html = try htmlBlocks(document.body, title: "")
  let complaints = diagnostics.map { "! \($0.description)\n" }
  let mended = mendHabits(in: text).lines.map { "~ \($0.number): \($0.after)\n" }
  return hidden(html) + (html.hasSuffix("\n") ? "" : "\n") + hidden((complaints + mended).joined())
}

/// Returns `text` with the characters that it names.
private func shown(_ text: String) -> String {
  text.replacing(/⟦U\+([0-9A-F]{4})⟧/) { match in
    UInt32(match.output.1, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
  }
}

/// Returns `text` with the names of characters that cannot be seen.
private func hidden(_ text: String) -> String {
  let names: [Unicode.Scalar: String] = [
    "\r": "000D", "\u{3000}": "3000", "\u{200B}": "200B", "\u{FEFF}": "FEFF",
  ]
  return text.unicodeScalars.map { names[$0].map { "⟦U+\($0)⟧" } ?? String($0) }.joined()
}
