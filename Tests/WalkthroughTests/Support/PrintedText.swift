import Foundation

/// A printed form beside the web page of the same documents.
struct PrintedText {
  /// What the PDF says without what is repeated on every page and without the sums of pages.
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
    let marks = pages.map(PrintedText.mark)
    printed = pages.indices.map { index in
      let text = PrintedText.content(of: String(pages[index].dropLast(marks[index].count)))
      // The machine mark stands on every page, on the web at the end of its document.
      let isLast = index + 1 == pages.count || marks[index + 1] != marks[index]
      let end = isLast ? marks[index] : ""
      guard index > 0, text.hasPrefix(head) else { return text + end }
      let rest = String(text.dropFirst(head.count))
      return PrintedText.withoutRepeatedGroup(rest, String(body)) + end
    }.joined()
  }

  /// Returns the machine mark at the end of a page; nothing where there is none.
  private static func mark(of page: String) -> String {
    page.firstMatch(of: /(名册编号：[^：]+)?校验码：[0-9a-f]{16}第[^第]+版$/).map { String($0.output.0) }
      ?? ""
  }

  /// Returns what a page says without the number of the page and what its rows add up to.
  private static func content(of page: String) -> String {
    page.replacing(/(第\d+页共\d+页|—\d+—)$/, with: "")
      .replacing(/本页小计：\d+人[\d,.]+/, with: "")
  }

  /// Takes away the name of a group that goes on from the page before, which the web page says only once.
  private static func withoutRepeatedGroup(_ text: String, _ body: String) -> String {
    guard let number = text.firstMatch(of: /^\d+/)?.output else { return text }
    let rest = text.dropFirst(number.count)
    for match in body.matches(of: /<td rowspan="\d+"[^>]*>([^<]+)<\/td>/) {
      let name = match.output.1
      let isNew =
        body.contains(">\(number)</td><td class=\"c\">\(name)<")
        || body.contains(">\(number)</td>\(match.output.0)")
      if rest.hasPrefix(name), !isNew { return String(number + rest.dropFirst(name.count)) }
    }
    return text
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
