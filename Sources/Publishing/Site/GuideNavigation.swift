import Remaking

/// What stands beside every page of one guide: its chapters, the other guides, the documents.
///
/// A guide of a thousand chapters lists them on each of their pages, so every entry is made once, and once more as the
/// page that is being read; a page only puts them together.
struct GuideNavigation: Sendable {
  /// An entry, as the templates are given it.
  struct Entry: Sendable {
    var href: String
    var number = ""
    var title: String
  }

  /// Entries under a heading.
  fileprivate struct Group<Item: Sendable>: Sendable {
    var title: String
    var entries: [Item]
  }

  /// Everything that the navigation is made of.
  struct Basis: Sendable {
    fileprivate let chapters: Group<Entry>
    fileprivate let others: [Group<Entry>]
    /// The hash of all entries and of what names the theme; two made of the same are the same.
    let digest: String

    /// Looks over `guide` and what stands beside it in `portal`.
    init(of guide: Guide, in portal: Portal, setting: String) {
      let path = "guides/\(guide.id)/index.html"
      let entries = guide.pages.map { page in
        let href = reference(from: path, to: page.path(in: guide))
        return Entry(href: href, number: page.number, title: page.title)
      }
      chapters = Group(title: guide.place, entries: entries)
      others = portal.entriesBeside(guide, from: path).map { Group(title: $0, entries: $1) }
      digest =
        Recipe([
          "chapters": chapters.digest, "others": Recipe.digest(of: others.map { ("", $0.digest) }),
          "setting": setting,
        ]).digest
    }
  }

  /// What the navigation is made of.
  let basis: Basis
  /// The entries as HTML.
  private let chapters: Group<String>
  /// The chapters' entries as their own pages show them.
  private let currentChapters: [String]
  private let others: [Group<String>]

  /// Makes the entries of `basis`.
  init(of basis: Basis, theme: Theme) throws(SiteFailure) {
    self.basis = basis
    chapters = try GuideNavigation.made(basis.chapters, theme)
    currentChapters = try GuideNavigation.made(basis.chapters, theme, isCurrent: true).entries
    var others: [Group<String>] = []
    for group in basis.others { others.append(try GuideNavigation.made(group, theme)) }
    self.others = others
  }

  private static func made(
    _ group: Group<Entry>,
    _ theme: Theme,
    isCurrent: Bool = false
  ) throws(SiteFailure) -> Group<String> {
    var texts: [String] = []
    for entry in group.entries {
      let values: PageValues = [
        "href": .text(entry.href), "number": .text(entry.number), "title": .text(entry.title),
        "isCurrent": .flag(isCurrent),
      ]
      texts.append(try theme.templates.text("entry", with: values))
    }
    return Group(title: group.title, entries: texts)
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

extension GuideNavigation.Group<GuideNavigation.Entry> {
  /// The hash of the heading and the entries.
  fileprivate var digest: String {
    let parts = entries.flatMap { entry in
      [(key: entry.href, value: entry.number), (key: "", value: entry.title)]
    }
    return Recipe.digest(of: [(key: title, value: "")] + parts)
  }
}

extension Portal {
  /// Returns the groups of entries beside those of `guide`, with their headings: the other guides, the documents.
  fileprivate func entriesBeside(
    _ guide: Guide,
    from path: String
  ) -> [(title: String, entries: [GuideNavigation.Entry])] {
    let others = guides.filter { $0.id != guide.id }.map { other in
      let href = reference(from: path, to: "guides/\(other.id)/index.html")
      return GuideNavigation.Entry(href: href, title: other.place)
    }
    var papers: [GuideNavigation.Entry] = []
    if !forms.isEmpty {
      let href = reference(from: path, to: Portal.formsPath)
      papers.append(GuideNavigation.Entry(href: href, title: "全部表单"))
    }
    if !documents.isEmpty {
      let home = reference(from: path, to: "index.html")
      papers.append(GuideNavigation.Entry(href: "\(home)#documents", title: "名册与文书样张"))
    }
    return [("其他指南", others), ("表单与名册", papers)].filter { !$0.1.isEmpty }
  }
}
