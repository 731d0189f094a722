import Diagnostics
import Digests
import DocumentTree
import Markdown

/// A page of a guide as it was read by itself, before it got its place in the guide.
struct PageReading: Sendable {
  /// The file.
  let file: GuideSource.Page
  /// The hash of its text.
  let digest: String
  /// What the rest of the portal needs to know of it.
  let outline: PageOutline
  /// What was wrong with it.
  let diagnostics: [Diagnostic]
  private var read: Document<Never>?

  /// What stands in the file; it is read when an earlier process has kept no more than the outline.
  var document: Document<Never> {
    get { read ?? PageReading.read(file).document }
    set { read = newValue }
  }

  /// Reads `file`, but for what is `known` of a text with the same hash.
  init(of file: GuideSource.Page, known: KeptOutline? = nil) {
    self.file = file
    digest = Digest(of: Array(file.text.utf8)).hex
    if let known, known.digest == digest {
      (outline, diagnostics) = (known.outline, [])
    } else {
      let (document, diagnostics) = PageReading.read(file)
      (self.diagnostics, outline, read) = (diagnostics, PageOutline(of: document), document)
    }
  }

  private static func read(
    _ file: GuideSource.Page
  ) -> (document: Document<Never>, diagnostics: [Diagnostic]) {
    var (document, diagnostics) = readGuide(file.text, file: file.path)
    for (index, block) in document.body.enumerated() {
      guard case .heading(var heading) = block else { continue }
      heading.takeWrittenAnchor()
      document.body[index] = .heading(heading)
    }
    return (document, diagnostics)
  }
}

/// The outline of a page that was read without a complaint, with the hash of its text.
struct KeptOutline: Sendable {
  var digest: String
  var outline: PageOutline
}
