import Diagnostics
import DocumentTree
import Markdown

/// A page of a guide as it was read by itself, before it got its place in the guide.
struct PageReading: Sendable {
  /// What stands in the file.
  let text: String
  /// What that says.
  let document: Document<Never>
  /// What was wrong with it.
  let diagnostics: [Diagnostic]

  /// Reads `file`.
  init(of file: GuideSource.Page) {
    text = file.text
    (document, diagnostics) = readGuide(file.text, file: file.path)
  }
}
