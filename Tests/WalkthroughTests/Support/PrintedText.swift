import Foundation

/// A printed form beside the web page of the same documents.
struct PrintedText {
  /// What the PDF says without what is repeated on every page.
  let printed: String
  /// What the web page says.
  let told: String
  /// How many pages the PDF has.
  let pageCount: Int

  /// Reads `stem.pdf` and `stem.html`.
  init(_ stem: URL) throws {
    let html = try String(contentsOf: stem.appendingPathExtension("html"), encoding: .utf8)
    let body = html[try PrintedText.start(of: html)...]
    // The table's name for those who cannot see it is not printed.
    told = denseText(ofHTML: body.replacing(/<caption class="unseen">.*?<\/caption>/, with: ""))
    let pages = try pageTexts(ofPDF: stem.appendingPathExtension("pdf"))
    pageCount = pages.count
    let head = PrintedText.repeatedHead(of: String(body))
    printed = pages.enumerated().map { index, page in
      let text = page.replacing(/(第\d+页共\d+页|—\d+—)$/, with: "")
      return index > 0 && text.hasPrefix(head) ? String(text.dropFirst(head.count)) : text
    }.joined()
  }

  private static func start(of html: String) throws -> String.Index {
    guard let range = html.firstRange(of: "<body") else { throw CocoaError(.fileReadCorruptFile) }
    return range.lowerBound
  }

  /// Returns what stands at the head of every page of a roster: its masthead and the names of its columns.
  private static func repeatedHead(of body: String) -> String {
    let parts = [
      body.firstMatch(of: /<header class="masthead">(?s:.*?)<\/header>/)?.output,
      body.firstMatch(of: /<thead>(?s:.*?)<\/thead>/)?.output,
    ]
    guard parts.allSatisfy({ $0 != nil }) else { return "" }
    return parts.compactMap { $0.map { denseText(ofHTML: $0) } }.joined()
  }
}
