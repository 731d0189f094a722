/// What stands beside every page of one guide: its chapters, the other guides, the documents.
///
/// A guide of a thousand chapters lists them on each of their pages, so every entry is made once, and once more as the
/// page that is being read; a page only puts them together.
struct GuideNavigation: Sendable, Hashable {
  /// Entries under a heading, as HTML.
  private struct Group: Sendable, Hashable {
    var title: String
    var entries: [String]
  }

  private let chapters: Group
  /// The chapters' entries as their own pages show them.
  private let currentChapters: [String]
  private let others: [Group]

  /// Makes the entries of `guide` in `portal`.
  init(of guide: Guide, in portal: Portal) throws(SiteFailure) {
    let path = "guides/\(guide.id)/index.html"
    var (plain, current): ([String], [String]) = ([], [])
    for page in guide.pages {
      let entry = portal.entry(to: page, of: guide, from: path)
      plain.append(try portal.theme.render("entry", with: entry))
      let here = entry.merging(["isCurrent": .flag(true)]) { $1 }
      current.append(try portal.theme.render("entry", with: here))
    }
    chapters = Group(title: guide.place, entries: plain)
    currentChapters = current
    var groups: [Group] = []
    for (title, entries) in portal.entriesBeside(guide, from: path) {
      var texts: [String] = []
      for entry in entries { texts.append(try portal.theme.render("entry", with: entry)) }
      groups.append(Group(title: title, entries: texts))
    }
    others = groups
  }

  /// Returns the groups as the page at `position` shows them, or as the guide's own page does.
  func values(at position: Int?) -> [PageValues] {
    var chapters = chapters
    if let position { chapters.entries[position] = currentChapters[position] }
    return ([chapters] + others).map { group in
      ["title": .text(group.title), "entries": .markup(group.entries.joined())]
    }
  }
}

extension Portal {
  /// Returns the entry of the navigation that leads to `page` from the page at `path`.
  func entry(to page: GuidePage, of guide: Guide, from path: String) -> PageValues {
    [
      "href": .text(reference(from: path, to: page.path(in: guide))),
      "number": .text(page.number),
      "title": .text(page.title),
      "isCurrent": .flag(false),
    ]
  }

  /// Returns the groups of entries beside those of `guide`, with their headings: the other guides, the documents.
  func entriesBeside(
    _ guide: Guide,
    from path: String
  ) -> [(title: String, entries: [PageValues])] {
    let others = guides.filter { $0.id != guide.id }.map { other in
      entry(to: "guides/\(other.id)/index.html", called: other.place, from: path)
    }
    var papers: [PageValues] = []
    if !forms.isEmpty { papers.append(entry(to: Portal.formsPath, called: "全部表单", from: path)) }
    if !documents.isEmpty {
      let home = reference(from: path, to: "index.html")
      papers.append(["href": .text("\(home)#documents"), "title": .text("名册与文书样张")])
    }
    return [("其他指南", others), ("表单与名册", papers)].filter { !$0.1.isEmpty }
  }

  private func entry(to target: String, called title: String, from path: String) -> PageValues {
    ["href": .text(reference(from: path, to: target)), "title": .text(title)]
  }
}
