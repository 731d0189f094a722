import DocumentTree
import Forms
import Issuing

extension Printer {
  /// Writes the empty sheet `document` of `form` as PDF at `path`; returns the number of its pages.
  func print(
    _ document: Document<Never>,
    of form: Form,
    to path: String
  ) throws(CommandFailure) -> Int {
    let file = try world.newFile(path)
    let pages = try writePDF(titled: document.title, dated: nil, write: { try file.write($0) }) {
      press throws(IssuingFailure) in
      try press.add(document, style: form.style).forEach(console.complain)
    }
    try file.commit()
    return pages
  }
}
