import Diagnostics
import Searching

/// A page of a guide as the portal has it, with what the pages around it need to know of it.
struct MadeChapter: Sendable {
  /// The page itself.
  enum Page: Sendable {
    /// The bytes, which every build that keeps the page shares: what is written out need not be compared.
    case made([UInt8])
    /// An earlier process wrote it when it was the portal's page of this number, counted from 0, and its script of search.
    case written(number: Int)
  }

  /// The hash of what the page was made of, to tell whether it can stay (`ChapterBasis`).
  let basis: String
  /// The destinations of the page's links and pictures, as they are written.
  let destinations: [String]
  /// Where those led.
  let targets: [String]
  /// The page.
  let page: Page
  /// The chapter and its headings for the page that lists everything, as HTML.
  let contents: String
  /// The page as readers find it.
  let search: SearchablePage
  /// The sections that mention forms, by the forms' names.
  let mentions: [(form: String, mention: FormMention)]
  /// The files that the page links to or shows, by their path below the portal's folder.
  let files: Set<String>
  /// A complaint for each link and picture that leads nowhere.
  let diagnostics: [Diagnostic]
}

extension MadeChapter {
  /// Returns the page as a file at `path`.
  func file(at path: String) -> OutputFile {
    switch page {
    case .made(let bytes): OutputFile(path: path, bytes: bytes)
    case .written: OutputFile(standing: path)
    }
  }
}

extension LinkFinder {
  /// Returns in words where each of `destinations`, written in `page` of `guide`, leads, and what it is called there.
  func targets(of destinations: [String], in page: GuidePage, of guide: Guide) -> [String] {
    destinations.map { target(of: $0, in: page, of: guide).words(seenFrom: guide) }
  }
}

extension LinkTarget {
  /// Where a link of `guide` leads, and what it is called there, in words that change with either.
  func words(seenFrom guide: Guide) -> String {
    switch self {
    case .outside: return ""
    case .file(let path): return path
    case .page(let other, let page, let anchor):
      let name = name(seenFrom: guide) ?? ""
      return "\(page.path(in: other))#\(anchor ?? "")\n\(name)"
    case .nowhere(let fault):
      return "\(fault.code)\n\(fault.message)\n\(fault.advice ?? "")"
    }
  }
}
