import DocumentTree
import Searching

extension Portal {
  /// Adds the page that lists everything and shows what a search finds, and the scripts that find it.
  mutating func addSearch() throws(SiteFailure) {
    var values = shell(of: "search.html", kind: "search", title: "搜索", description: site.summary)
    values["isSearch"] = .flag(true)
    values["guides"] = .list(zip(guides, chapters).map(contents))
    values["hasDocuments"] = .flag(!documents.isEmpty)
    values["groups"] = .list(documentGroups)
    try add("search.html", from: "search", with: values)
    for (number, chapter) in chapters.joined().enumerated() {
      guard case .written = chapter.page else { continue }
      files.append(OutputFile(standing: Portal.searchPath(ofPage: number)))
    }
    for entry in documentEntries { searchIndex.add(SearchablePage(entry)) }
    for file in searchIndex.files(synonyms: site.synonyms) {
      files.append(OutputFile(path: "\(Portal.searchFolder)/\(file.path)", text: file.text))
    }
  }

  private static let searchFolder = "search"

  /// Returns the path of the script that holds the text of the portal's page `number`, counted from 0.
  static func searchPath(ofPage number: Int) -> String {
    "\(searchFolder)/\(SearchFile.path(ofPage: number))"
  }

  /// Returns the guide with its chapters and their headings, for the page that lists everything.
  private func contents(of guide: Guide, _ chapters: [MadeChapter]) -> PageValues {
    card(of: guide).merging(["chapters": .markup(chapters.map(\.contents).joined())]) { $1 }
  }

  /// Returns a chapter of `guide` with its headings, for the page that lists everything.
  func contents(of page: GuidePage, in guide: Guide) -> PageValues {
    let href = reference(from: "search.html", to: page.path(in: guide))
    let headings = headingValues(of: page, in: guide)
    return [
      "href": .text(href),
      "title": .text(page.label(in: guide)),
      "hasHeadings": .flag(!headings.isEmpty),
      "headings": .list(headings.map { $0.merging(["href": .text(href)]) { $1 } }),
    ]
  }

  /// The documents as readers find them, each title once: the same form is printed from many samples.
  ///
  /// A document leads to the card of its form, where all its files are.
  private var documentEntries: [SearchEntry] {
    var titles: Set<String> = []
    return documents.compactMap { document in
      guard titles.insert(document.title).inserted,
        let format = document.formats.last ?? document.formats.first
      else { return nil }
      return SearchEntry(
        path: cardReference(of: document) ?? reference(from: "index.html", to: format.path),
        title: document.title,
        place: "表单与名册",
        parts: [.init(anchor: "", title: "", text: document.content)]
      )
    }
  }
}

extension Portal {
  /// Returns the reference from the home page to the card of the form of `document`; nothing when there is none.
  private func cardReference(of document: DocumentLink) -> String? {
    guard forms.contains(where: { $0.name == document.form }) else { return nil }
    return "\(Portal.formsPath)#\(segment(document.form))"
  }
}

extension LinkedPage {
  /// The page of `guide` as readers find it, its text cut at the headings.
  func searchEntry(of page: GuidePage, in guide: Guide) -> SearchEntry {
    SearchEntry(
      path: reference(from: "index.html", to: page.path(in: guide)),
      title: page.label(in: guide).withPlainSpaces,
      place: guide.place,
      parts: sections.map { .init(anchor: $0.anchor, title: $0.title, text: $0.text) }
    )
  }
}
